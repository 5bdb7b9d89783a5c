import { describe, expect, it } from 'vitest'
import { bankHolidays } from '../../src/calendar/bank-holidays.ts'
import { type Closed, closedBy, countDays } from '../../src/calendar/counting.ts'
import { addDays, dayFrom, dayOf, isoOf } from '../../src/calendar/day.ts'
import { DIVISIONS } from '../../src/calendar/division.ts'
import { lastDay, type Period } from '../../src/calendar/period.ts'
import { withoutDays } from '../../src/calendar/without-days.ts'
import { workingDays } from '../../src/calendar/working-days.ts'

const england = workingDays(bankHolidays('england-and-wales'))
const workingPeriod = (count: number): Period => ({ count, unit: 'workingDays' })

describe('counting a period day by day', () => {
  it('counts Shropshire’s final plan: 70 days, 30 weekend days, two bank holidays, 102 in all', () => {
    const count = countDays(dayOf('2024-01-12'), workingPeriod(70), 'dayAfter', england)
    expect(count).toMatchObject({ counted: 70, weekendDays: 30 })
    expect(isoOf(count.dayOne)).toBe('2024-01-15')
    expect(isoOf(count.due)).toBe('2024-04-23')
    expect(count.days).toHaveLength(102)
    expect(count.bankHolidays.map(({ day, title }) => [isoOf(day), title])).toEqual([
      ['2024-03-29', 'Good Friday'],
      ['2024-04-01', 'Easter Monday'],
    ])
  })

  it.each([
    ['2024-03-28', 1, '2024-04-02', 2, 2, 'Good Friday and Easter Monday enclose a weekend'],
    ['2022-05-31', 1, '2022-06-01', 0, 0, 'the jubilee comes a day later'],
    ['2022-06-01', 1, '2022-06-06', 2, 2, 'the jubilee gave two days, Thursday and Friday'],
    ['2021-12-24', 1, '2021-12-29', 2, 2, 'Christmas at a weekend is kept on Monday and Tuesday'],
    ['2024-01-13', 1, '2024-01-15', 1, 0, 'a clock on a Saturday leaves its Sunday to be skipped'],
  ])('from %s, %i day: %s', (start, count, due, weekend, holidays, _because) => {
    const counting = countDays(dayOf(start), workingPeriod(count), 'dayAfter', england)
    expect(isoOf(counting.due)).toBe(due)
    expect([counting.weekendDays, counting.bankHolidays.length]).toEqual([weekend, holidays])
  })

  const year = Array.from({ length: 366 }, (_, index) => addDays(dayFrom(2024, 1, 1), index))
  const periods = [1, 20, 70].flatMap((count): Period[] => [
    { count, unit: 'workingDays' },
    { count, unit: 'calendarDays' },
    { count, unit: 'months' },
  ])

  it.each(DIVISIONS)(
    'counts and skips each day once, over all days and periods: %s',
    (division) => {
      const working = workingDays(bankHolidays(division))
      for (const period of periods) {
        for (const firstDay of ['dayAfter', 'sameDay'] as const) {
          for (const start of year) {
            const { days, due, counted, weekendDays, bankHolidays } = countDays(
              start,
              period,
              firstDay,
              working,
            )
            const elapsed = due - start + (firstDay === 'sameDay' ? 1 : 0)
            // One comparison for all, since there are a hundred thousand of these.
            const facts = [
              counted + weekendDays + bankHolidays.length === elapsed,
              days.length === elapsed,
              due === lastDay(start, period, firstDay, working),
              period.unit === 'months' || counted === period.count,
            ]
            if (!facts.every(Boolean)) expect([isoOf(start), period, firstDay, facts]).toBe('sound')
          }
        }
      }
    },
  )

  it('takes a bank holiday at a weekend for a weekend day', () => {
    const events = [{ title: 'Day of Thanks', date: '2024-01-13' }]
    const own = workingDays(
      bankHolidays('england-and-wales', [{ 'england-and-wales': { events } }]),
    )
    const { days } = countDays(dayOf('2024-01-12'), workingPeriod(1), 'dayAfter', own)
    expect(days[0]).toEqual({ day: dayOf('2024-01-13'), skipped: 'weekend' })
  })

  it('skips nothing in a period of calendar days', () => {
    const period: Period = { count: 56, unit: 'calendarDays' }
    const { counted, weekendDays, bankHolidays } = countDays(
      dayOf('2023-12-06'),
      period,
      'sameDay',
      england,
    )
    expect([counted, weekendDays, bankHolidays]).toEqual([56, 0, []])
  })

  it('says which days of the school holidays it skips, and that a closed day stays what it is', () => {
    const easter = { from: dayOf('2024-03-29'), to: dayOf('2024-04-12') }
    const term = withoutDays(england, [easter])
    const { days, ...counting } = countDays(dayOf('2024-03-27'), workingPeriod(2), 'dayAfter', term)
    const skipped = days.map((day) => ('number' in day ? day.number : day.skipped))
    expect(skipped.slice(0, 6)).toEqual([
      1,
      'bankHoliday',
      'weekend',
      'weekend',
      'bankHoliday',
      'schoolHoliday',
    ])
    expect(counting).toMatchObject({ counted: 2, weekendDays: 6, schoolHolidayDays: 9 })
    expect(counting.bankHolidays).toEqual([
      { day: dayOf('2024-03-29'), title: 'Good Friday' },
      { day: dayOf('2024-04-01'), title: 'Easter Monday' },
    ])
    expect(isoOf(counting.due)).toBe('2024-04-15')
  })

  it('keeps the last day where the due day is moved from it', () => {
    const period: Period = { count: 28, unit: 'calendarDays' }
    const { last, due, days } = countDays(dayOf('2024-02-24'), period, 'dayAfter', england, 'next')
    expect([isoOf(last), isoOf(due), days.length]).toEqual(['2024-03-23', '2024-03-25', 28])
  })

  it('of no days begins with its end', () => {
    const { days, dayOne, last } = countDays(
      dayOf('2024-02-24'),
      { count: 0, unit: 'calendarDays' },
      'dayAfter',
      england,
    )
    expect([days, isoOf(dayOne), isoOf(last)]).toEqual([[], '2024-02-24', '2024-02-24'])
  })
})

it.each<[string, Closed | undefined, string]>([
  ['2024-03-28', undefined, 'it is a working day'],
  ['2024-03-30', { skipped: 'weekend' }, 'it is a Saturday'],
  ['2024-03-29', { skipped: 'bankHoliday', title: 'Good Friday' }, 'it has its name'],
  [
    '2021-12-28',
    { skipped: 'bankHoliday', title: 'Boxing Day', isSubstitute: true },
    'it is kept for a Sunday',
  ],
])('%s is closed because of %j: %s', (date, closed, _because) => {
  expect(closedBy(england)(dayOf(date))).toEqual(closed)
})
