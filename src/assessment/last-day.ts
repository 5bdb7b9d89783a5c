import type { Day } from '../calendar/day.ts'
import { lastDay } from '../calendar/period.ts'
import type { WorkingDays } from '../calendar/working-days.ts'
import type { Framework, Stage } from '../frameworks/framework.ts'

/** What of a framework decides how its periods are counted. */
export type CountingRule = Pick<Framework, 'lead' | 'roll'>

/** The deadline that the rule of a stage gives for a clock that starts on a day. */
export function lastDayOf(
  { period, firstDay }: Pick<Stage, 'period' | 'firstDay'>,
  { roll }: Pick<Framework, 'roll'>,
  start: Day,
  days: WorkingDays,
): { due: Day; provisional: boolean } {
  const due = lastDay(start, period, firstDay, days, roll)
  const { firstOfficial, lastOfficial } = days.holidays
  const isOfficial = start >= firstOfficial && due <= lastOfficial
  const asksForWorkingDays = period.unit === 'workingDays' || (roll ?? 'none') !== 'none'
  return { due, provisional: asksForWorkingDays && !isOfficial }
}
