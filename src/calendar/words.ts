import { format } from 'date-fns/format'
import { dayOf } from './day.ts'
import { utcDate } from './utc-date.ts'

const longDates = new Map<string, string>()

/** A day in words, for a sentence: `Tuesday 23 April 2024`. The days of a run repeat: each once. */
export function longDate(date: string): string {
  const known = longDates.get(date)
  if (known !== undefined) return known
  const words = format(utcDate(dayOf(date)), 'EEEE d MMMM yyyy')
  longDates.set(date, words)
  return words
}

/** A day in few words, for a column: `Tue 23 Apr 2024`. */
export function shortDate(date: string): string {
  return format(utcDate(dayOf(date)), 'EEE d MMM yyyy')
}
