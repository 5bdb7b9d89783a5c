import { format } from 'date-fns/format'
import { addDays, type Day, dayFrom, dayOf, weekday } from './day.ts'
import { utcDate } from './utc-date.ts'

/** A day in words, for a sentence: `Tuesday 23 April 2024`. */
export function longDate(date: string): string {
  const day = dayOf(date)
  return `${WEEKDAYS[weekday(day)]} ${Number(date.slice(8))} ${MONTHS[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`
}

/** A day in few words, for a column: `Tue 23 Apr 2024`. */
export function shortDate(date: string): string {
  return format(utcDate(dayOf(date)), 'EEE d MMM yyyy')
}

/** The month of a day in words: `April 2024`. */
export function monthName(day: Day): string {
  return format(utcDate(day), 'MMMM yyyy')
}

/** A day under a heading that names its year: `Tue 23 Apr`. */
export function dayAndMonth(date: string): string {
  return format(utcDate(dayOf(date)), 'EEE d MMM')
}

/** A day in few words in a report of another day: `Tue 23 Apr`, with the year where it is another. */
export function dateWithin(today: string, date: string): string {
  return date.slice(0, 4) === today.slice(0, 4) ? dayAndMonth(date) : shortDate(date)
}

/** A day without its weekday: `23 Apr 2024`. */
export function dayMonthYear(date: string): string {
  return format(utcDate(dayOf(date)), 'd MMM yyyy')
}

/** Several days under a heading that names the year of the first: `30–31 Jul`, `23 Jun–4 Jul`. */
export function daysAndMonths(from: string, to: string): string {
  const isOneMonth = from.slice(0, 7) === to.slice(0, 7)
  const first = format(utcDate(dayOf(from)), isOneMonth ? 'd' : 'd MMM')
  return `${first}–${format(utcDate(dayOf(to)), 'd MMM')}`
}

// A large run puts thousands of days into words, so the names are asked for once.
const SUNDAY = dayOf('2023-12-31')
const WEEKDAYS = named(7, (index) => addDays(SUNDAY, index), 'EEEE')
const MONTHS = named(12, (index) => dayFrom(2024, index + 1, 1), 'MMMM')

function named(count: number, day: (index: number) => Day, pattern: string): string[] {
  return Array.from({ length: count }, (_, index) => format(utcDate(day(index)), pattern))
}
