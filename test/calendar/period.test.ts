import { describe, expect, it } from 'vitest'
import { bankHolidays } from '../../src/calendar/bank-holidays.ts'
import { dayOf, isoOf } from '../../src/calendar/day.ts'
import {
  type FirstDay,
  lastDay,
  lastWorkingDay,
  type Period,
  type Roll,
} from '../../src/calendar/period.ts'
import { workingDays } from '../../src/calendar/working-days.ts'

const days = workingDays(bankHolidays('england-and-wales'))
const end = (start: string, count: number, unit: Period['unit'], firstDay: FirstDay) =>
  isoOf(lastDay(dayOf(start), { count, unit }, firstDay, days))

describe('the last day of a period within which something is due', () => {
  it.each<[string, number, Period['unit'], FirstDay, string, string]>([
    ['2024-01-12', 20, 'workingDays', 'dayAfter', '2024-02-09', 'day 1 is Monday 15 January'],
    ['2024-01-12', 20, 'workingDays', 'sameDay', '2024-02-08', 'day 1 is Friday 12 January itself'],
    [
      '2024-01-13',
      20,
      'workingDays',
      'sameDay',
      '2024-02-09',
      'a Saturday is no working day, so Monday is day 1',
    ],
    [
      '2024-01-12',
      56,
      'calendarDays',
      'sameDay',
      '2024-03-07',
      'beginning with the day: 55 days later',
    ],
    ['2024-01-12', 56, 'calendarDays', 'dayAfter', '2024-03-08', 'within 56 days of the day'],
    [
      '2024-02-24',
      28,
      'calendarDays',
      'dayAfter',
      '2024-03-23',
      'a Saturday stays: no rule moves it',
    ],
    ['2024-01-12', 1, 'months', 'dayAfter', '2024-02-12', 'the corresponding date'],
    ['2024-01-31', 1, 'months', 'dayAfter', '2024-02-29', 'February has no 31st: its last day'],
    ['2024-03-01', 1, 'months', 'sameDay', '2024-03-31', 'the day before the corresponding date'],
    [
      '2024-01-31',
      1,
      'months',
      'sameDay',
      '2024-02-29',
      'no corresponding date: the last day of February',
    ],
    [
      '2023-11-30',
      3,
      'months',
      'dayAfter',
      '2024-02-29',
      'over the end of the year, into a leap February',
    ],
  ])('%s, %i %s, %s: %s, because %s', (start, count, unit, firstDay, expected, _because) => {
    expect(end(start, count, unit, firstDay)).toBe(expected)
  })

  it.each([1, 10, 28, 56])(
    'is a day earlier with the first day than without: %i calendar days',
    (count) => {
      const later = dayOf(end('2024-05-01', count, 'calendarDays', 'dayAfter'))
      expect(
        isoOf(lastDay(dayOf('2024-05-01'), { count, unit: 'calendarDays' }, 'sameDay', days)),
      ).toBe(end('2024-04-30', count, 'calendarDays', 'dayAfter'))
      expect(later - dayOf(end('2024-05-01', count, 'calendarDays', 'sameDay'))).toBe(1)
    },
  )
})

describe('a last day that is no working day', () => {
  it.each<[string, Roll, string, string]>([
    ['2024-03-23', 'none', '2024-03-23', 'nothing moves it'],
    ['2024-03-23', 'next', '2024-03-25', 'it is a Saturday: on to Monday'],
    ['2024-03-23', 'previous', '2024-03-22', 'it is a Saturday: back to Friday'],
    ['2024-03-29', 'next', '2024-04-02', 'it is Good Friday: on over Easter'],
    ['2024-04-01', 'previous', '2024-03-28', 'it is Easter Monday: back over Easter'],
    ['2024-03-27', 'next', '2024-03-27', 'a Wednesday is a working day'],
    ['2024-03-27', 'previous', '2024-03-27', 'likewise'],
  ])('%s, moved to %s: %s, because %s', (day, roll, expected, _because) => {
    const start = dayOf(day)
    const period: Period = { count: 1, unit: 'calendarDays' }
    expect(isoOf(lastDay(start, period, 'sameDay', days, roll))).toBe(expected)
  })

  it('leaves the last working day before it', () => {
    expect(isoOf(lastWorkingDay(dayOf('2024-04-01'), days))).toBe('2024-03-28')
    expect(isoOf(lastWorkingDay(dayOf('2024-04-02'), days))).toBe('2024-04-02')
  })
})
