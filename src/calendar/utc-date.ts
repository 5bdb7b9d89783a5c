import { UTCDateMini } from '@date-fns/utc/date/mini'
import { type Day, MILLISECONDS } from './day.ts'

/** The day as a date in UTC, for the functions of date-fns: they work in its zone, not the machine's. */
export function utcDate(day: Day): Date {
  return new UTCDateMini(day * MILLISECONDS)
}

/** The day of a date that date-fns has made out of `utcDate`. */
export function dayOfUtcDate(date: Date): Day {
  return (date.getTime() / MILLISECONDS) as Day
}
