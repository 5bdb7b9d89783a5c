import { dayFrom, type IsoDate, isoOf } from './day.ts'

/** The date that it was in a time zone so many seconds after the beginning of 1970 in UTC. */
export function localDate(seconds: number, timeZone: string): IsoDate {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'short' })
  const [day, month, year] = format
    .format(new Date(seconds * 1000))
    .split('/')
    .map(Number)
  return isoOf(dayFrom(year ?? 1970, month ?? 1, day ?? 1))
}
