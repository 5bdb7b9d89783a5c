import { dayFrom, type IsoDate, isoOf } from './day.ts'

/**
 * The date that it was in a time zone so many seconds after the beginning of 1970 in UTC. The time zone
 * of the process plays no part in it.
 */
export function localDate(seconds: number, timeZone: string): IsoDate {
  const now = new Date(seconds * 1000)
  // Intl would cost a tenth of a short run, and London is never more than an hour ahead of UTC.
  if (timeZone === 'Europe/London' && now.getUTCHours() < 23) return isoDate(now.toISOString())
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'short' })
  const [day, month, year] = format.format(now).split('/').map(Number)
  return isoOf(dayFrom(year ?? 1970, month ?? 1, day ?? 1))
}

function isoDate(instant: string): IsoDate {
  const [year, month, day] = instant.slice(0, 10).split('-').map(Number)
  return isoOf(dayFrom(year ?? 1970, month ?? 1, day ?? 1))
}

/** The time of day that it was, likewise, like `06:05`. */
export function localTime(seconds: number, timeZone: string): string {
  const format = { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  return new Intl.DateTimeFormat('en-GB', format).format(new Date(seconds * 1000))
}
