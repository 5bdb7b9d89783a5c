import { type Day, isoOf } from '../calendar/day.ts'
import type { WorkingDays } from '../calendar/working-days.ts'
import type { Stage } from '../frameworks/framework.ts'
import type { BackPlan } from './back-plan.ts'
import { workingDaysLeft } from './days-left.ts'
import type { Deadline } from './deadline.ts'
import type { Item, Snooze } from './item.ts'
import type { Margins } from './margins.ts'

/** Where an item stands: what its record, its framework and the day decide of it. */
export type Standing = Omit<
  Item,
  'id' | 'record' | 'file' | 'line' | 'authority' | 'framework' | 'waivers' | 'background'
>

/** By what an item is measured: the day of the report, the days that count, margins, own steps. */
export type Measure = {
  readonly today: Day
  readonly days: WorkingDays
  readonly margins: Margins
  readonly backPlan: BackPlan
}

/** A stage as it stands, with the deadline behind it. */
export type AssessedStage = {
  readonly id: string
  readonly rule: Stage
  /** Whether the rule holds on the date of the clock. */
  readonly isInForce: boolean
  readonly standing: Standing
  readonly deadline: Deadline | undefined
  /** Whether its date can depend on the holidays of a school. */
  readonly leavesOutHolidays: boolean
}

/** How long it is from a day to a deadline, in working and in calendar days. */
export function daysLeft(at: Day, { due }: Pick<Deadline, 'due'>, { days }: Measure) {
  return {
    workingDaysLeft: workingDaysLeft(at, due, days),
    calendarDaysLeft: due - at,
    workingDaysLate: Math.max(0, days.between(due, at)),
  }
}

/** The snooze of a stage or an action, while it lasts. */
export function snoozeOn(today: Day, snooze: Snooze | undefined): Snooze | null {
  return snooze && snooze.until >= isoOf(today)
    ? { until: snooze.until, reason: snooze.reason }
    : null
}
