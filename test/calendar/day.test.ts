import { describe, expect, it } from 'vitest'
import { addDays, dayFrom, dayOf, isoOf, readIsoDate, weekday } from '../../src/calendar/day.ts'
import { dayAndMonth, daysAndMonths, longDate, shortDate } from '../../src/calendar/format-date.ts'

describe('reading a date', () => {
  it.each([
    ['2024-01-12', '2024-01-12', 'it is one'],
    ['2024-02-29', '2024-02-29', 'the year has a leap day'],
    ['2023-02-29', { fault: 'noSuchDay' }, 'the year has none'],
    ['2024-13-01', { fault: 'noSuchDay' }, 'there is no 13th month'],
    ['2024-1-12', { fault: 'notADate' }, 'the month has one digit'],
    ['12/01/2024', { fault: 'notADate' }, 'it is in British order'],
    ['2024-01-12T09:00:00Z', { fault: 'notADate' }, 'it is an instant'],
    ['0224-01-12', { fault: 'outOfRange' }, 'a year before 1950 is a slip'],
    ['2100-01-01', { fault: 'outOfRange' }, 'so is one after 2099'],
    ['2024-01-12\n', { fault: 'notADate' }, 'something comes after it'],
  ])('%j is %j, because %s', (text, expected, _because) => {
    expect(readIsoDate(text)).toEqual(expected)
  })
})

describe('every day from 1950 to 2099', () => {
  const first = dayOf('1950-01-01')
  const all = Array.from({ length: dayOf('2099-12-31') - first + 1 }, (_, offset) =>
    addDays(first, offset),
  )

  it('comes back from its date', () => {
    expect(all.filter((day) => dayOf(isoOf(day)) !== day)).toEqual([])
  })

  it('follows the weekday of the day before', () => {
    expect(all.filter((day) => weekday(addDays(day, 1)) !== (weekday(day) + 1) % 7)).toEqual([])
    expect(weekday(dayOf('2024-01-12'))).toBe(5)
  })

  it('has the same words in any time zone', () => {
    // Samoa had no 30 December 2011, and London no hour after 1 a.m. on 31 March 2024.
    expect(longDate('2011-12-30')).toBe('Friday 30 December 2011')
    expect(longDate('2024-03-31')).toBe('Sunday 31 March 2024')
    expect(shortDate('2024-04-23')).toBe('Tue 23 Apr 2024')
    expect(dayAndMonth('2024-04-23')).toBe('Tue 23 Apr')
  })

  it.each([
    ['2024-07-30', '2024-07-31', '30–31 Jul', 'both are in one month'],
    ['2025-06-23', '2025-07-04', '23 Jun–4 Jul', 'they are in two'],
    ['2024-12-30', '2025-12-02', '30 Dec–2 Dec', 'a month of two years is not one month'],
  ])('from %s to %s is %s, because %s', (from, to, words, _because) => {
    expect(daysAndMonths(from, to)).toBe(words)
  })
})

it('runs on over the end of a year', () => {
  expect(isoOf(dayFrom(2023, 13, 1))).toBe('2024-01-01')
})
