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

  it.each<[string[], string[], string]>([
    [[], ['anglesey', 'bournemouth', 'closed', 'leeds', 'none'], 'one of six cannot be read'],
    [['--owner', 'Head of Service'], ['bournemouth'], 'only that one has such an item'],
    [['plans/none.yaml'], ['none'], 'a path chooses records, even without an open item'],
  ])('with %j has the records %j, because %s', async (args, ids, _because) => {
    const { out } = await plandue(['check', '-f', 'json', ...args], scenarios['mixed'])
    expect(JSON.parse(out).records.map(({ id }: { id: string }) => id)).toEqual(ids)
  })

  it.each([
    ['2024-01-11', { published: null, areas: null, title: 'Front door' }, 'the report is not out'],
    ['2024-01-12', { published: '2024-01-12', areas: [{ id: 'P1', text: 'Time' }] }, 'it is'],
  ])('on %s says of a record %j, because %s', async (today, known, _because) => {
    const text = `authority: A
framework: sif
title: Front door
visited: { from: 2023-11-01, to: 2023-11-03 }
published: 2024-01-12
areasForPriorityAction: [{ id: P1, text: Time, x-own: 1 }]
`
    const files = { 'plans/a.yaml': text }
    const { out } = await plandue(['check', '-f', 'json', '--today', today], { files })
    const [record] = JSON.parse(out).records
    expect(record).toMatchObject({ id: 'a', file: 'plans/a.yaml', visited: '2023-11-03', ...known })
  })

  it.each([
    [
      'blocked: no auditor',
      { blocked: 'no auditor', answers: ['P1'], evidence: null },
      'it is open',
    ],
    [
      'blocked: no auditor, done: 2024-02-01, evidence: https://example.org/a',
      { blocked: null, evidence: 'https://example.org/a', answers: ['P1'] },
      'it is done',
    ],
    [
      'blocked: no auditor, closed: { on: 2024-02-01, reason: r }',
      { blocked: null },
      'it is closed',
    ],
  ])('says of an action with %s: %j, because %s', async (keys, known, _because) => {
    const text = `authority: A
framework: sif
received: 2024-01-12
areasForPriorityAction: [{ id: P1, text: Time }]
actions: [{ id: A1, title: Audit, due: 2024-03-01, answers: [P1], ${keys} }]
`
    const files = { 'plans/a.yaml': text }
    const { out } = await plandue(['check', '-f', 'json', '--today', '2024-02-05'], { files })
    const { items, nextDue } = JSON.parse(out)
    expect(items.find(({ id }: { id: string }) => id === 'a#A1')).toMatchObject(known)
    const isOpen = known.blocked !== null
    const [on, item] = isOpen ? ['2024-03-01', 'a#A1'] : ['2024-04-23', 'a#final']
    expect(nextDue).toEqual({ on, item, items: [item] })
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
