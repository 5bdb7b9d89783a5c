import { EARLIEST_YEAR, type IsoDate, LATEST_YEAR, readIsoDate } from '../../../calendar/day.ts'
import { longDate } from '../../../calendar/format-date.ts'
import { likelyDate, likelyMonth, spreadsheetDate } from '../../../calendar/likely-date.ts'

/** Why a text is not a date, and the likely date. */
export type NoDate = { readonly why: string; readonly likely: string | undefined }

const TOKENS: Readonly<Record<string, string>> = {
  YYYY: '(?<year>\\d{4})',
  YY: '(?<year>\\d{2})',
  MMMM: '(?<name>[A-Za-z]{3,9})',
  MM: '(?<month>\\d{1,2})',
  DD: '(?<day>\\d{1,2})',
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * Reads a date in one of several forms. A year of two digits is in this century and not after `today`.
 * A refused text comes with a likely date, which is never used.
 */
export function readDate(text: string, forms: readonly string[], today: IsoDate): IsoDate | NoDate {
  const faults: NoDate[] = []
  for (const form of forms) {
    const parts = patternOf(form).exec(text)?.groups
    if (!parts) continue
    const read = dateOf(parts, today)
    if (typeof read === 'string') return read
    faults.push({ ...read, likely: monthFirst(text) })
  }
  const stored = spreadsheetDate(text)
  if (stored && faults.length === 0) {
    return { why: 'it is the number by which a spreadsheet stores a date', likely: stored }
  }
  return faults[0] ?? { why: `it is not a date like ${forms.join(', ')}`, likely: likelyDate(text) }
}

/**
 * Reads a month such as `2023-11`, or as a spreadsheet shows it: `Nov-23`, `Nov-2023`. A year of two
 * digits is in this century and not after `today`. Undefined for any other text.
 */
export function readMonth(text: string, today: IsoDate): string | undefined {
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return text
  const [, name, year = ''] = /^([A-Za-z]{3,9})[- ](\d{2}|\d{4})$/.exec(text) ?? []
  if (name === undefined) return undefined
  const month = likelyMonth(`${name} ${year.padStart(4, '20')}`)
  return year.length === 2 && month !== undefined && month > today ? undefined : month
}

function dateOf(
  { year = '', month = '', name = '', day = '' }: Record<string, string>,
  today: IsoDate,
): IsoDate | { why: string } {
  const number = month || String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1)
  const whole = year.length === 2 ? `20${year}` : year
  const date = readIsoDate(`${whole}-${number.padStart(2, '0')}-${day.padStart(2, '0')}`)
  if (typeof date !== 'string') return { why: WHY[date.fault] }
  if (year.length === 2 && date > today) {
    return { why: `its year has two digits, and ${longDate(date)} is in the future` }
  }
  return date
}

const WHY = {
  notADate: 'the calendar has no such day',
  noSuchDay: 'the calendar has no such day',
  outOfRange: `the year must lie between ${EARLIEST_YEAR} and ${LATEST_YEAR}`,
}

/** The date of a text that must have the month before the day; undefined where it need not. */
export function monthFirst(text: string): IsoDate | undefined {
  const parts = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{2}|\d{4})$/.exec(text)
  const [, month = '', , day = '', year = ''] = parts ?? []
  return parts && Number(day) > 12 ? likelyDate(`${day}/${month}/${year}`) : undefined
}

/** Whether a text is a date in which day and month could be swapped. */
export function isAmbiguous(text: string): boolean {
  const [, first = 0, , second = 0] = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{2}|\d{4})$/.exec(text) ?? []
  return Number(first) > 0 && Number(first) <= 12 && Number(second) <= 12 && first !== second
}

const patterns = new Map<string, RegExp>()

function patternOf(form: string): RegExp {
  const known = patterns.get(form)
  if (known) return known
  const source = form
    .split(/(YYYY|YY|MMMM|MM|DD)/)
    .map((part) => TOKENS[part] ?? part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('')
  const pattern = new RegExp(`^${source}$`)
  patterns.set(form, pattern)
  return pattern
}
