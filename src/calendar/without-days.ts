import { addDays, type Day } from './day.ts'
import type { WorkingDays } from './working-days.ts'

/** A span of days, with its first and its last. */
export type Span = { readonly from: Day; readonly to: Day }

/** Working days of which some spans are none. The spans do not overlap. */
export function withoutDays(days: WorkingDays, spans: readonly Span[]): WorkingDays {
  if (spans.length === 0) return days
  /** How many working days lie in the spans, after one day and up to another. */
  const left = (from: Day, to: Day) =>
    spans.reduce((sum, span) => {
      const first = Math.max(addDays(span.from, -1), from) as Day
      const last = Math.min(span.to, to) as Day
      return first < last ? sum + days.between(first, last) : sum
    }, 0)
  const between = (from: Day, to: Day) =>
    days.between(from, to) - (from <= to ? left(from, to) : -left(to, from))
  const isWorkingDay = (day: Day) =>
    days.isWorkingDay(day) && !spans.some(({ from, to }) => from <= day && day <= to)
  return { ...days, isWorkingDay, between, add: (start, count) => add(start, count) }

  function add(start: Day, count: number): Day {
    let day = days.add(start, count)
    // What was passed over is made up for, which can pass over more; it ends with the last span.
    for (let missing = count - between(start, day); missing !== 0; ) {
      day = days.add(day, missing)
      missing = count - between(start, day)
    }
    while (!isWorkingDay(day)) day = addDays(day, -1)
    return day
  }
}
