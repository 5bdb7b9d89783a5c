import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { type FormatName, formats } from '../../src/reports/index.ts'
import { elementsNamed, parseHtml } from '../helpers/html.ts'
import { parseMarkdown, tablesIn } from '../helpers/markdown.ts'
import { plandue } from '../helpers/plandue.ts'
import { record } from '../helpers/record.ts'
import { checkAs } from '../helpers/workbook.ts'
import { elementsIn, parseXml } from '../helpers/xml.ts'
import { TABLE_ROW } from './facts.ts'

// What an action has beside a status and a date: the areas that it answers, how far it has come, how
// often it was moved, and what shows that it was done. Two of each, so that none is taken for the other.

const files = {
  'plans/a.yaml': record(`actions:
  - id: A1
    title: Audit
    answers: [P1]
    due: 2024-01-10
    extensions:
      - { to: 2024-01-17, on: 2024-01-08, by: Director, reason: Illness }
      - { to: 2024-01-30, on: 2024-01-15, by: Board, reason: No auditor }
    progress:
      - { on: 2024-01-16, note: Tool agreed, percent: 40, by: QA lead }
      - { on: 2024-01-25, note: Half of it read }
      - { on: 2024-02-06, note: Not yet known, percent: 90 }
  - { id: A2, title: Training, due: 2024-02-02, progress: [{ on: 2024-01-31, percent: 75 }] }
  - { id: A3, title: Leaflets, due: 2024-02-01, done: 2024-01-31, evidence: 'https://example.org/leaflet' }
  - { id: A4, title: Posters, due: 2024-02-01, done: 2024-01-31 }
`),
}

async function report(format: string) {
  const args = ['--all', '-v', '--people', '--today', '2024-02-05']
  return (await checkAs(format, args, { files, columns: 200 })).out
}

/** What a format has of an action, as one text. */
const PARTS: Record<FormatName, (out: string, id: string) => string> = {
  table: (out, id) => {
    const lines = out.split('\n')
    const from = lines.findIndex((line) => TABLE_ROW.exec(line)?.[4] === id.slice(2))
    const length = lines.slice(from + 1).findIndex((line) => !/^ +- /.test(line))
    return lines.slice(from, from + 1 + length).join('\n')
  },
  plain: (out, id) => out.split('\n\n').find((block) => block.startsWith(`Item: ${id}\n`)) ?? '',
  json: (out, id) => JSON.stringify(JSON.parse(out).items.find((item: Named) => item.id === id)),
  ndjson: (out, id) => out.split('\n').find((line) => line.includes(`"id":"${id}"`)) ?? '',
  csv: (out, id) => named(out.replaceAll('\r', ''), id, ','),
  tsv: (out, id) => named(out, id, '\t'),
  xlsx: (out, id) => {
    const [[names = [], ...rows] = []]: string[][][] = Object.values(JSON.parse(out))
    const cells = rows.find((row) => row[0] === id) ?? []
    return names.map((name, index) => `${name}=${cells[index]}`).join('; ')
  },
  markdown: (out, id) =>
    tablesIn(parseMarkdown(out))
      .flatMap(({ rows }) => rows)
      .filter((row) => row.includes(id))
      .join('|'),
  html: (out, id) =>
    elementsNamed(parseHtml(out), 'tr').find(
      ({ attributes }) => attributes['id'] === `item-${encodeURIComponent(id)}`,
    )?.text ?? '',
  ics: (out, id) =>
    new ICAL.Component(ICAL.parse(out))
      .getAllSubcomponents('vevent')
      .filter((event) => String(event.getFirstPropertyValue('uid')) === `${id}@plandue`)
      .map((event) => String(event.getFirstPropertyValue('description')))
      .join(),
  github: (out, id) => {
    const line = out.split('\n').find((line) => line.includes(`(${id})`)) ?? ''
    return decodeURIComponent(line)
  },
  gitlab: () => '',
  junit: (out, id) =>
    elementsIn(parseXml(out), 'testcase')
      .filter(({ attributes }) => attributes['name']?.endsWith(`(${id})`))
      .map((one) => JSON.stringify(one))
      .join(),
  sarif: () => '',
}

type Named = { readonly id: string }

/** A row with the names of its columns: `percent=40`. No cell of these has a line break or a comma. */
function named(out: string, id: string, separator: string): string {
  const [names = '', ...rows] = out.replace('\uFEFF', '').split('\n')
  const cells = rows.find((row) => row.startsWith(`${id}${separator}`))?.split(separator) ?? []
  return names
    .split(separator)
    .map((name, index) => `${name}=${cells[index]}`)
    .join(' ')
}

/** The facts of A1, by format; what is not said where there is no room is left out. */
type Expected = Partial<Record<'areas' | 'percent' | 'note' | 'moves' | 'evidence', RegExp>>
const WORDS = {
  areas: /area P1: Timeliness of strategy discussions/i,
  percent: /\b40% complete/i,
  note: /Half of it read/,
  moves: /moved twice, 14 working days in all/i,
  evidence: /https:\/\/example\.org\/leaflet/,
} satisfies Expected
const KEYS: Expected = {
  areas: /"answers": ?\["P1"\]/,
  percent: /"percent": ?40\b/,
  note: /"note": ?"Half of it read"/,
  moves: /"timesMoved":2,"workingDaysMoved":14/,
  evidence: /"evidence":"https:\/\/example\.org\/leaflet"/,
}
const COLUMNS: Expected = {
  areas: /answers=P1\b/,
  percent: /percent=40\b/,
  note: /Half of it read/,
  moves: /timesMoved=2 workingDaysMoved=14\b/,
  evidence: /evidence=https:\/\/example\.org\/leaflet/,
}
const { percent, note, moves } = WORDS
const EXPECTED: Record<FormatName, Expected> = {
  table: WORDS,
  plain: { ...WORDS, areas: /^Area: P1, Timeliness of strategy discussions$/m },
  json: KEYS,
  ndjson: KEYS,
  csv: COLUMNS,
  tsv: COLUMNS,
  xlsx: {
    areas: /; area=P1: Timeliness of strategy discussions;/,
    percent: /percent=0\.4;/,
    note: /Half of it read/,
    moves: /times moved=2;/,
    evidence: /evidence=https:\/\/example\.org\/leaflet;/,
  },
  markdown: { ...WORDS, areas: /\barea P1\b/, evidence: /example\.org\/leaflet/ },
  html: WORDS,
  // What is done is taken out of a calendar.
  ics: { areas: WORDS.areas, percent, note, moves },
  // Annotations and alerts are about what somebody must see to.
  github: { percent, note, moves },
  gitlab: {},
  junit: {
    note,
    moves,
    areas: /"name":"answers","value":"P1"/,
    percent: /"name":"percent","value":"40"/,
    evidence: /"name":"evidence","value":"https:\/\/example\.org\/leaflet"/,
  },
  sarif: {},
}

describe.each(Object.keys(formats) as FormatName[])('of an action, %s', (format) => {
  it('tells areas, progress, moves and evidence, each of the right one', async () => {
    const out = await report(format)
    const part = (id: string) => PARTS[format](out, `a#${id}`)
    for (const [fact, words] of Object.entries(EXPECTED[format])) {
      const [its, others] = fact === 'evidence' ? ['A3', 'A4'] : ['A1', 'A2']
      expect(part(its ?? ''), fact).toMatch(words)
      expect(part(others ?? ''), fact).not.toMatch(words)
    }
    const { percent } = EXPECTED[format]
    if (percent)
      expect(part('A2')).toMatch(new RegExp(percent.source.replace(/40|4(?=;)/, '75'), 'i'))
    expect(out).not.toContain('Not yet known')
  })
})

it.each(['html', 'ics'])(
  '%s has no notes without --people, but how far it has come',
  async (format) => {
    const args = ['check', '--all', '-v', '-f', format, '--today', '2024-02-05']
    const { out } = await plandue(args, { files })
    expect(out).not.toMatch(/Half of it|Tool agreed|QA lead|No auditor/)
    expect(out.replace(/\r\n /g, '')).toMatch(/[Mm]oved twice/)
  },
)
