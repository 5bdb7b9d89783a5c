import {
  type BankHolidayList,
  bankHolidays,
  FIRST_YEAR,
  HORIZON_YEAR,
  type HolidayDays,
  holidaysOfAll,
} from './bank-holidays.ts'
import { addDays, type Day, dayFrom, SATURDAY, SUNDAY, weekday, yearOf } from './day.ts'
import { type Calendar, divisionsOf } from './division.ts'

/**
 * The working days of a calendar: of one division, or of several at once.
 *
 * A working day is any day but Saturday, Sunday, Christmas Day, Good Friday and a bank holiday under
 * the Banking and Financial Dealings Act 1971 (SI 2007/462 regulation 1(2)). The official list names
 * Christmas Day and Good Friday beside the others.
 *
 * The counting rule, which stands here and nowhere else: day 1 is the first working day after the
 * start, whatever weekday the start is, and day n is the n-th. With Good Friday on 29 March 2024:
 *
 *     Thursday 28 March + 1 = Tuesday 2 April   (over Good Friday, the weekend, Easter Monday)
 *     Saturday 30 March + 1 = Tuesday 2 April   (a start on a closed day is no day lost)
 *     Friday 12 January + 20 = Friday 9 February
 *     Friday 12 January + 70 = Tuesday 23 April
 *
 * Adding and counting are look-ups in two tables, so they cost the same for 1 day and for 10,000.
 */
export type WorkingDays<H extends HolidayDays = HolidayDays> = {
  readonly holidays: H
  isWorkingDay(day: Day): boolean
  /** The working day that is so many working days after a day; before it, if the count is negative. */
  add(start: Day, count: number): Day
  /** How many working days lie after `from`, up to and with `to`; negative if `to` is before `from`. */
  between(from: Day, to: Day): number
}

/** Around the years of the official list: enough for all but odd dates, and soon tabulated. */
const YEARS_BEFORE = 2
const YEARS_AFTER = 12

/**
 * The working days of a calendar from `FIRST_YEAR` to `HORIZON_YEAR`.
 * `add` throws a RangeError for a sum outside of these years.
 */
export function workingDays<H extends HolidayDays>(holidays: H): WorkingDays<H> {
  let table = tabulate(
    holidays,
    yearOf(holidays.firstOfficial) - YEARS_BEFORE,
    yearOf(holidays.lastOfficial) + YEARS_AFTER,
  )
  /** A day that the first table does not reach brings in the whole one. */
  const whole = () => {
    table = tabulate(holidays, FIRST_YEAR, HORIZON_YEAR)
    return table
  }
  const between = (from: Day, to: Day) =>
    difference(table, from, to) ?? difference(whole(), from, to) ?? outOfRange()
  const add = (start: Day, count: number) =>
    (sum(table, start, count) ?? sum(whole(), start, count) ?? outOfRange()) as Day
  const isWorkingDay = (day: Day) => between(addDays(day, -1), day) === 1
  return {
    holidays,
    isWorkingDay,
    add,
    between,
  }
}

function outOfRange(): never {
  throw new RangeError(`working days are known from ${FIRST_YEAR} to ${HORIZON_YEAR} only`)
}

type Table = {
  readonly first: Day
  /** Of each day from the first on: how many working days there are up to and with it. */
  readonly upTo: Int32Array
  /** The working days in order. */
  readonly days: Int32Array
}

function sum({ first, upTo, days }: Table, start: Day, count: number): number | undefined {
  const before = upTo[start - first] ?? Number.NaN
  return days[before + count - 1]
}

function difference({ first, upTo }: Table, from: Day, to: Day): number | undefined {
  const before = upTo[from - first]
  const after = upTo[to - first]
  return before === undefined || after === undefined ? undefined : after - before
}

function tabulate(holidays: HolidayDays, firstYear: number, lastYear: number): Table {
  const first = dayFrom(firstYear, 1, 1)
  const length = dayFrom(lastYear + 1, 1, 1) - first
  /** Of each day: 1 where it is a bank holiday. */
  const closed = new Uint8Array(length)
  for (let year = firstYear; year <= lastYear; year++) {
    for (const { day } of holidays.inYear(year)) closed[day - first] = 1
  }
  const upTo = new Int32Array(length)
  const days = new Int32Array(length)
  let count = 0
  // A short run works out thousands of days before anything of this is compiled: no call for each.
  for (let offset = 0, ofWeek = weekday(first); offset < length; offset++) {
    if (ofWeek !== SUNDAY && ofWeek !== SATURDAY && closed[offset] === 0)
      days[count++] = first + offset
    upTo[offset] = count
    ofWeek = (ofWeek + 1) % 7
  }
  return { first, upTo, days: days.subarray(0, count) }
}

/**
 * The working days of each calendar, where lists of bank holidays go before the shipped one. They
 * are worked out when they are first asked for.
 */
export function workingDaysBy(
  lists: readonly BankHolidayList[],
): (calendar: Calendar) => WorkingDays {
  const known = new Map<string, WorkingDays>()
  return (calendar) => {
    const divisions = divisionsOf(calendar)
    const key = [...divisions].sort().join()
    const days =
      known.get(key) ??
      workingDays(holidaysOfAll(divisions.map((division) => bankHolidays(division, lists))))
    known.set(key, days)
    return days
  }
}
