import { addDays, dayOf, type IsoDate, isoOf, readIsoDate } from './day.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * The date that a person most likely meant by a text in another form: British order
 * (`12/01/2024`, `12.1.24`), a date with a time, a month by its name (`12 January 2024`).
 * For a hint only: a date is never taken from it.
 */
export function likelyDate(written: string): IsoDate | undefined {
  // Papers have curly quotes and dashes where a date wants none and hyphens.
  const text = written
    .replace(/[‘’“”'"]/g, '')
    .replace(/[‐-―−]/g, '-')
    .trim()
  const year = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(text)
  if (year) return wholeDate(year[1], year[2], year[3])
  const british = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{2}|\d{4})$/.exec(text)
  if (british) return wholeDate(british[3], british[2], british[1])
  const named = /^(?:[a-z]+,? )?(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3})[a-z]*,? (\d{2}|\d{4})$/i.exec(
    text,
  )
  if (named) return wholeDate(named[3], monthNumber(named[2]), named[1])
  const monthFirst = /^([a-z]{3})[a-z]* (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i.exec(text)
  if (monthFirst) return wholeDate(monthFirst[3], monthNumber(monthFirst[1]), monthFirst[2])
  const digits = /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  return digits ? wholeDate(digits[1], digits[2], digits[3]) : undefined
}

/**
 * The date that a spreadsheet stores as this number: it counts from 30 December 1899, as its 1900 has a
 * 29 February. For a hint only.
 */
export function spreadsheetDate(written: string): IsoDate | undefined {
  const [, days] = /^(\d{5})(?:\.\d+)?$/.exec(written.trim()) ?? []
  if (days === undefined) return undefined
  const date = readIsoDate(isoOf(addDays(dayOf('1899-12-30'), Number(days))))
  return typeof date === 'string' ? date : undefined
}

function monthNumber(name = ''): string {
  return String(MONTHS.indexOf(name.toLowerCase()) + 1)
}

function wholeDate(year = '', month = '', day = ''): IsoDate | undefined {
  const century = year.length === 2 ? `20${year}` : year
  const date = readIsoDate(`${century}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  return typeof date === 'string' ? date : undefined
}

/** The month that a person most likely meant, as `2023-11`: `November 2023`, `11/2023`. */
export function likelyMonth(written: string): string | undefined {
  const [first = '', year = '', more] = written.trim().split(/[ /.-]+/)
  if (more !== undefined || !/^\d{4}$/.test(year)) return undefined
  const number = /^\d+$/.test(first) ? first : monthNumber(first.slice(0, 3))
  return wholeDate(year, number, '1')?.slice(0, 'YYYY-MM'.length)
}
