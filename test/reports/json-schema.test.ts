import Ajv2020 from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { schemas } from '../../src/commands/schema/schemas.ts'
import { plandue } from '../helpers/plandue.ts'
import { scenarios } from './scenarios.ts'

const ajv = new Ajv2020.default({ allErrors: true, strict: true, allowUnionTypes: true })
addFormats.default(ajv)
const isValid = ajv.compile(schemas['check-json'])

describe('the JSON report', () => {
  it.each(Object.entries(scenarios))('has its published shape: %s', async (_, { files, today }) => {
    const { out } = await plandue(['check', '-f', 'json', '--today', today], { files })
    isValid(JSON.parse(out))
    expect(isValid.errors).toBeNull()
  })

  it('has the keys of the documented example, which other programs read', async () => {
    const { out } = await plandue(['check', '-f', 'json'], scenarios['mixed'])
    const report = JSON.parse(out)
    expect(Object.keys(report)).toEqual([
      'schemaVersion',
      'plandue',
      'today',
      'timeZone',
      'complete',
      'filters',
      'calendars',
      'summary',
      'nextChange',
      'nextDue',
      'change',
      'records',
      'items',
      'diagnostics',
    ])
    expect(report.items[0]).toMatchObject({
      id: 'bournemouth#A1',
      record: 'bournemouth',
      kind: 'action',
      stage: null,
    })
  })
})
