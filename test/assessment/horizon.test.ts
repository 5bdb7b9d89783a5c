import { describe, expect, it } from 'vitest'
import { horizonWarnings } from '../../src/assessment/horizon.ts'
import { bankHolidays } from '../../src/calendar/bank-holidays.ts'
import { addDays, dayOf, isoOf } from '../../src/calendar/day.ts'
import type { Division } from '../../src/calendar/division.ts'
import { assess } from '../helpers/assess.ts'
import { plandue } from '../helpers/plandue.ts'
import { record } from '../helpers/record.ts'

const RECEIVED = { published: 'received: 2024-01-12' }
const sent = 'plan: { draft: { submitted: 2024-01-12 }, final: { submitted: 2024-01-12 } }\n'
const action = (id: string, due: string, more = '') =>
  `  - { id: ${id}, title: Audit, due: ${due}${more} }\n`
const withActions = (...actions: string[]) =>
  record(`${sent}actions:\n${actions.join('')}`, RECEIVED)

const warnings = (text: string, division: Division = 'england-and-wales') =>
  horizonWarnings(
    Object.values(assess(text, '2024-01-15').items),
    [bankHolidays(division)],
    () => division,
  )

// The last official bank holiday is Tuesday 26 December 2028.
describe('the official bank holidays', () => {
  it.each([
    [121, 0, 'they reach further than they must'],
    [120, 0, 'they reach just far enough'],
    [119, 1, 'they end a day too soon'],
    [0, 1, 'they end on the day'],
    [-30, 1, 'they end before it'],
  ])('end %i days after the last open due date: %i, because %s', (days, count, _because) => {
    const due = isoOf(addDays(dayOf('2028-12-26'), -days))
    expect(warnings(withActions(action('A1', due)))).toHaveLength(count)
  })

  it.each([
    [withActions(action('A1', '2028-12-01', ', done: 2024-01-12')), 0, 'it is done'],
    [record('', RECEIVED), 0, 'all is due in 2024'],
    [
      withActions(action('A1', '2028-12-01'), action('A2', '2029-12-01')),
      1,
      'one warning is enough for a division',
    ],
  ])('%#: $1, because $2', (text, count, _because) => {
    expect(warnings(text)).toHaveLength(count)
  })

  it('are spoken of at the item that is due last, with what to do', () => {
    const text = withActions(action('A1', '2028-12-03'), action('A2', '2028-12-01'))
    expect(warnings(text)).toMatchObject([
      {
        severity: 'warning',
        code: 'calendar-ends-soon',
        line: text.split('\n').findIndex((line) => line.includes('A1')) + 1,
        message: expect.stringMatching(/England and Wales.*26 December 2028.*3 December 2028/),
        hint: expect.stringContaining('plandue calendar update'),
      },
    ])
  })
})

describe('of two items that are due last on one day', () => {
  it('the first by its id is spoken of, whatever the order in the file', () => {
    const both = [action('A1', '2028-12-01'), action('A2', '2028-12-01')]
    for (const actions of [both, both.toReversed()]) {
      const text = withActions(...actions)
      const line = text.split('\n').findIndex((one) => one.includes('A1')) + 1
      expect(warnings(text)).toMatchObject([{ line }])
    }
  })

  it('and of two days the later one counts, whatever the order', () => {
    const both = [action('A1', '2028-12-01'), action('A2', '2028-12-04')]
    for (const actions of [both, both.toReversed()]) {
      expect(warnings(withActions(...actions))).toMatchObject([
        { message: expect.stringContaining('due, on Monday 4 December 2028') },
      ])
    }
  })
})

describe('a framework whose calendar nobody knows', () => {
  it('asks for no bank holidays', () => {
    const items = Object.values(assess(withActions(action('A1', '2028-12-01')), '2024-01-15').items)
    const england = [bankHolidays('england-and-wales')]
    expect(horizonWarnings(items, england, () => undefined)).toEqual([])
    expect(horizonWarnings(items, england, () => 'scotland')).toEqual([])
  })
})

describe('plandue check', () => {
  const check = (files: Record<string, string>, args: string[] = []) =>
    plandue(['check', '-f', 'json', '--today', '2028-12-05', ...args], { files })
  const estyn = 'authority: Leeds\nframework: estyn\nreceived: 2028-12-04\n'

  it('warns in each division by itself, and refuses nothing', async () => {
    const scottish = `id: scottish\ntitle: S\ncalendar: scotland\nstages:
  - { id: final, title: Final, period: { count: 1, unit: months }, clock: received, firstDay: dayAfter, required: always, citation: { name: x, url: 'https://example.org', checked: 2026-11-21, kind: primary } }\n`
    const { exitCode, out } = await check({
      'plandue.yaml': 'frameworks: [own.yaml]\n',
      'own.yaml': scottish,
      'plans/a.yaml': estyn,
      'plans/b.yaml': estyn.replace('estyn', 'scottish'),
    })
    const codes = JSON.parse(out).diagnostics.map(
      ({ file, line, code }: Record<string, unknown>) => [file, line, code],
    )
    expect(exitCode).toBe(0)
    expect(codes).toEqual([
      ['plans/a.yaml', 2, 'calendar-ends-soon'],
      ['plans/b.yaml', 2, 'calendar-ends-soon'],
    ])
  })

  it('does not warn of what the report is not about', async () => {
    const { out } = await check(
      { 'plans/a.yaml': estyn, 'plans/york.yaml': record().replace('Shropshire', 'York') },
      ['--authority', 'York'],
    )
    expect(JSON.parse(out).diagnostics).toEqual([])
  })
})
