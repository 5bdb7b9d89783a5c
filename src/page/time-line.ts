import { addDays, type Day } from '../calendar/day.ts'

/** What stands when, for who looks: a picture, of which the words beside it have all dates. */
export type TimeLine = {
  readonly today: Day
  readonly rows: readonly TimeLineRow[]
  readonly holidays: readonly Day[]
}

/** Lines of marks under a name. */
export type TimeLineRow = { readonly name: string; readonly lanes: readonly TimeLineLane[] }

export type TimeLineLane = { readonly name: string; readonly marks: readonly TimeLineMark[] }

/** What happened or is to happen on a day. */
export type TimeLineMark = {
  readonly day: Day
  readonly shape: TimeLineShape
  /** Empty for what the shape says. */
  readonly label: string
  /** Where the day may be an earlier one: the earliest. */
  readonly earliest?: Day | undefined
  /** The days on which it is expected instead. */
  readonly expected?: readonly Day[]
}

export type TimeLineShape =
  | 'overdue'
  | 'atRisk'
  | 'onTrack'
  | 'settled'
  | 'step'
  | 'stepDone'
  | 'start'
  | 'report'

/** From one day to another. */
export type DaySpan = { readonly from: Day; readonly to: Day }

/** How many days are free at each end. */
const BRIM = 10

/** The days that a time line is about, with some before and after them. */
export function spanOf({ today, rows }: Pick<TimeLine, 'today' | 'rows'>): DaySpan {
  const marks = rows.flatMap(({ lanes }) => lanes.flatMap((lane) => lane.marks))
  const days = [today, ...marks.flatMap(daysOf)]
  const earlier = (one: Day, other: Day) => (one < other ? one : other)
  const later = (one: Day, other: Day) => (one > other ? one : other)
  return { from: addDays(days.reduce(earlier), -BRIM), to: addDays(days.reduce(later), BRIM) }
}

function daysOf({ day, earliest = day, expected = [] }: TimeLineMark): Day[] {
  return [day, earliest, ...expected]
}
