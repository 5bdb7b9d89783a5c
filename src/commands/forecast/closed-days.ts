import { type Closure, closureOn } from '../../assessment/back-plan.ts'
import type { Item } from '../../assessment/item.ts'
import * as sentence from '../../assessment/sentences.ts'
import { type Closed, closedBy } from '../../calendar/counting.ts'
import { addDays, type Day, dayOf, type IsoDate, isoOf } from '../../calendar/day.ts'
import { withoutDays } from '../../calendar/without-days.ts'
import type { WorkingDays } from '../../calendar/working-days.ts'
import { dueBetween } from './busy-weeks.ts'

/** An item that is due on a day on which hardly anybody works. */
export type DueWhenClosed = {
  readonly item: Item
  readonly reasons: readonly ClosedReason[]
  /** The last day before it that is none of these; null where none is left. */
  readonly openDayBefore: IsoDate | null
  /** Whether Christmas week lies between that day, or today where none is left, and the due date. */
  readonly isOverChristmas: boolean
}

/** Why hardly anybody works on a day. */
export type ClosedReason = {
  readonly kind: Closed['skipped'] | 'closure' | 'christmasWeek'
  /** The same in words: `a bank holiday, Good Friday`. */
  readonly why: string
}

/** When people work: the working days by which an item is counted, and the closures of the authority. */
export type OpenDays = {
  /** Undefined where its framework is not known; then it has no due date either. */
  workingDaysOf(item: Item): WorkingDays | undefined
  readonly closures: readonly Closure[]
}

/** The open items that fall due on such a day up to another one, by day. */
export function dueWhenClosed(
  items: readonly Item[],
  today: IsoDate,
  until: IsoDate,
  { workingDaysOf, closures }: OpenDays,
): readonly DueWhenClosed[] {
  return dueBetween(items, today, until).flatMap((item) => {
    const days = workingDaysOf(item)
    if (!days || item.due === null) return []
    const counted = withoutDays(days, item.schoolHolidays)
    const reasonsOn = (day: Day) => closedReasons(day, counted, closures)
    const due = dayOf(item.due)
    const reasons = reasonsOn(due)
    if (reasons.length === 0) return []
    const before = openDayBefore(due, dayOf(today), reasonsOn)
    const isOverChristmas = christmasBetween(dayOf(before ?? today), due)
    return [{ item, reasons, openDayBefore: before, isOverChristmas }]
  })
}

function openDayBefore(
  due: Day,
  today: Day,
  reasonsOn: (day: Day) => readonly ClosedReason[],
): IsoDate | null {
  for (let day = addDays(due, -1); day >= today; day = addDays(day, -1)) {
    if (reasonsOn(day).length === 0) return isoOf(day)
  }
  return null
}

function closedReasons(
  day: Day,
  days: WorkingDays,
  closures: readonly Closure[],
): readonly ClosedReason[] {
  const closed = closedBy(days)(day)
  const closure = closureOn(isoOf(day), closures)
  return [
    ...(closed ? [{ kind: closed.skipped, why: sentence.closedDay(closed) }] : []),
    ...(closure ? [{ kind: 'closure' as const, why: `the authority is closed: ${closure}` }] : []),
    ...(isChristmasWeek(day) ? [{ kind: 'christmasWeek' as const, why: 'in Christmas week' }] : []),
  ]
}

function christmasBetween(from: Day, to: Day): boolean {
  for (let day = from; day <= to; day = addDays(day, 1)) if (isChristmasWeek(day)) return true
  return false
}

/** From Christmas Eve to New Year's Day. */
function isChristmasWeek(day: Day): boolean {
  const monthAndDay = isoOf(day).slice(5)
  return monthAndDay >= '12-24' || monthAndDay === '01-01'
}
