import { type Day, type IsoDate, isoOf } from '../calendar/day.ts'
import { lastWorkingDay } from '../calendar/period.ts'
import type { WorkingDays } from '../calendar/working-days.ts'

/**
 * Working days from a day until the due day, without the first and with the last: 0 on the due day.
 * After it, minus the working days since, and at least 1: what is a weekend late is late.
 */
export function workingDaysLeft(at: Day, due: Day, days: WorkingDays): number {
  return at <= due ? days.between(at, due) : -Math.max(1, days.between(due, at))
}

/** The first day on which no more than so many working days are left. */
export function firstDayWithin(margin: number, due: Day, days: WorkingDays): Day {
  return days.add(due, -margin)
}

/** The last working day before a due day that is none itself; null where it is one. */
export function workingDayBefore(due: Day, days: WorkingDays): IsoDate | null {
  const last = lastWorkingDay(due, days)
  return last === due ? null : isoOf(last)
}
