import stringWidth from 'fast-string-width'
import { describe, expect, it } from 'vitest'
import { formats } from '../../src/reports/index.ts'
import { ACTING } from '../helpers/acting.ts'
import { withoutStyle } from '../helpers/html.ts'
import { checkAs } from '../helpers/workbook.ts'
import { expectedFacts, factsIn } from './facts.ts'
import { scenarios } from './scenarios.ts'

/** A report as the user gets it, on a terminal of 80 columns without colours. */
async function report(scenario: string, format: string, more: string[] = [], columns = 80) {
  const world = scenarios[scenario]
  return checkAs(format, ['--today', world?.today ?? '', ...more], { ...world, columns })
}

const names = Object.keys(formats)
const endings = Object.entries(formats).map(([format, { ending }]) => [format, ending] as const)
const extractors = Object.entries(factsIn)

it('knows how to read each format back', () => {
  expect(Object.keys(factsIn)).toEqual(names)
})

describe.each(Object.keys(scenarios))('the scenario %s', (scenario) => {
  it.each(endings)('as %s', async (format, ending) => {
    const { out } = await report(scenario, format)
    const shown = format === 'html' ? withoutStyle(out) : out
    await expect(shown).toMatchFileSnapshot(
      `golden/${scenario}.${ending}${format === 'xlsx' ? '.json' : ''}`,
    )
  })

  it.each(names)('as %s does nothing but be read', async (format) => {
    const { out, err } = await report(scenario, format, ['--all', '--verbose'])
    expect(`${out}${err}`).not.toMatch(ACTING)
    expect(out.includes('\r')).toBe(['csv', 'ics'].includes(format))
    expect(out.includes('\t')).toBe(format === 'tsv')
    expect(`${out}${err}`).not.toMatch(/##\[/)
    if (format !== 'github') expect(`${out}${err}`).not.toMatch(/^\s*::/m)
  })

  it.each(extractors)('as %s tells the same facts as JSON', async (format, factsOf) => {
    const measure = JSON.parse((await report(scenario, 'json')).out)
    const told = await report(scenario, format, ['--all', '--verbose'], 200)
    const expected = Object.entries(expectedFacts(measure, format as keyof typeof formats))
    const facts = Object.entries(factsOf(told))
    const sorted = (all: [string, string[]][]) => all.map(([kind, list]) => [kind, list.sort()])
    expect(sorted(facts)).toEqual(sorted(expected))
    expect(told.exitCode).toBe((await report(scenario, 'json')).exitCode)
  })

  it.each([40, 60, 80, 120])('fits a table into %i columns', async (columns) => {
    const { out } = await report(scenario, 'table', ['--all', '-v'], columns)
    const tooLong = out.split('\n').filter((line) => stringWidth(line) > columns)
    expect(tooLong).toEqual([])
  })
})

describe('an incomplete set of records', () => {
  it.each([
    ['table', /^INCOMPLETE: 1 of 6 records cannot be read/],
    ['plain', /^INCOMPLETE: 1 of 6 records cannot be read/],
    ['json', /^[^[]*"complete": false/],
    ['ndjson', /^.*"complete":false/],
    ['csv', /^.*\r\nincomplete,.*Incomplete: 1 file with errors; /],
    ['tsv', /^.*\nincomplete\t.*Incomplete: 1 file with errors; /],
    ['xlsx', /^.*\n.*\n.*\n\["incomplete",.*"Incomplete: 1 file with errors; /],
    ['markdown', /^## .*\n\n\*\*Incomplete: 1 file with errors/],
    [
      'html',
      /<title>Incomplete, [\s\S]*<main.*\n<div class="govuk-warning-text">\n.*\n.*INCOMPLETE: 1 of 6/,
    ],
    ['ics', /\nX-WR-CALDESC:Incomplete: 1 file with errors\\; /],
    ['github', /^::error title=Incomplete::Incomplete: 1 file with errors/],
    ['gitlab', /^\[\s*\{\s*"description": "Incomplete, deadlines may be missing: /],
    ['junit', /^.*\n<testsuites name="plandue check: Incomplete: 1 file with errors/],
    ['sarif', /^[^[]*"complete": false,\s*"warning": "Incomplete: 1 file with errors/],
  ] as const satisfies [keyof typeof formats, RegExp][])(
    'is the first thing that %s tells',
    async (format, expected) => {
      expect((await report('mixed', format)).out).toMatch(expected)
      expect((await report('waived', format)).out).not.toMatch(/incomplete|complete": ?false/i)
    },
  )
})

it.each([
  ['csv', ','],
  ['tsv', '\t'],
])('%s has the keys of the JSON report for columns', async (format, separator) => {
  const [names = ''] = (await report('mixed', format)).out.split(/\r?\n/)
  const [item] = JSON.parse((await report('mixed', 'json')).out).items
  expect(names.split(separator)).toEqual(Object.keys(item))
})
