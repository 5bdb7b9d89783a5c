import type { Day } from '../calendar/day.ts'
import type { WorkingDays } from '../calendar/working-days.ts'

/**
 * Working days from a day until the due day, without the first and with the last: 0 on the due day.
 * After it, minus the working days that have begun since, so that even the weekend after a due
 * Friday counts as 1 day late.
 */
export function workingDaysLeft(at: Day, due: Day, days: WorkingDays): number {
  return at <= due ? days.between(at, due) : -days.between(due, days.onOrAfter(at))
}

/** The first day on which no more than so many working days are left. */
export function firstDayWithin(margin: number, due: Day, days: WorkingDays): Day {
  return days.add(due, -margin)
}
