import { addDays, type Day, dayOf } from '../calendar/day.ts'
import type { WorkingDays } from '../calendar/working-days.ts'
import { clocksOf, type Framework, type Stage } from '../frameworks/framework.ts'
import type { InspectionRecord } from '../records/record.ts'
import { type CountingRule, lastDayOf } from './last-day.ts'

/** By how many working days receipt can precede publication where a framework does not say. */
const USUAL_LEAD = 8

/** By how many working days the receipt from which a framework counts can precede a publication. */
export function leadOf({ stages, lead = USUAL_LEAD }: Pick<Framework, 'stages' | 'lead'>): number {
  const isFromReceipt = (rule: Stage) =>
    rule.clock === 'received' && clocksOf(rule).includes('published')
  return stages.some(isFromReceipt) ? lead : 0
}

/**
 * The first day on which a report that was published on a day can have been received: as many working
 * days before as the framework says, and not before the last day of the visit. Of a visit that is
 * known by its month, that is taken to be the first day of the month.
 */
export function earliestReceipt(
  published: Day,
  { lead = USUAL_LEAD }: CountingRule,
  { visited }: Pick<InspectionRecord, 'visited'>,
  days: WorkingDays,
): Day {
  const earliest = workingDaysEarlier(published, lead, days)
  const visit = typeof visited === 'object' ? visited.to : (visited ?? '')
  const bound = visit ? dayOf(visit.padEnd('2023-11-01'.length, '-01')) : earliest
  return Math.min(Math.max(earliest, bound), published) as Day
}

/** The day so many working days before another, which need not be one: each is counted on the way. */
function workingDaysEarlier(day: Day, count: number, days: WorkingDays): Day {
  if (count === 0) return day
  return days.add(day, days.isWorkingDay(day) ? -count : 1 - count)
}

/** How many working days a receipt lies before publication, its own among them. */
export function workingDaysBefore(received: Day, published: Day, days: WorkingDays): number {
  return days.between(addDays(received, -1), addDays(published, -1))
}

/**
 * The receipt that a due date fits, of those from the earliest one to publication: the last working
 * day of them, else the last day. Undefined where the rule gives that date for none of them.
 */
export function receiptFor(
  due: Day,
  stage: Stage,
  framework: CountingRule,
  { start, earliest }: { readonly start: Day; readonly earliest: { readonly start: Day } | null },
  days: WorkingDays,
): Day | undefined {
  let fitting: Day | undefined
  for (let day = start; earliest && day >= earliest.start; day = addDays(day, -1)) {
    if (lastDayOf(stage, framework, day, days).due !== due) continue
    if (days.isWorkingDay(day)) return day
    fitting ??= day
  }
  return fitting
}
