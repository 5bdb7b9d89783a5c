import { addMonths } from 'date-fns/addMonths'
import { addDays, type Day } from './day.ts'
import { dayOfUtcDate, utcDate } from './utc-date.ts'
import type { WorkingDays } from './working-days.ts'

/** How long a framework gives, in the unit in which its rule counts. */
export type Period = {
  readonly count: number
  readonly unit: 'workingDays' | 'calendarDays' | 'months'
}

/**
 * Whether the clock's own date counts: `dayAfter` for "within N days of", where the next day is
 * day 1; `sameDay` for "beginning with the day", where the date itself is.
 */
export type FirstDay = 'dayAfter' | 'sameDay'

/** Where a last day goes that is no working day. */
export type Roll = 'none' | 'next' | 'previous'

/**
 * The last day of a period: the day on which a submission is still in time. It counts whole. No
 * regulation seen moves one that falls on a closed day. Section 1(4) of the Banking and Financial
 * Dealings Act 1971 takes an act due on a bank holiday for done in time on the next day, but hardly
 * speaks of the duty of a public body; so it moves only where a framework says so.
 */
export function lastDay(
  start: Day,
  period: Period,
  firstDay: FirstDay,
  days: WorkingDays,
  roll: Roll = 'none',
): Day {
  const day = periodEnd(start, period, firstDay, days)
  if (roll === 'none' || days.isWorkingDay(day)) return day
  return roll === 'next' ? days.add(day, 1) : lastWorkingDay(day, days)
}

/** The last working day up to and with a day. */
export function lastWorkingDay(day: Day, days: WorkingDays): Day {
  return days.add(day, 0)
}

function periodEnd(start: Day, period: Period, firstDay: FirstDay, days: WorkingDays): Day {
  const { count, unit } = period
  const dayZero = firstDay === 'sameDay' ? addDays(start, -1) : start
  switch (unit) {
    case 'workingDays':
      return days.add(dayZero, count)
    case 'calendarDays':
      return addDays(dayZero, count)
    case 'months':
      return firstDay === 'sameDay' ? monthsBeginningWith(start, count) : monthsAfter(start, count)
  }
}

/**
 * The corresponding date: a month after 12 January ends on 12 February, and a month after
 * 31 January on the last day of February (Dodds v Walker [1981] 1 WLR 1027).
 */
function monthsAfter(start: Day, count: number): Day {
  return dayOfUtcDate(addMonths(utcDate(start), count))
}

/**
 * The day before the corresponding date: a month that begins with 1 March ends on 31 March. Where
 * there is no corresponding date (a month that begins with 31 January), the month's last day.
 */
function monthsBeginningWith(start: Day, count: number): Day {
  const end = monthsAfter(start, count)
  const corresponds = utcDate(end).getDate() === utcDate(start).getDate()
  return corresponds ? addDays(end, -1) : end
}
