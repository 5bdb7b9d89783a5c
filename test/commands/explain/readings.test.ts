import { describe, expect, it } from 'vitest'
import { dayOf } from '../../../src/calendar/day.ts'
import type { FirstDay, Period } from '../../../src/calendar/period.ts'
import { workingDaysBy } from '../../../src/calendar/working-days.ts'
import { readingsOf } from '../../../src/commands/explain/readings.ts'

const workingDaysOf = workingDaysBy([])
const readings = (start: string, period: Period, firstDay: FirstDay = 'dayAfter') =>
  readingsOf({ period, firstDay }, { calendar: 'england-and-wales' }, dayOf(start), workingDaysOf)
const reading = (start: string, count: number, id: string) =>
  readings(start, { count, unit: 'workingDays' }).find((one) => one.id === id)

describe('the same period under other definitions', () => {
  it('leaves out the holidays of a school wherever working days count', () => {
    const rule = { period: { count: 20, unit: 'workingDays' }, firstDay: 'dayAfter' } as const
    const holidays = [{ from: dayOf('2025-04-12'), to: dayOf('2025-04-27') }]
    const framework = { calendar: 'england-and-wales' } as const
    const all = readingsOf(rule, framework, dayOf('2025-03-24'), workingDaysOf, holidays)
    expect(all.map(({ id, due }) => [id, due])).toEqual([
      ['rule', '2025-05-06'],
      ['weekendsOnly', '2025-05-05'],
      ['anywhereInTheUk', '2025-05-06'],
      ['commonToAll', '2025-05-06'],
      ['calendarDays', '2025-04-13'],
      ['triggerDay', '2025-05-02'],
    ])
  })

  it.each([
    ['rule', '2024-04-23', 0, 0, 'Good Friday and Easter Monday are skipped'],
    ['weekendsOnly', '2024-04-19', -2, -4, 'both of them count'],
    ['anywhereInTheUk', '2024-04-24', 1, 1, 'St Patrick’s Day is skipped too'],
    ['commonToAll', '2024-04-22', -1, -1, 'Scotland works on Easter Monday'],
    ['calendarDays', '2024-03-22', -20, -32, 'as the newspapers had it'],
    ['triggerDay', '2024-04-22', -1, -1, 'Friday 12 January is day 1'],
  ])(
    'of 70 days from 12 January 2024: %s gives %s',
    (id, due, workingDays, calendarDays, _because) => {
      expect(reading('2024-01-12', 70, id)).toMatchObject({ due, workingDays, calendarDays })
    },
  )

  it.each([
    ['2026-08-20', 20, 'weekendsOnly', '2026-09-17', 'the summer bank holiday counts'],
    ['2026-08-20', 70, 'weekendsOnly', '2026-11-26', 'likewise'],
    ['2026-06-12', 1, 'anywhereInTheUk', '2026-06-16', 'Scotland has the World Cup day'],
    ['2026-06-12', 1, 'rule', '2026-06-15', 'England has not'],
    ['2024-01-13', 1, 'triggerDay', '2024-01-15', 'a Saturday is no day 1'],
  ])('of %s and %i days: %s gives %s, because %s', (start, count, id, due, _because) => {
    expect(reading(start, count, id)?.due).toBe(due)
  })

  it('of calendar days are other ones', () => {
    const all = readings('2023-12-06', { count: 56, unit: 'calendarDays' }, 'sameDay')
    expect(all.map(({ id, due }) => [id, due])).toEqual([
      ['rule', '2024-01-30'],
      ['workingDays', '2024-02-26'],
      ['weekendsOnly', '2024-02-21'],
      ['anywhereInTheUk', '2024-02-27'],
      ['commonToAll', '2024-02-26'],
      ['triggerDay', '2024-01-31'],
    ])
  })

  it('of months is only whether the first day counts', () => {
    const all = readings('2024-01-12', { count: 3, unit: 'months' })
    expect(all.map(({ id, due }) => [id, due])).toEqual([
      ['rule', '2024-04-12'],
      ['triggerDay', '2024-04-11'],
    ])
  })
})
