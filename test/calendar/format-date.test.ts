import { describe, expect, it } from 'vitest'
import { dayOf } from '../../src/calendar/day.ts'
import {
  dateWithin,
  dayAndMonth,
  dayMonthYear,
  daysAndMonths,
  longDate,
  monthName,
  shortDate,
} from '../../src/calendar/format-date.ts'

it('a day has a form for a sentence, a column, and under a heading', () => {
  expect(longDate('2024-04-03')).toBe('Wednesday 3 April 2024')
  expect(shortDate('2024-04-03')).toBe('Wed 3 Apr 2024')
  expect(dayMonthYear('2024-04-03')).toBe('3 Apr 2024')
  expect(dayAndMonth('2024-04-03')).toBe('Wed 3 Apr')
  expect(monthName(dayOf('2024-04-03'))).toBe('April 2024')
})

it('has the same words in any time zone', () => {
  // Samoa had no 30 December 2011, and London no hour after 1 a.m. on 31 March 2024.
  expect(longDate('2011-12-30')).toBe('Friday 30 December 2011')
  expect(longDate('2024-03-31')).toBe('Sunday 31 March 2024')
})

it.each([
  ['2024-02-05', 'Mon 5 Feb', 'the year is that of the report'],
  ['2024-12-31', 'Tue 31 Dec', 'it is so to its last day'],
  ['2025-01-01', 'Wed 1 Jan 2025', 'the next year has begun'],
  ['2023-02-05', 'Sun 5 Feb 2023', 'the same day of another year is another day'],
])('in a report of 5 February 2024, %s is %s, because %s', (date, words, _because) => {
  expect(dateWithin('2024-02-05', date)).toBe(words)
})

describe('several days under a heading', () => {
  it.each([
    ['2024-07-30', '2024-07-31', '30–31 Jul', 'both are in one month'],
    ['2025-06-23', '2025-07-04', '23 Jun–4 Jul', 'they are in two'],
    ['2024-12-30', '2025-12-02', '30 Dec–2 Dec', 'a month of two years is not one month'],
  ])('from %s to %s are %s, because %s', (from, to, words, _because) => {
    expect(daysAndMonths(from, to)).toBe(words)
  })
})
