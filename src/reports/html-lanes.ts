import { type Item, partOf, STATUSES, type Status } from '../assessment/item.ts'
import { type Day, dayOf } from '../calendar/day.ts'
import { groupBy } from '../language/group-by.ts'
import { cut, printable } from '../terminal/printable.ts'
import type { RecordGroup } from './record-groups.ts'

/** Something on a lane at a place across: items that are due on one day, or a step. */
export type LaneMark = {
  readonly x: number
  readonly shape: Status | 'step' | 'stepDone'
  readonly label: string
  /** 0 for the first line of the lane; what would cover another mark stands lower. */
  readonly level: number
}

/** The plan or the actions of a record, from left to right, on as many lines as they need. */
export type Lane = {
  readonly name: string
  readonly marks: readonly LaneMark[]
  readonly levels: number
}

/** Where a day stands across a picture. */
export type Across = (day: Day) => number

/** The lanes of a record, each with something on it. */
export function lanesOf({ items }: RecordGroup, across: Across): Lane[] {
  const stages = items.filter(({ kind }) => kind === 'stage')
  const steps = stages.flatMap((item) => item.steps)
  const plan = [
    ...steps.map(({ on, done }): Unplaced => {
      const shape = done ? 'stepDone' : 'step'
      return { x: across(dayOf(on)), shape, label: '' }
    }),
    ...dueMarks(stages, across),
  ]
  const actions = dueMarks(
    items.filter(({ kind }) => kind === 'action'),
    across,
  )
  return [laneOf('Plan', plan), laneOf('Actions', actions)].filter(({ marks }) => marks.length > 0)
}

type Unplaced = Omit<LaneMark, 'level'>

/** A mark for each day, in the look of what is most urgent on it. */
function dueMarks(items: readonly Item[], across: Across): Unplaced[] {
  const byDay = groupBy(
    items.filter(({ due }) => due !== null),
    ({ due }) => dayOf(due ?? ''),
  )
  return [...byDay].map(([day, due]) => ({
    x: across(day),
    shape: STATUSES.find((status) => due.some((item) => item.status === status)) ?? 'onTrack',
    label: labelOf(due.map((item) => cut(printable(partOf(item)), LONGEST_PART))),
  }))
}

const LONGEST_PART = 16
const MOST_PARTS = 3

function labelOf(parts: readonly string[]): string {
  const more = parts.length > MOST_PARTS ? [`${parts.length - MOST_PARTS} more`] : []
  return [...parts.slice(0, MOST_PARTS), ...more].join(', ')
}

/** Of a mark, and of a character of its label. */
const MARK_WIDTH = 22
const CHARACTER_WIDTH = 9

function laneOf(name: string, marks: readonly Unplaced[]): Lane {
  const ends: number[] = []
  const placed = [...marks]
    .sort((a, b) => a.x - b.x)
    .map((mark) => {
      const half = Math.max(MARK_WIDTH, mark.label.length * CHARACTER_WIDTH) / 2
      const free = ends.findIndex((end) => end <= mark.x - half)
      const level = free < 0 ? ends.length : free
      ends[level] = mark.x + half
      return { ...mark, level }
    })
  return { name, marks: placed, levels: ends.length }
}
