/** A day of the Gregorian calendar as people write it: `2024-01-12`. Strings sort as days do. */
export type IsoDate = string & { readonly isoDate: unique symbol }

/**
 * A day as a whole number: days since 1 January 1970. Days, never instants, so no time zone and no
 * clock change can move one.
 */
export type Day = number & { readonly day: unique symbol }

/** How many milliseconds a day has in UTC, where no clock changes. */
export const MILLISECONDS = 86_400_000

/** The first and the last year that a record may name; what lies outside is taken for a slip. */
export const EARLIEST_YEAR = 1950
export const LATEST_YEAR = 2099

/** The day so many calendar days after another (before it, where the count is negative). */
export function addDays(day: Day, count: number): Day {
  return (day + count) as Day
}

/** The day of a year, a month (1 to 12) and a day of the month; days over the end run on. */
export function dayFrom(year: number, month: number, dayOfMonth: number): Day {
  return (Date.UTC(year, month - 1, dayOfMonth) / MILLISECONDS) as Day
}

/** The year of a day. */
export function yearOf(day: Day): number {
  return new Date(day * MILLISECONDS).getUTCFullYear()
}

/** 0 for Sunday to 6 for Saturday. */
export function weekday(day: Day): number {
  return (((day + 4) % 7) + 7) % 7
}

export const SUNDAY = 0
export const SATURDAY = 6

/** Whether a day is a Saturday or a Sunday. */
export function isWeekend(day: Day): boolean {
  return weekday(day) === SATURDAY || weekday(day) === SUNDAY
}

/** The day that a date names. The text has been checked before: see `readIsoDate`. */
export function dayOf(date: string): Day {
  return dayFrom(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10)))
}

const isoDates = new Map<Day, IsoDate>()

/** The date of a day, as `2024-01-12`. The days of a run repeat, so each is written out once. */
export function isoOf(day: Day): IsoDate {
  const known = isoDates.get(day)
  if (known !== undefined) return known
  const date = new Date(day * MILLISECONDS).toISOString().slice(0, 10) as IsoDate
  isoDates.set(day, date)
  return date
}

/** Whether the calendar has the day that a text of the right form names: not 2023-02-29. */
function isInCalendar(text: string): text is IsoDate {
  // A day that is none of its month runs on into another.
  return new Date(dayOf(text) * MILLISECONDS).getUTCMonth() + 1 === Number(text.slice(5, 7))
}

/** What can be wrong with a text that should be a date. */
export type DateFault = 'notADate' | 'noSuchDay' | 'outOfRange'

/** The date that a text names in full (`2024-01-12`), or what is wrong with the text. */
export function readIsoDate(text: string): IsoDate | { fault: DateFault } {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return { fault: 'notADate' }
  const year = Number(text.slice(0, 4))
  if (year < EARLIEST_YEAR || year > LATEST_YEAR) return { fault: 'outOfRange' }
  return isInCalendar(text) ? text : { fault: 'noSuchDay' }
}
