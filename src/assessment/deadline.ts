import { type Day, dayOf, type IsoDate } from '../calendar/day.ts'
import { lastDay } from '../calendar/period.ts'
import type { WorkingDays } from '../calendar/working-days.ts'
import { type Clock, clocksOf, type Framework, type Stage } from '../frameworks/framework.ts'
import { own } from '../language/own-value.ts'
import type { InspectionRecord, PlanStage } from '../records/record.ts'
import type { Basis } from './item.ts'

/** The day by which a stage is to be submitted, and what that rests on. */
export type Deadline = {
  readonly due: Day
  /** Before any extension. */
  readonly originalDue: Day
  readonly basis: Basis
  readonly provisional: boolean
  /** What the framework's rule gives, where its clock has started. */
  readonly computed: ComputedDeadline | undefined
}

/** A deadline as the rule gives it. */
export type ComputedDeadline = {
  readonly due: Day
  /** The date of the record from which it was counted. */
  readonly clock: Clock
  readonly start: Day
  readonly provisional: boolean
}

/**
 * Councils get the letter up to about so many working days before it is public, so a deadline that
 * is counted from publication can be this much too late.
 */
export const RECEIPT_LEAD = 8

/**
 * The rules of a framework that hold for a record, one for each stage: those in force on the date of
 * the clock. Undefined stands for a stage that the framework did not demand at that time.
 */
export function rulesFor(
  framework: Framework,
  record: InspectionRecord,
): Map<string, Stage | undefined> {
  const rules = new Map<string, Stage | undefined>()
  for (const stage of framework.stages) {
    const start = clockOf(stage, record)
    const date = start?.date
    const holds = !date || isInForce(stage, date)
    if (!rules.get(stage.id)) rules.set(stage.id, holds ? stage : undefined)
  }
  return rules
}

/** Whether a rule holds for a clock that starts on a date. */
export function isInForce({ from, until }: Stage, date: IsoDate): boolean {
  return (from ?? date) <= date && date <= (until ?? date)
}

/**
 * The deadline of a stage. The latest extension goes first, then the date that the letter states,
 * then the date computed from the clock. Undefined where none of them is known yet.
 */
export function deadlineOf(
  stage: Stage,
  record: InspectionRecord,
  days: WorkingDays,
): Deadline | undefined {
  const plan = own(record.plan, stage.id)
  const computed = computedDeadline(stage, record, days)
  const original = plan?.stated
    ? { due: dayOf(plan.stated), basis: 'stated' as const, provisional: false }
    : computed && { due: computed.due, basis: computed.clock, provisional: computed.provisional }
  const extended = latestExtension(plan)
  if (extended) {
    const due = dayOf(extended)
    return {
      due,
      originalDue: original?.due ?? due,
      basis: 'extended',
      provisional: false,
      computed,
    }
  }
  return original && { ...original, originalDue: original.due, computed }
}

/** The deadline that the rule of a stage gives for a clock that starts on a day. */
export function lastDayOf(
  stage: Stage,
  start: Day,
  days: WorkingDays,
): { due: Day; provisional: boolean } {
  const due = lastDay(start, stage.period, stage.firstDay, days)
  const { firstOfficial, lastOfficial } = days.holidays
  const isOfficial = start >= firstOfficial && due <= lastOfficial
  return { due, provisional: stage.period.unit === 'workingDays' && !isOfficial }
}

function computedDeadline(
  stage: Stage,
  record: InspectionRecord,
  days: WorkingDays,
): ComputedDeadline | undefined {
  const clock = clockOf(stage, record)
  if (!clock) return undefined
  const start = dayOf(clock.date)
  return { ...lastDayOf(stage, start, days), clock: clock.name, start }
}

/** The date from which a stage is counted: its clock, else its fallback. */
export function clockOf(
  stage: Stage,
  record: InspectionRecord,
): { name: Clock; date: IsoDate } | undefined {
  for (const name of clocksOf(stage)) {
    const date = dateOf(name, stage, record)
    if (date) return { name, date }
  }
  return undefined
}

/** A visit counts from its last day; a visit of which only the month is known starts no clock. */
function dateOf(
  name: Clock,
  { after = '' }: Pick<Stage, 'after'>,
  record: InspectionRecord,
): IsoDate | undefined {
  if (name === 'submitted') return own(record.plan, after)?.submitted
  if (name !== 'visited') return record[name]
  const { visited } = record
  if (typeof visited === 'object') return visited.to
  return isDay(visited) ? visited : undefined
}

function isDay(date: string | undefined): date is IsoDate {
  return date?.length === '2024-01-12'.length
}

function latestExtension(plan: PlanStage | undefined): IsoDate | undefined {
  return plan?.extensions
    ?.map(({ to }) => to)
    .sort()
    .at(-1)
}
