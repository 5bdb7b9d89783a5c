import { format } from 'date-fns/format'
import { dayOf } from './day.ts'
import { utcDate } from './utc-date.ts'

/** A day in words, for a sentence: `Tuesday 23 April 2024`. */
export function longDate(date: string): string {
  return format(utcDate(dayOf(date)), 'EEEE d MMMM yyyy')
}

/** A day in few words, for a column: `Tue 23 Apr 2024`. */
export function shortDate(date: string): string {
  return format(utcDate(dayOf(date)), 'EEE d MMM yyyy')
}
