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

/** A day in few words, with its year only where that is not the one of another day. */
export function dateInYear(date: string, day: string): string {
  return date.slice(0, 4) === day.slice(0, 4) ? dayAndMonth(date) : shortDate(date)
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
