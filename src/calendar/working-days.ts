import { type BankHolidays, FIRST_YEAR, HORIZON_YEAR } from './bank-holidays.ts'
import { addDays, type Day, dayFrom, weekday } from './day.ts'

/**
 * The working days of one division.
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
export type WorkingDays = {
  readonly holidays: BankHolidays
  isWorkingDay(day: Day): boolean
  /** The working day that is so many working days after a day; before it, if the count is negative. */
  add(start: Day, count: number): Day
  /** How many working days lie after `from`, up to and with `to`; negative if `to` is before `from`. */
  between(from: Day, to: Day): number
  /** The day itself if it is a working day, else the next one. */
  onOrAfter(day: Day): Day
}

const SATURDAY = 6
const SUNDAY = 0

/**
 * The working days of a division from `FIRST_YEAR` to `HORIZON_YEAR`.
 * `add` throws a RangeError for a sum outside of these years.
 */
export function workingDays(holidays: BankHolidays): WorkingDays {
  const first = dayFrom(FIRST_YEAR, 1, 1)
  const length = dayFrom(HORIZON_YEAR + 1, 1, 1) - first
  const closed = new Set(holidays.days.map(({ day }) => day))
  /** Of each day of these years: how many working days there are up to and with it. */
  const upTo = new Int32Array(length)
  /** The working days in order. */
  const days = new Int32Array(length)
  let count = 0
  for (let offset = 0; offset < length; offset++) {
    const day = addDays(first, offset)
    const dayOfWeek = weekday(day)
    if (dayOfWeek !== SATURDAY && dayOfWeek !== SUNDAY && !closed.has(day)) days[count++] = day
    upTo[offset] = count
  }

  const countUpTo = (day: Day): number => {
    const number = upTo[day - first]
    if (number === undefined) throw outOfRange()
    return number
  }
  const nth = (number: number): Day => {
    const day = number > 0 && number <= count ? days[number - 1] : undefined
    if (day === undefined) throw outOfRange()
    return day as Day
  }
  const isWorkingDay = (day: Day) => countUpTo(day) > countUpTo(addDays(day, -1))
  return {
    holidays,
    isWorkingDay,
    add: (start, number) => nth(countUpTo(start) + number),
    between: (from, to) => countUpTo(to) - countUpTo(from),
    onOrAfter: (day) => (isWorkingDay(day) ? day : nth(countUpTo(day) + 1)),
  }
}

function outOfRange(): RangeError {
  return new RangeError(`working days are known from ${FIRST_YEAR} to ${HORIZON_YEAR} only`)
}
