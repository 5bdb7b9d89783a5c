import { Chalk } from 'chalk'
import { describe, expect, it } from 'vitest'
import {
  dateText,
  facts,
  heading,
  type Page,
  paragraph,
  picture,
  points,
  rows,
} from '../../src/page/page.ts'
import { plainPage } from '../../src/page/plain-page.ts'
import { rowsWithPoints } from '../../src/page/rows-with-points.ts'
import { tablePage } from '../../src/page/table-page.ts'
import { unbroken } from '../../src/terminal/columns.ts'
import { isoDate } from '../helpers/memory-host.ts'

const view = (width = 60, colours: 0 | 1 = 0) => ({
  paint: new Chalk({ level: colours }),
  width,
  quiet: false,
  verbose: false,
})
const table = (page: Page, width?: number, colours?: 0 | 1) => tablePage(page, view(width, colours))

const page: Page = [
  heading('Bank holidays'),
  rows(
    [{ name: '' }, { name: '' }, { name: 'days off', align: 'right' }, { name: '', isDrawn: true }],
    [
      [dateText(isoDate('2024-03-29')), { text: 'Good Friday', tone: 'strong' }, '1', '██'],
      [dateText(isoDate('2024-04-01')), 'Easter Monday', '12', '█'],
    ],
  ),
  facts(['Source', ['GOV.UK', 'https://www.gov.uk/bank-holidays']], ['Nothing', '']),
  points(['Good Friday is a bank holiday that is older than the Act of 1971 and not in it.']),
  picture(() => ['│ ● │'], ['Three days.']),
  paragraph('That is all.'),
]

describe('a page', () => {
  it('as a table has columns, hanging points, and blocks under their headings', () => {
    expect(table(page)).toBe(`Bank holidays
  Fri 29 Mar 2024   Good Friday      1   ██
  Mon 1 Apr 2024    Easter Monday   12   █

  Source   GOV.UK
           https://www.gov.uk/bank-holidays

  - Good Friday is a bank holiday that is older than the Act
    of 1971 and not in it.

│ ● │

That is all.
`)
  })

  it('in plain words names each fact, says dates in full, and draws nothing', () => {
    expect(plainPage(page)).toBe(`Bank holidays
Friday 29 March 2024: Good Friday, days off 1
Monday 1 April 2024: Easter Monday, days off 12

Source: GOV.UK
Source: https://www.gov.uk/bank-holidays

Good Friday is a bank holiday that is older than the Act of 1971 and not in it.

Three days.

That is all.
`)
  })

  it('breaks the text of the column that wraps', () => {
    const columns = [{ name: '' }, { name: '', wraps: true as const }, { name: '' }]
    const all = [['A1', 'Weekly audits of strategy discussions by the team managers', 'done']]
    expect(table([rows(columns, all)], 50)).toBe(`  A1   Weekly audits of strategy              done
       discussions by the team managers
`)
  })

  it('has columns as near to each other and to the margin as it is told', () => {
    expect(table([rows(2, [['a', 'b']], { gap: 1, indent: 0 })])).toBe('a b\n')
    expect(table([rows(2, [['a', 'b']])])).toBe('  a   b\n')
  })

  it('breaks the text of a column that may be no wider', () => {
    const columns = [{ name: '', most: 9 }, { name: '' }]
    expect(table([rows(columns, [['Good Friday', 'x']])])).toBe('  Good        x\n  Friday\n')
  })

  it('moves a cell in by so many characters, and keeps the column', () => {
    const cell = { text: 'b', indent: 4 }
    expect(
      table([
        rows(2, [
          ['a', '1'],
          [cell, '2'],
        ]),
      ]),
    ).toBe('  a       1\n      b   2\n')
  })

  it('breaks no line between words that belong together', () => {
    const text = `28 days, ${unbroken('Easter Monday')}`
    expect(table([paragraph(text)], 16)).toBe('28 days,\nEaster Monday\n')
  })

  it('has its rows in words where there is no room for columns', () => {
    expect(table([page[1] ?? paragraph('')], 34)).toBe(`  Friday 29 March 2024: Good
    Friday, days off 1
  Monday 1 April 2024: Easter
    Monday, days off 12
`)
  })

  it('has names above its columns if it is headed', () => {
    const columns = [{ name: '' }, { name: 'met', align: 'right' as const }]
    const headed = rows(columns, [['Leeds', '3']], { isHeaded: true })
    expect(table([headed])).toBe('          met\n  Leeds     3\n')
  })

  it('has points under what they explain, and says all at once to who listens', () => {
    const columns = [{ name: '' }, { name: '' }]
    const why = 'due on Friday 9 February 2024 and not submitted'
    const block = rows(columns, rowsWithPoints(['overdue'], 'Draft action plan', [why], 'r#draft'))
    expect(table([block], 46)).toBe(`  overdue   Draft action plan
            - due on Friday 9 February 2024
              and not submitted
            r#draft
`)
    expect(plainPage([block])).toBe(`overdue: Draft action plan (${why}; r#draft)\n`)
    expect(table([block], 30)).toBe(`  overdue: Draft action plan
    (due on Friday 9 February
    2024 and not submitted;
    r#draft)
`)
  })

  it('paints tones where there are colours, without shifting a column', () => {
    const painted = table(page, 60, 1)
    expect(painted).toContain('\u001b[1mGood Friday\u001b[22m  ')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are what it takes away
    expect(painted.replace(/\u001b\[\d+m/g, '')).toBe(table(page))
  })

  it('makes the texts of records inert', () => {
    const hostile = '\u001b[31mred\r\n::error::x \u202Eleft'
    const all: Page = [
      heading(hostile),
      paragraph(hostile),
      points([hostile]),
      facts(['Title', hostile]),
      rows([{ name: '' }], [[hostile]]),
      picture(() => [], [hostile]),
    ]
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters must not be there
    const acting = /[\u0000-\u0009\u000b-\u001f\u202a-\u202e]|^\s*::/m
    expect(table(all, 200)).not.toMatch(acting)
    expect(plainPage(all)).not.toMatch(acting)
  })
})
