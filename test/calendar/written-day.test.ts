import { describe, expect, it } from 'vitest'
import { addDays, dayOf, isoOf } from '../../src/calendar/day.ts'
import { longDate, shortDate } from '../../src/calendar/format-date.ts'
import { readWrittenDay, readWrittenMonth } from '../../src/calendar/written-day.ts'
import { isoDate } from '../helpers/memory-host.ts'

const TODAY = isoDate('2024-03-04')

describe('a day as somebody wrote it on 4 March 2024', () => {
  it.each([
    ['today', '2024-03-04', 'it is today'],
    [' Yesterday ', '2024-03-03', 'blanks and case make no difference'],
    ['2024-03-01', '2024-03-01', 'it is written in full'],
    ['1/3/2024', '2024-03-01', 'the day comes first'],
    ['1.3.24', '2024-03-01', 'two digits are of this century'],
    ['01-03-2024', '2024-03-01', 'hyphens are the same'],
    ['1/3', '2024-03-01', 'the year is this one'],
    ['1 march', '2024-03-01', 'the month has its name'],
    ['1st of March, 2024', '2024-03-01', 'it is as in a letter'],
    ['Friday 1 March 2024', '2024-03-01', 'it is as plandue writes it'],
    ['mar 1', '2024-03-01', 'the month comes first'],
    ['5 dec', '2023-12-05', 'that of this year has not come'],
    ['4 apr', '2024-04-04', 'it is a month away'],
    ['5 apr', '2023-04-05', 'it is more than a month away'],
    ['29 feb', '2024-02-29', 'the year has one'],
    ['“1 march”', '2024-03-01', 'papers have quotes'],
    ['1–3–2024', '2024-03-01', 'they have dashes'],
    [' 1 march ', '2024-03-01', 'blanks come before and after it'],
    ['20240301', '2024-03-01', 'a file has its date so'],
    ['1/1/1950', '1950-01-01', 'it is the first day that a record may name'],
    ['31/12/2099', '2099-12-31', 'it is the last'],
  ])('%j is %s, because %s', (text, date, _because) => {
    expect(readWrittenDay(text, TODAY)).toMatchObject({ date })
  })

  it('of 2023 is found for 29 February in the leap year before', () => {
    expect(readWrittenDay('29 feb', isoDate('2023-12-04'))).toMatchObject({ date: '2020-02-29' })
  })

  it.each([
    ['31/2/2024', 'February 2024 has 29 days.', 'there is no such day'],
    ['0/2/2024', 'February 2024 has 29 days.', 'days count from 1'],
    ['31 june', 'June 2024 has 30 days.', 'without a year as well'],
    ['1/13/2024', 'A day is like 1 march, 1/3/2024 or 2024-03-01.', 'there is no 13th month'],
    ['1/3/1924', 'The year must lie between 1950 and 2099.', 'it is a slip'],
    ['31/12/1949', 'The year must lie between 1950 and 2099.', 'it is a day too early'],
    ['1/1/2100', 'The year must lie between 1950 and 2099.', 'it is a day too late'],
    ['soon', 'A day is like 1 march, 1/3/2024 or 2024-03-01.', 'it is no day'],
    ['', 'A day is like 1 march, 1/3/2024 or 2024-03-01.', 'it is nothing'],
  ])('%j is none: %s, because %s', (text, fault, _because) => {
    expect(readWrittenDay(text, TODAY)).toEqual({ fault })
  })

  it.each([
    ['1/3/2024', true],
    ['1.3.2024', true],
    ['1 march 2024', false],
    ['2024-03-01', false],
    ['today', false],
  ])('%j could be meant otherwise: %j', (text, isNumeric) => {
    expect(readWrittenDay(text, TODAY)).toMatchObject({ isNumeric })
  })
})

it('every day of four years is read back from the ways in which it is written', () => {
  const first = dayOf('2020-01-01')
  const dates = Array.from({ length: 1461 }, (_, offset) => isoOf(addDays(first, offset)))
  const british = (date: string) => date.split('-').reverse().join('/')
  for (const date of dates) {
    for (const text of [date, longDate(date), shortDate(date), british(date)]) {
      expect(readWrittenDay(text, TODAY)).toMatchObject({ date })
    }
  }
})

describe('a month as somebody wrote it on 4 March 2024', () => {
  it.each([
    ['feb', '2024-02', 'it is the last one'],
    ['March', '2024-03', 'it has begun'],
    ['April', '2023-04', 'that of this year has not'],
    ['Nov 2023', '2023-11', 'it has its year'],
    ['11/2023', '2023-11', 'it is a number'],
    ['2023-11', '2023-11', 'it is written in full'],
    ['2023-13', undefined, 'there is none'],
    ['11', undefined, 'a number is a day'],
    ['1 feb', undefined, 'it is a day'],
    ['feb 1850', undefined, 'it is a slip'],
    [' 11/2023 ', '2023-11', 'blanks come before and after it'],
    [' 2023-11 ', '2023-11', 'likewise'],
    ['jan 1950', '1950-01', 'it is the first month that counts'],
    ['dec 1949', undefined, 'it is the month before that'],
    ['dec 2099', '2099-12', 'it is the last'],
    ['jan 2100', undefined, 'it is the month after that'],
    ['12023-11', undefined, 'the year has five digits'],
    ['2023-111', undefined, 'the month has three'],
  ])('%j is %j, because %s', (text, month, _because) => {
    expect(readWrittenMonth(text, TODAY)).toBe(month)
  })
})
