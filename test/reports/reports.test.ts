import { describe, expect, it } from 'vitest'
import { type ReportName, reports } from '../../src/reports/index.ts'
import { plandue } from '../helpers/plandue.ts'
import { scenarios } from './scenarios.ts'

/** A report as the user gets it, on a terminal of 80 columns without colours. */
async function report(scenario: string, format: string, more: string[] = [], columns = 80) {
  const world = scenarios[scenario]
  return plandue(['check', '--format', format, '--today', world?.today ?? '', ...more], {
    ...world,
    columns,
  })
}

const ENDINGS: Record<ReportName, string> = { table: 'table.txt', plain: 'plain.txt', json: 'json' }
const formats = Object.entries(ENDINGS)

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
const ACTING = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/

it('has golden files for each report', () => {
  expect(Object.keys(ENDINGS)).toEqual(Object.keys(reports))
})

describe.each(Object.keys(scenarios))('the scenario %s', (scenario) => {
  it.each(formats)('as %s', async (format, ending) => {
    const { out } = await report(scenario, format)
    await expect(out).toMatchFileSnapshot(`golden/${scenario}.${ending}`)
  })

  it.each(formats)('as %s does nothing but be read', async (format) => {
    const { out, err } = await report(scenario, format, ['--verbose'])
    expect(`${out}${err}`).not.toMatch(ACTING)
    if (format !== 'json') expect(`${out}${err}`).not.toMatch(/^\s*::|##\[/m)
  })

  it('tells the same facts in each format', async () => {
    const [table, plain, json] = await Promise.all(
      formats.map(([format]) => report(scenario, format, ['-v'])),
    )
    const { items } = JSON.parse(json?.out ?? '') as {
      items: { id: string; line: number; file: string }[]
    }
    for (const { id, line, file } of items) {
      expect(table?.out).toContain(id)
      expect(plain?.out).toContain(`Item: ${id}\n`)
      expect(plain?.out).toContain(`File: ${file}, line ${line}\n`)
    }
    expect(table?.exitCode).toBe(json?.exitCode)
    expect(plain?.exitCode).toBe(json?.exitCode)
  })

  it.each([40, 60, 80, 120])('fits a table into %i columns', async (columns) => {
    const { out } = await report(scenario, 'table', ['-v'], columns)
    const tooLong = out
      .split('\n')
      .filter((line) => line.length > columns && !line.includes('https://'))
    expect(tooLong).toEqual([])
  })
})

describe('an incomplete set of records', () => {
  it.each([
    ['table', /^Incomplete: 1 file with errors/],
    ['plain', /^Incomplete: 1 file with errors/],
    ['json', /^[^[]*"complete": false/],
  ])('is the first thing that %s tells', async (format, expected) => {
    expect((await report('mixed', format)).out).toMatch(expected)
  })
})
