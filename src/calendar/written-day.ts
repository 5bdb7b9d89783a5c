import { addDays, dayFrom, dayOf, EARLIEST_YEAR, type IsoDate, isoOf, LATEST_YEAR } from './day.ts'
import { monthName } from './format-date.ts'
import { relativeDate } from './relative-day.ts'

/** The day, the month and the year of a date, as they are written: `1`, `march` or `3`, `24`. */
export type DateParts = {
  readonly day: string
  readonly month: string
  readonly year: string | undefined
  /** Whether numbers alone say which is the day: others put the month first. */
  readonly isNumeric: boolean
}

const NAMED = '(?<month>[a-z]{3})[a-z]*'
const NUMBER = '(?<day>\\d{1,2})(?:st|nd|rd|th)?'
const YEAR = '(?:,? (?<year>\\d{4}|\\d{2}))?'
const WEEKDAY = '(?:[a-z]+,? )?'

const FORMS = [
  /^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})(?:[T ].*)?$/,
  new RegExp(`^${WEEKDAY}${NUMBER} (?:of )?${NAMED}${YEAR}$`, 'i'),
  new RegExp(`^${NAMED} ${NUMBER}${YEAR}$`, 'i'),
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/,
]

const NUMERIC = /^(?<day>\d{1,2})[-/. ](?<month>\d{1,2})(?:[-/. ](?<year>\d{4}|\d{2}))?$/

/**
 * The parts of a date in any of the forms that people write in Britain: `12/01/2024`, `12.1.24`,
 * `12 January 2024`, `Friday 12th jan`, `January 12`; undefined for any other text.
 */
export function datePartsOf(written: string): DateParts | undefined {
  // Papers have curly quotes and dashes where a date wants none and hyphens.
  const text = written
    .replace(/[‘’“”'"]/g, '')
    .replace(/[‐-―−]/g, '-')
    .trim()
  const numeric = NUMERIC.exec(text)
  const match = numeric ?? FORMS.map((form) => form.exec(text)).find(Boolean)
  if (!match?.groups) return undefined
  const { day = '', month = '', year } = match.groups
  return { day, month, year, isNumeric: numeric !== null }
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** The number of a month that is written as one, or by the first letters of its name; 0 for no month. */
export function monthNumber(month: string): number {
  if (/^\d+$/.test(month)) return Number(month) <= 12 ? Number(month) : 0
  return MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1
}

/** The year that two or four digits mean. */
export function yearNumber(year: string): number {
  return Number(year.length === 2 ? `20${year}` : year)
}

/** A day as somebody wrote it, or what is wrong with it, as a sentence. */
export type WrittenDay =
  | { readonly date: IsoDate; readonly isNumeric: boolean }
  | { readonly fault: string }

/** A date without a year lies in the past, or this many days ahead at most. */
const SOON = 31

/**
 * The day that a text means to somebody in Britain: what `datePartsOf` knows, `today`, `yesterday`.
 * Without a year, the last such day up to `latest`, if that is not given some days after today.
 */
export function readWrittenDay(
  text: string,
  today: IsoDate,
  latest: IsoDate = isoOf(addDays(dayOf(today), SOON)),
): WrittenDay {
  const relative = relativeDate(text.trim(), today)
  if (relative) return { date: relative, isNumeric: false }
  const parts = datePartsOf(text)
  const month = parts && monthNumber(parts.month)
  if (!parts || !month) return { fault: 'A day is like 1 march, 1/3/2024 or 2024-03-01.' }
  const day = Number(parts.day)
  const year = parts.year === undefined ? lastYearWith(month, day, latest) : yearNumber(parts.year)
  if (year < EARLIEST_YEAR || year > LATEST_YEAR) {
    return { fault: `The year must lie between ${EARLIEST_YEAR} and ${LATEST_YEAR}.` }
  }
  const length = daysIn(year, month)
  if (day >= 1 && day <= length) {
    return { date: isoOf(dayFrom(year, month, day)), isNumeric: parts.isNumeric }
  }
  return { fault: `${monthName(dayFrom(year, month, 1))} has ${length} days.` }
}

/** How many days a month has. */
function daysIn(year: number, month: number): number {
  return dayFrom(year, month + 1, 1) - dayFrom(year, month, 1)
}

/** The last year in which a day of a month comes no later than a date; that of the date for no day. */
function lastYearWith(month: number, day: number, latest: IsoDate): number {
  const last = Number(latest.slice(0, 4))
  // 29 February is eight years away at most.
  const years = Array.from({ length: 9 }, (_, ago) => last - ago)
  const fits = (year: number) =>
    day <= daysIn(year, month) && dayFrom(year, month, day) <= dayOf(latest)
  return years.find(fits) ?? last
}

/** The month that a text means, as `2024-02`: `feb 2024`, `11/2023`, `2023-11`, or the last `feb`. */
export function readWrittenMonth(text: string, today: IsoDate): string | undefined {
  const match =
    /^(?<month>\d{1,2}|[a-z]{3,})(?:[ /.-](?<year>\d{4}))?$/i.exec(text.trim()) ??
    /^(?<year>\d{4})-(?<month>\d{2})$/.exec(text.trim())
  const { month = '', year } = match?.groups ?? {}
  const number = monthNumber(month)
  // A number alone is a day.
  if (number === 0 || (year === undefined && /^\d/.test(month))) return undefined
  const full = year === undefined ? lastYearWith(number, 1, today) : yearNumber(year)
  if (full < EARLIEST_YEAR || full > LATEST_YEAR) return undefined
  return isoOf(dayFrom(full, number, 1)).slice(0, 'YYYY-MM'.length)
}
