import { type Day, dayOf, yearOf } from '../calendar/day.ts'
import { monthName } from '../calendar/format-date.ts'
import { type HtmlContent, html, type Markup } from './markup.ts'
import { monthStarts } from './months.ts'
import type { DaySpan } from './time-line.ts'
import type { Across } from './time-line-levels.ts'

/** A month or a year of the picture, in its units. */
export type DrawnPeriod = {
  readonly name: string
  /** The year of a month; empty for a year. */
  readonly year: string
  readonly x: number
  readonly width: number
}

/** More than this many days have no room for months. */
const MOST_DAYS = 1100

/** Whether a span is short enough for its months to be seen, and days in them. */
export function hasMonths({ from, to }: DaySpan): boolean {
  return to - from <= MOST_DAYS
}

/** The months of a span, or the years of a long one, as far as they lie between the edges of the picture. */
export function periodsAcross(
  span: DaySpan,
  across: Across,
  [left, right]: readonly [number, number],
): DrawnPeriod[] {
  const hasYears = !hasMonths(span)
  const starts = hasYears ? yearStarts(span) : monthStarts(span)
  return starts.map((start, index) => {
    const x = Math.max(left, across(start))
    const next = starts[index + 1]
    const [month = '', year = ''] = monthName(start).split(' ')
    const names = hasYears ? { name: year, year: '' } : { name: month.slice(0, 3), year }
    return { ...names, x, width: (next === undefined ? right : across(next)) - x }
  })
}

function yearStarts({ from, to }: DaySpan): Day[] {
  const [first, last] = [yearOf(from), yearOf(to)]
  return Array.from({ length: last - first + 1 }, (_, index) => dayOf(`${first + index}-01-01`))
}

/** The ground of a period; every second one is shaded. */
export function bandMarkup({ x, width }: DrawnPeriod, index: number, height: number): Markup {
  const look = index % 2 === 0 ? 'band alt' : 'band'
  return html`<rect class="${look}" x="${x}" y="32" width="${width}" height="${height - 32}"/>`
}

/** How wide a letter is at the most. */
const LETTER = 10

/**
 * Of many periods only some have room for their names, and none that is cut short. The first month,
 * and each January, has its year.
 */
export function periodNames(periods: readonly DrawnPeriod[]): HtmlContent {
  const every = Math.ceil(periods.length / 12)
  const words = ({ name, year }: DrawnPeriod, index: number) =>
    year !== '' && (index === 0 || name === 'Jan') ? `${name} ${year}` : name
  return periods
    .filter((period, index) => {
      const longest = index === 0 ? words(period, 0) : period.name
      return index % every === 0 && period.width * every > LETTER * longest.length
    })
    .map(
      (period, index) =>
        html`<text class="month-name" x="${period.x + 4}" y="48">${words(period, index)}</text>`,
    )
}
