import { type Item, partOf, STATUSES } from '../assessment/item.ts'
import { type Day, dayOf } from '../calendar/day.ts'
import { groupBy } from '../language/group-by.ts'
import type { TimeLineLane, TimeLineMark, TimeLineShape } from '../page/time-line.ts'
import { cut, printable } from '../terminal/printable.ts'

/** The plan and the actions of a record as lanes of a time line, each with something on it. */
export function lanesOf(items: readonly Item[]): TimeLineLane[] {
  const stages = items.filter(({ kind }) => kind === 'stage')
  const actions = items.filter(({ kind }) => kind === 'action')
  const lanes = [
    { name: 'Plan', marks: [...startMarks(stages), ...stepMarks(stages), ...dueMarks(stages)] },
    { name: 'Actions', marks: dueMarks(actions) },
  ]
  return lanes.filter(({ marks }) => marks.length > 0)
}

/** Where the clocks of some stages start, each day once. */
export function clockStarts(stages: readonly Item[]): readonly Day[] {
  return [...new Set(stages.flatMap(({ background: { countedFrom } }) => countedFrom ?? []))].map(
    dayOf,
  )
}

function startMarks(stages: readonly Item[]): TimeLineMark[] {
  return clockStarts(stages).map((day) => ({ day, shape: 'start', label: '' }))
}

function stepMarks(stages: readonly Item[]): TimeLineMark[] {
  const steps = stages.flatMap((item) => item.steps)
  return steps.map(({ on, done }) => ({
    day: dayOf(on),
    shape: done ? 'stepDone' : 'step',
    label: '',
  }))
}

/** A mark for each day, in the look of what is most urgent on it. */
export function dueMarks(items: readonly Item[]): TimeLineMark[] {
  const byDay = groupBy(
    items.filter(({ due }) => due !== null),
    ({ due }) => dayOf(due ?? ''),
  )
  return [...byDay].map(([day, due]) => ({
    day,
    shape: shapeOf(due),
    label: labelOf(due.map((item) => cut(printable(partOf(item)), LONGEST_PART))),
    earliest: due
      .flatMap(({ earliestDue }) => (earliestDue ? dayOf(earliestDue) : []))
      .filter((one) => one < day)
      .sort((a, b) => a - b)[0],
    expected: due
      .flatMap(({ expected }) => (expected ? dayOf(expected) : []))
      .filter((one) => one !== day),
  }))
}

function shapeOf(items: readonly Item[]): TimeLineShape {
  const status = STATUSES.find((one) => items.some((item) => item.status === one))
  return status === 'overdue' || status === 'atRisk' ? status : 'onTrack'
}

const LONGEST_PART = 16
const MOST_PARTS = 3

function labelOf(parts: readonly string[]): string {
  const more = parts.length > MOST_PARTS ? [`${parts.length - MOST_PARTS} more`] : []
  return [...parts.slice(0, MOST_PARTS), ...more].join(', ')
}
