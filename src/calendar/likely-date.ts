import { addDays, dayOf, type IsoDate, isoOf, readIsoDate } from './day.ts'
import { datePartsOf, monthNumber, yearNumber } from './written-day.ts'

/**
 * The date that a person most likely meant by a text in another form: British order
 * (`12/01/2024`, `12.1.24`), a date with a time, a month by its name (`12 January 2024`).
 * For a hint only: a date is never taken from it.
 */
export function likelyDate(written: string): IsoDate | undefined {
  const parts = datePartsOf(written)
  if (parts?.year === undefined) return undefined
  return wholeDate(parts.year, monthNumber(parts.month), parts.day)
}

/**
 * The date that a spreadsheet stores as this number: it counts from 30 December 1899, as its 1900 has a
 * 29 February. For a hint only.
 */
export function spreadsheetDate(written: string): IsoDate | undefined {
  const days = /^(\d{5})(?:\.\d+)?$/.exec(written.trim())?.[1]
  if (days === undefined) return undefined
  const date = readIsoDate(isoOf(addDays(dayOf('1899-12-30'), Number(days))))
  return typeof date === 'string' ? date : undefined
}

function wholeDate(year: string, month: number, day: string): IsoDate | undefined {
  const padded = (number: number | string) => String(number).padStart(2, '0')
  const date = readIsoDate(`${yearNumber(year)}-${padded(month)}-${padded(day)}`)
  return typeof date === 'string' ? date : undefined
}

/** The month that a person most likely meant, as `2023-11`: `November 2023`, `11/2023`. */
export function likelyMonth(written: string): string | undefined {
  const [first = '', year = '', more] = written.trim().split(/[ /.-]+/)
  if (more !== undefined || !/^\d{4}$/.test(year)) return undefined
  return wholeDate(year, monthNumber(first), '1')?.slice(0, 'YYYY-MM'.length)
}
