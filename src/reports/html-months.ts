import type { Day } from '../calendar/day.ts'
import { monthName } from '../calendar/format-date.ts'
import { type HtmlContent, html, type Markup } from '../page/markup.ts'
import { monthStarts } from '../page/months.ts'
import type { Across } from './html-lanes.ts'

/** A month of the picture, in its units. */
export type Month = {
  readonly name: string
  readonly year: string
  readonly x: number
  readonly width: number
}

/** The months of a span, as far as they lie between the edges of the picture. */
export function monthsAcross(
  span: { readonly from: Day; readonly to: Day },
  across: Across,
  [left, right]: readonly [number, number],
): Month[] {
  const starts = monthStarts(span)
  return starts.map((start, index) => {
    const x = Math.max(left, across(start))
    const next = starts[index + 1]
    const [month = '', year = ''] = monthName(start).split(' ')
    return {
      name: month.slice(0, 3),
      year,
      x,
      width: (next === undefined ? right : across(next)) - x,
    }
  })
}

/** The ground of a month; every second one is shaded. */
export function bandMarkup({ x, width }: Month, index: number, height: number): Markup {
  const look = index % 2 === 0 ? 'band alt' : 'band'
  return html`<rect class="${look}" x="${x}" y="32" width="${width}" height="${height - 32}"/>`
}

/** How wide a letter is at the most. */
const LETTER = 10

/**
 * Of many months only some have room for their names, and none that is cut short. The first name, and
 * that of January, has its year.
 */
export function monthNames(months: readonly Month[]): HtmlContent {
  const every = Math.ceil(months.length / 12)
  return months
    .filter(
      ({ width }, index) =>
        index % every === 0 && width * every > LETTER * (index === 0 ? 'Jan 2024' : 'Jan').length,
    )
    .map(({ name, year, x }, index) => {
      const words = index === 0 || name === 'Jan' ? `${name} ${year}` : name
      return html`<text class="month-name" x="${x + 4}" y="48">${words}</text>`
    })
}
