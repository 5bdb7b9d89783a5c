import { addDays, type Day } from './day.ts'
import type { WorkingDays } from './working-days.ts'

/** A span of days, with its first and its last. */
export type Span = { readonly from: Day; readonly to: Day }

/** Working days of which some spans are none. The spans do not overlap. */
export function withoutDays(days: WorkingDays, spans: readonly Span[]): WorkingDays {
  if (spans.length === 0) return days
  const between = (from: Day, to: Day) =>
    spans.reduce(
      (sum, span) => sum - days.between(nearestIn(span, from), nearestIn(span, to)),
      days.between(from, to),
    )
  const isWorkingDay = (day: Day) =>
    days.isWorkingDay(day) && !spans.some(({ from, to }) => from <= day && day <= to)
  return { ...days, isWorkingDay, between, add }

  function add(start: Day, count: number): Day {
    let day = start
    // What was passed over is made up for, which can pass over more; it ends with the last span.
    for (let missing = count; missing !== 0; missing = count - between(start, day)) {
      day = days.add(day, missing)
    }
    while (!isWorkingDay(day)) day = addDays(day, -1)
    return day
  }
}

/** The day after whose end nothing of a span is over yet, or all of it, or what a day in it leaves. */
function nearestIn({ from, to }: Span, day: Day): Day {
  return Math.min(Math.max(addDays(from, -1), day), to) as Day
}
