import { asAt } from '../../assessment/as-at.ts'
import { type AssessmentContext, assessRecord } from '../../assessment/assess-record.ts'
import { clockOf } from '../../assessment/deadline.ts'
import { type Item, isOpen } from '../../assessment/item.ts'
import { rulesFor } from '../../assessment/rules.ts'
import { schoolTime } from '../../assessment/school-time.ts'
import { addDays, type Day, dayOf, type IsoDate, isoOf, yearOf } from '../../calendar/day.ts'
import type { Calendar } from '../../calendar/division.ts'
import type { WorkingDays } from '../../calendar/working-days.ts'
import type { Stage } from '../../frameworks/framework.ts'
import type { RecordReading } from '../../records/read-record.ts'

/** An open item that other bank holidays would move, or whose due date would rest on other ground. */
export type Move = {
  /** As it stands, and as it would stand. */
  readonly item: Item
  readonly moved: Item
  readonly from: IsoDate
  readonly to: IsoDate
  /** From the one due day to the other, as they are counted now; negative if it is due earlier. */
  readonly workingDays: number
  readonly calendarDays: number
  /** The date of the record from which it is counted. */
  readonly start: IsoDate
  /** What makes the difference, in order of date; nothing where the due day stays. */
  readonly because: readonly Cause[]
}

/** A day of the count that would become a bank holiday, or a working day. */
export type Cause = {
  readonly date: IsoDate
  readonly title: string
  readonly change: 'added' | 'removed'
}

/** Whether a move is one to another day, and not only one to or from a provisional date. */
export function isToAnotherDay({ from, to }: Move): boolean {
  return from !== to
}

/**
 * The open items of a record that would be due on another day, or become or stop being provisional,
 * if its working days were counted by `newer`. Only a date that is counted in working days can move:
 * not one that the letter states, an extension or an action.
 */
export function listImpact(
  reading: RecordReading,
  items: readonly Item[],
  context: AssessmentContext,
  newer: (calendar: Calendar) => WorkingDays,
): Move[] {
  const framework = context.frameworks.get(reading.record?.framework ?? '')
  if (!reading.record || !framework) return []
  const record = asAt(reading.record, isoOf(context.today))
  const rules = rulesFor(framework, record, reading.record.plan)
  const moved = assessRecord(reading, { ...context, workingDaysOf: newer }).items
  return items.filter(isOpen).flatMap((item) => {
    const rule = rules.get(item.stage ?? '')?.rule
    const clock = rule && clockOf(rule, record)
    const other = moved.find(({ id }) => id === item.id)
    if (!rule || !clock || !other) return []
    const daysBy = (workingDaysOf: AssessmentContext['workingDaysOf']) =>
      schoolTime(workingDaysOf(framework.calendar), rule.excludes ?? framework.excludes, record)
    return moveOf(item, other, rule, clock.date, daysBy(context.workingDaysOf), daysBy(newer))
  })
}

function moveOf(
  item: Item,
  moved: Item,
  rule: Stage,
  start: IsoDate,
  before: WorkingDays,
  after: WorkingDays,
): Move[] {
  const { due: from } = item
  const { due: to } = moved
  if (!from || !to || (from === to && item.provisional === moved.provisional)) return []
  const dayZero = rule.firstDay === 'sameDay' ? addDays(dayOf(start), -1) : dayOf(start)
  return [
    {
      item,
      moved,
      from,
      to,
      workingDays: before.between(dayOf(from), dayOf(to)),
      calendarDays: dayOf(to) - dayOf(from),
      start,
      because: from === to ? [] : causes(dayZero, dayOf(to), before, after),
    },
  ]
}

/**
 * The days after one day, up to and with another, that are working days by one count only. Up to the
 * new due day they explain all of the move; what changes after it has no part in it.
 */
function causes(dayZero: Day, to: Day, before: WorkingDays, after: WorkingDays): Cause[] {
  const days = Array.from({ length: to - dayZero }, (_, index) => addDays(dayZero, index + 1))
  return days.flatMap((day): Cause[] => {
    const isAdded = before.isWorkingDay(day) && !after.isWorkingDay(day)
    const isRemoved = !before.isWorkingDay(day) && after.isWorkingDay(day)
    if (!isAdded && !isRemoved) return []
    const title = titleOf(day, isAdded ? after : before)
    return [{ date: isoOf(day), title, change: isAdded ? 'added' : 'removed' }]
  })
}

function titleOf(day: Day, { holidays }: WorkingDays): string {
  return holidays.inYear(yearOf(day)).find((holiday) => holiday.day === day)?.title ?? ''
}
