import { describe, expect, it } from 'vitest'
import { addDays, dayFrom, dayOf, isoOf, readIsoDate, weekday } from '../../src/calendar/day.ts'

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
    ['1950-01-01', '1950-01-01', 'it is the first day that counts'],
    ['1949-12-31', { fault: 'outOfRange' }, 'it is the day before that'],
    ['2099-12-31', '2099-12-31', 'it is the last'],
    ['2100-01-01', { fault: 'outOfRange' }, 'it is the day after that'],
    ['2024-00-12', { fault: 'noSuchDay' }, 'months count from 1'],
    ['2024-01-00', { fault: 'noSuchDay' }, 'so do days'],
    ['2024-01-99', { fault: 'noSuchDay' }, 'no month has as many'],
    ['2024-01-12\n', { fault: 'notADate' }, 'something comes after it'],
    ['on 2024-01-12', { fault: 'notADate' }, 'something comes before it'],
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
})

it('runs on over the end of a year', () => {
  expect(isoOf(dayFrom(2023, 13, 1))).toBe('2024-01-01')
})
