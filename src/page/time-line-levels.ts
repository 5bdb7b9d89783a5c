import type { Day } from '../calendar/day.ts'
import type { TimeLineLane, TimeLineMark } from './time-line.ts'

/** A mark at its place across; on 0, the first line of its lane, or lower where it would cover another. */
export type PlacedMark = TimeLineMark & { readonly x: number; readonly level: number }

/** A lane, on as many lines as its marks need. */
export type PlacedLane = {
  readonly name: string
  readonly marks: readonly PlacedMark[]
  readonly levels: number
}

/** Where a day stands across a picture. */
export type Across = (day: Day) => number

/** Of a mark, and of a character of its label. */
const MARK_WIDTH = 22
const CHARACTER_WIDTH = 9

/** The marks of a lane where each can be seen. */
export function placedLane({ name, marks }: TimeLineLane, across: Across): PlacedLane {
  const ends: number[] = []
  const placed = marks
    .map((mark) => ({ ...mark, x: across(mark.day) }))
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
