import { type Day, dayOf, isoOf, weekday } from './day.ts'

/** A day in words, for a sentence: `Tuesday 23 April 2024`. */
export function longDate(date: string): string {
  return `${weekdayName(date)} ${dayOfMonth(date)} ${monthOf(date)} ${yearOf(date)}`
}

/** A day in few words, for a column: `Tue 23 Apr 2024`. */
export function shortDate(date: string): string {
  return `${dayAndMonth(date)} ${yearOf(date)}`
}

/** The month of a day in words: `April 2024`. */
export function monthName(day: Day): string {
  const date = isoOf(day)
  return `${monthOf(date)} ${yearOf(date)}`
}

/** A day under a heading that names its year: `Tue 23 Apr`. */
export function dayAndMonth(date: string): string {
  return `${short(weekdayName(date))} ${dayMonth(date)}`
}

/** A day in few words in a report of another day: `Tue 23 Apr`, with the year where it is another. */
export function dateWithin(today: string, date: string): string {
  return yearOf(date) === yearOf(today) ? dayAndMonth(date) : shortDate(date)
}

/** A day without its weekday: `23 Apr 2024`. */
export function dayMonthYear(date: string): string {
  return `${dayMonth(date)} ${yearOf(date)}`
}

/** Several days under a heading that names the year of the first: `30–31 Jul`, `23 Jun–4 Jul`. */
export function daysAndMonths(from: string, to: string): string {
  const isOneMonth = from.slice(0, 7) === to.slice(0, 7)
  return `${isOneMonth ? dayOfMonth(from) : dayMonth(from)}–${dayMonth(to)}`
}

function dayMonth(date: string): string {
  return `${dayOfMonth(date)} ${short(monthOf(date))}`
}

function dayOfMonth(date: string): number {
  return Number(date.slice(8))
}

function monthOf(date: string): string {
  return MONTHS[Number(date.slice(5, 7)) - 1] ?? ''
}

function yearOf(date: string): string {
  return date.slice(0, 4)
}

function weekdayName(date: string): string {
  return WEEKDAYS[weekday(dayOf(date))] ?? ''
}

function short(name: string): string {
  return name.slice(0, 3)
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
]
