import { addDays, type Day, dayOf, isWeekend } from '../calendar/day.ts'
import { type Span, withoutDays } from '../calendar/without-days.ts'
import type { WorkingDays } from '../calendar/working-days.ts'
import type { Framework, Stage } from '../frameworks/framework.ts'
import type { InspectionRecord } from '../records/record.ts'
import type { Item } from './item.ts'

/** The working days by which a rule counts for a record. */
export function schoolTime(
  days: WorkingDays,
  excludes: Framework['excludes'],
  record: Pick<InspectionRecord, 'schoolHolidays'>,
): WorkingDays {
  return withoutDays(days, longHolidays(excludes, record))
}

/**
 * The school holidays that are no working days, where a rule leaves them out: those of more than a
 * week. Half-term is a week, and counts day by day (WSI 2006/1714 regulation 3(1), SI 2005/2038
 * regulation 2(1)).
 */
export function longHolidays(
  excludes: Framework['excludes'],
  { schoolHolidays = [] }: Pick<InspectionRecord, 'schoolHolidays'>,
): readonly Span[] {
  if (!excludes?.includes('schoolHolidays')) return []
  const spans = schoolHolidays.map(({ from, to }) => ({ from: dayOf(from), to: dayOf(to) }))
  return joined(spans).filter(isLong)
}

/** Whether the date that a rule gives can depend on the holidays of a school. */
export function leavesOutHolidays(
  { period, excludes }: Pick<Stage, 'period' | 'excludes'>,
  framework: Pick<Framework, 'excludes'>,
): boolean {
  const left = excludes ?? framework.excludes ?? []
  return period.unit === 'workingDays' && left.includes('schoolHolidays')
}

type Known = Pick<Item, 'schoolHolidaysKnown' | 'background'>

/** Whether a change tells of the holidays before which a date was the earliest possible. */
export function namesHolidays(former: Known, now: Known): boolean {
  const isSameStart = former.background.countedFrom === now.background.countedFrom
  return isSameStart && !former.schoolHolidaysKnown && now.schoolHolidaysKnown === true
}

/** As many weekdays as a week has; a holiday of more is longer than a week. */
const WEEK = 5

function isLong(span: Span): boolean {
  return weekdays(span.from, span.to) > WEEK
}

/** How many weekdays lie in a span; of a long one, those of its first two weeks. */
function weekdays(from: Day, to: Day): number {
  const last = Math.min(to, addDays(from, 13))
  let count = 0
  for (let day = from; day <= last; day = addDays(day, 1)) count += isWeekend(day) ? 0 : 1
  return count
}

/** Holidays in order, and as one where no weekday lies between them. */
function joined(spans: readonly Span[]): Span[] {
  const inOrder = spans.filter(({ from, to }) => from <= to).sort((a, b) => a.from - b.from)
  const known: Span[] = []
  for (const span of inOrder) {
    const last = known.at(-1)
    const isApart = !last || weekdays(addDays(last.to, 1), addDays(span.from, -1)) > 0
    if (!isApart) known.pop()
    known.push(isApart ? span : { from: last.from, to: Math.max(last.to, span.to) as Day })
  }
  return known
}
