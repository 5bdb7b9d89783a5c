import { describe, expect, it } from 'vitest'
import { addDays, dayOf, isoOf } from '../../../src/calendar/day.ts'
import { readDate, readMonth } from '../../../src/commands/import/rows/dates.ts'
import { isoDate } from '../../helpers/memory-host.ts'

const FORMS = ['DD/MM/YY', 'DD/MM/YYYY', 'YYYY-MM-DD', 'YYYY-MM-DD 00:00:00', 'DD MMMM YYYY']
const today = isoDate('2024-02-05')

describe('readDate, as at 5 February 2024', () => {
  it.each([
    ['19/11/21', '2021-11-19', 'two digits mean this century'],
    ['05/02/24', '2024-02-05', 'today is not in the future'],
    ['1/2/2019', '2019-02-01', 'a zero can be left out'],
    ['2021-11-19', '2021-11-19', 'it is the form of the standard'],
    ['2021-11-19 00:00:00', '2021-11-19', 'a program has written it'],
    ['19 November 2021', '2021-11-19', 'the month can have its name'],
    ['29/02/20', '2020-02-29', 'it was a leap year'],
    ['05/02/2030', '2030-02-05', 'four digits say what they mean'],
  ])('reads %s as %s, because %s', (text, expected, _because) => {
    expect(readDate(text, FORMS, today)).toBe(expected)
  })

  it.each([
    ['06/02/24', 'in the future', undefined, 'two digits never lie in the future'],
    ['19/11/99', 'in the future', undefined, 'nor do they mean the last century'],
    ['31/02/22', 'no such day', undefined, 'February has 28 days'],
    ['11/19/21', 'no such day', '2021-11-19', 'the month stands first'],
    ['19.11.2021', 'not a date like', '2021-11-19', 'nobody said that days have points'],
    ['2021-11-19T09:00', 'not a date like', '2021-11-19', 'an hour is more than the form has'],
    ['19/11/1066', 'between 1950 and 2099', undefined, 'it is a slip'],
    ['soon', 'not a date like', undefined, 'it is no date'],
    ['19/11/21; rm', 'not a date like', undefined, 'the whole text counts'],
  ])('refuses %s, %s, meaning %s, because %s', (text, why, likely, _because) => {
    const read = readDate(text, FORMS, today)
    expect(read).toMatchObject({ why: expect.stringContaining(why), likely })
  })

  it.each([
    ['45231', '2023-11-01', 'it counts from 30 December 1899'],
    ['45231.5', '2023-11-01', 'noon is half a day'],
    ['19725', '1954-01-01', 'so it is for dates long ago'],
  ])('takes %s for the number of %s in a spreadsheet, because %s', (text, likely, _because) => {
    expect(readDate(text, FORMS, today)).toMatchObject({
      why: 'it is the number by which a spreadsheet stores a date',
      likely,
    })
  })

  it.each(['99999', '1234', '123456', '-45231'])('takes %s for no such number', (text) => {
    expect(readDate(text, FORMS, today)).toMatchObject({ likely: undefined })
  })

  it('reads every day of the century in every form, or refuses it', () => {
    const written = (date: string, form: string) =>
      form
        .replace('YYYY', date.slice(0, 4))
        .replace('YY', date.slice(2, 4))
        .replace(/\bMM\b/, date.slice(5, 7))
        .replace('DD', date.slice(8))
    const forms = FORMS.filter((form) => !form.includes('MMMM'))
    for (let day = dayOf('2000-01-01'); day < dayOf('2040-01-01'); day = addDays(day, 1)) {
      const date = isoOf(day)
      for (const form of forms) {
        const isRefused = date > today && !form.includes('YYYY')
        const read = readDate(written(date, form), FORMS, today)
        expect(typeof read === 'string' ? read : 'refused').toBe(isRefused ? 'refused' : date)
      }
    }
  })
})

describe('readMonth, as at 5 February 2024', () => {
  it.each([
    ['2023-11', '2023-11', 'it is the form of a record'],
    ['Nov-23', '2023-11', 'a British Excel shows it so'],
    ['Nov-2023', '2023-11', 'or so'],
    ['Feb-24', '2024-02', 'this month is not in the future'],
    ['Mar-24', undefined, 'two digits never lie in the future'],
    ['Mar-2024', '2024-03', 'four digits say what they mean'],
    ['November 2023', '2023-11', 'the month can have its name'],
    ['2023-13', undefined, 'a year has twelve months'],
    ['Foo-23', undefined, 'there is no such month'],
    ['1-Nov-23', undefined, 'that is a day'],
  ])('reads %s as %s, because %s', (text, month, _because) => {
    expect(readMonth(text, today)).toBe(month)
  })
})
