import { type Day, dayOf, type IsoDate, isoOf } from '../calendar/day.ts'
import type { WorkingDays } from '../calendar/working-days.ts'
import { type Clock, clocksOf, type Stage } from '../frameworks/framework.ts'
import { ownValue } from '../language/own-value.ts'
import type { GrantedExtension } from '../records/item-parts.ts'
import type { InspectionRecord } from '../records/record.ts'
import type { Basis } from './item.ts'
import { type CountingRule, lastDayOf } from './last-day.ts'
import { latestExtension, timesMoved } from './moves.ts'
import { earliestReceipt } from './receipt.ts'

/** The day by which a stage is to be submitted, and what that rests on. */
export type Deadline = {
  readonly due: Day
  /** Before any extension. */
  readonly originalDue: Day
  /** How early it can be, where it rests on a publication that came after the receipt. */
  readonly earliestDue: Day | null
  readonly basis: Basis
  readonly extension: GrantedExtension | null
  /** How often extensions moved it. */
  readonly timesMoved: number
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
  /** The earliest day of receipt, and what is due then, where only publication is known. */
  readonly earliest: { readonly start: Day; readonly due: Day } | null
}

/**
 * The deadline of a stage. The latest extension goes first, then the date that the letter states,
 * then the date computed from the clock. Undefined where none of them is known yet.
 */
export function deadlineOf(
  stage: Stage,
  framework: CountingRule,
  record: InspectionRecord,
  days: WorkingDays,
): Deadline | undefined {
  const { stated: date, extensions } = ownValue(record.plan, stage.id) ?? {}
  const computed = computedDeadline(stage, framework, record, days)
  const original = date ? statedDeadline(date) : computed && byRule(computed)
  const extended = latestExtension(extensions)
  if (extended) {
    const stated = statedDeadline(extended.to)
    const originalDue = original?.due ?? stated.due
    const moves = timesMoved(extensions, original && isoOf(original.due))
    return {
      originalDue,
      computed,
      timesMoved: moves,
      ...stated,
      basis: 'extended',
      extension: extended,
    }
  }
  return (
    original && {
      originalDue: original.due,
      computed,
      extension: null,
      timesMoved: 0,
      ...original,
    }
  )
}

function statedDeadline(date: IsoDate) {
  return { due: dayOf(date), earliestDue: null, basis: 'stated' as const, provisional: false }
}

function byRule({ due, clock, provisional, earliest }: ComputedDeadline) {
  return { due, earliestDue: earliest?.due ?? null, basis: clock, provisional }
}

function computedDeadline(
  stage: Stage,
  framework: CountingRule,
  record: InspectionRecord,
  days: WorkingDays,
): ComputedDeadline | undefined {
  const clock = clockOf(stage, record)
  if (!clock) return undefined
  const start = dayOf(clock.date)
  const counted = lastDayOf(stage, framework, start, days)
  const isEarlier = stage.clock === 'received' && clock.name === 'published'
  const earliestStart = isEarlier ? earliestReceipt(start, framework, record, days) : start
  const earliest = lastDayOf(stage, framework, earliestStart, days).due
  return {
    clock: clock.name,
    start,
    earliest: earliest < counted.due ? { start: earliestStart, due: earliest } : null,
    ...counted,
  }
}

/** The date from which a stage is counted: its clock, else its fallbacks in their order. */
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
  if (name === 'submitted') return ownValue(record.plan, after)?.submitted
  if (name !== 'visited') return record[name]
  const { visited } = record
  if (typeof visited === 'object') return visited.to
  return isDay(visited) ? visited : undefined
}

function isDay(date: string | undefined): date is IsoDate {
  return date?.length === '2024-01-12'.length
}
