import { addDays, type Day, dayOf, isoOf, isWeekend, weekday } from '../calendar/day.ts'
import { monthName } from '../calendar/format-date.ts'
import { padded } from '../terminal/columns.ts'
import { toned } from '../terminal/tones.ts'
import type { Mark, View } from './page.ts'

type Span = { readonly from: Day; readonly to: Day }

/** The days to draw, in whole months, and the marks at some of them. */
type MarkedDays = Span & {
  readonly marks: ReadonlyMap<Day, Mark>
}

const INDENT = '  '
const GAP = '   '
const WEEKDAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su']

/** Two digits, and the letter of a mark. */
const CELL = 3
const MONTH_WIDTH = WEEKDAYS.length * CELL

/**
 * The months from one day to another, as many side by side as the width permits. Weekends and the
 * days outside of the span are faint, unless they have a mark. What the letters stand for is for the
 * caller to say.
 */
export function monthPicture(
  days: MarkedDays,
  { paint, width }: Pick<View, 'paint' | 'width'>,
): string[] {
  const room = width - INDENT.length + GAP.length
  const beside = Math.max(1, Math.floor(room / (MONTH_WIDTH + GAP.length)))
  const blocks = monthStarts(days).map((first) => monthLines(first, days, paint))
  return bands(blocks, beside).flatMap((band, index) => [
    ...(index === 0 ? [] : ['']),
    ...sideBySide(band),
  ])
}

/** The first day of each month from the first to the last. */
export function monthStarts({ from, to }: Span): Day[] {
  const days: Day[] = []
  for (let day = firstOfMonth(from); day <= to; day = nextMonth(day)) days.push(day)
  return days
}

function firstOfMonth(day: Day): Day {
  return dayOf(`${isoOf(day).slice(0, 8)}01`)
}

function nextMonth(first: Day): Day {
  return firstOfMonth(addDays(first, 31))
}

/** The weeks of a month, each from Monday to Sunday; undefined for a day of another month. */
export function weeksOf(first: Day): readonly (readonly (Day | undefined)[])[] {
  const monday = addDays(first, -weekdayColumn(first))
  const next = nextMonth(first)
  return Array.from({ length: Math.ceil((next - monday) / 7) }, (_, week) =>
    WEEKDAYS.map((_, index) => {
      const day = addDays(monday, week * 7 + index)
      return day < first || day >= next ? undefined : day
    }),
  )
}

/** A month: its name, the weekdays, and its weeks, each line of the same width. */
function monthLines(first: Day, days: MarkedDays, paint: View['paint']): string[] {
  const weeks = weeksOf(first).map((week) =>
    week.map((day) => (day === undefined ? ' '.repeat(CELL) : cell(day, days, paint))).join(''),
  )
  return [
    toned(monthName(first).padEnd(MONTH_WIDTH), 'strong', paint),
    toned(WEEKDAYS.map((name) => name.padEnd(CELL)).join(''), 'faint', paint),
    ...weeks,
  ]
}

function cell(day: Day, { from, to, marks }: MarkedDays, paint: View['paint']): string {
  const mark = marks.get(day)
  const number = String(Number(isoOf(day).slice(8))).padStart(2)
  if (mark) return toned(`${number}${mark.letter}`, mark.tone, paint)
  const isFaint = isWeekend(day) || day < from || day > to
  return `${toned(number, isFaint ? 'faint' : undefined, paint)} `
}

/** 0 for Monday to 6 for Sunday. */
function weekdayColumn(day: Day): number {
  return (weekday(day) + 6) % 7
}

function bands<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  )
}

/** Months of one band line by line; a month of fewer weeks ends in blank lines. */
function sideBySide(band: readonly (readonly string[])[]): string[] {
  const height = Math.max(...band.map((lines) => lines.length))
  return Array.from({ length: height }, (_, index) =>
    `${INDENT}${band.map((lines) => padded(lines[index] ?? '', MONTH_WIDTH)).join(GAP)}`.trimEnd(),
  )
}
