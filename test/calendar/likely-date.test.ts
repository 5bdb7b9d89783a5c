import { describe, expect, it } from 'vitest'
import { likelyDate, likelyMonth, spreadsheetDate } from '../../src/calendar/likely-date.ts'

describe('the date that is most likely meant', () => {
  it.each([
    ['12/01/2024', '2024-01-12', 'the day comes first in Britain'],
    ['1.2.24', '2024-02-01', 'two digits are of this century'],
    ['12 January 2024', '2024-01-12', 'the month has its name'],
    ['2024-01-12T09:00:00Z', '2024-01-12', 'the time is left out'],
    ['12 January', undefined, 'it has no year, and a record outlives its own'],
    ['30/02/2024', undefined, 'there is no such day'],
    ['01/13/2024', undefined, 'there is no 13th month'],
    ['12/01/1899', undefined, 'the year is a slip'],
    ['soon', undefined, 'it is no date'],
  ])('of %j is %s, because %s', (written, date, _because) => {
    expect(likelyDate(written)).toBe(date)
  })
})

describe('the date that a spreadsheet keeps as a number', () => {
  it.each([
    ['45303', '2024-01-12', 'Excel shows it as 12/01/2024'],
    ['45303.375', '2024-01-12', 'it was nine in the morning'],
    ['45303.5', '2024-01-12', 'it was noon'],
    [' 45303 ', '2024-01-12', 'a cell has blanks'],
    ['18264', '1950-01-01', 'it is the first day that a record may name'],
    ['18263', undefined, 'it is the day before that'],
    ['73050', '2099-12-31', 'it is the last'],
    ['73051', undefined, 'it is the day after that'],
    ['4530', undefined, 'it is too small: a day of 1912'],
    ['145303', undefined, 'it is too large'],
    ['45303.', undefined, 'a point wants digits'],
    ['45303.x', undefined, 'digits, not letters'],
    ['45303 days', undefined, 'it is a count of days'],
    ['£45303', undefined, 'it is an amount'],
    ['', undefined, 'it is nothing'],
  ])('%j is %s, because %s', (written, date, _because) => {
    expect(spreadsheetDate(written)).toBe(date)
  })
})

describe('the month that is most likely meant', () => {
  it.each([
    ['November 2023', '2023-11', 'it has its name'],
    ['nov-2023', '2023-11', 'it has a short name, and a hyphen'],
    ['11/2023', '2023-11', 'it is a number'],
    ['3.2024', '2024-03', 'its number has one digit'],
    ['  11 / 2023 ', '2023-11', 'blanks make no difference'],
    ['11/23', undefined, 'a year has four digits, else it might be a day'],
    ['11/20231', undefined, 'this one has five'],
    ['11/y2023', undefined, 'a year is digits only'],
    ['11/year', undefined, 'likewise'],
    ['1/11/2023', undefined, 'it is a day'],
    ['1/2023/2', undefined, 'something comes after the year'],
    ['13/2023', undefined, 'there is no 13th month'],
    ['Mond 2023', undefined, 'it is no month'],
    ['11/1850', undefined, 'the year is a slip'],
    ['soon', undefined, 'it is one word'],
    ['2023', undefined, 'it is a year alone'],
  ])('of %j is %s, because %s', (written, month, _because) => {
    expect(likelyMonth(written)).toBe(month)
  })
})
