import { isoOf } from '../calendar/day.ts'
import { longDate } from '../calendar/format-date.ts'
import { cut, printable } from '../terminal/printable.ts'
import { type HtmlContent, html, type Markup } from './markup.ts'
import { spanOf, type TimeLine } from './time-line.ts'
import { type Across, type PlacedLane, type PlacedMark, placedLane } from './time-line-levels.ts'
import { bandMarkup, hasMonths, periodNames, periodsAcross } from './time-line-periods.ts'
import { EXPECTED, legendMarkup, SHAPES } from './time-line-shapes.ts'

/** In units of the picture, which is as wide as the page. */
const [WIDTH, LEFT, RIGHT, TOP] = [960, 80, 40, 60]
const [LEVEL_HEIGHT, HEADING_HEIGHT] = [44, 34]

/** A time line as a picture, with what its shapes stand for. Where it is drawn, a list has the same in words. */
export function pictureMarkup(timeLine: TimeLine): HtmlContent {
  const { today } = timeLine
  const span = spanOf(timeLine)
  const holidays = hasMonths(span) ? timeLine.holidays : []
  const across: Across = (day) =>
    Math.round(LEFT + ((day - span.from) / (span.to - span.from)) * (WIDTH - LEFT - RIGHT))
  const rows = rowsOf(timeLine, across)
  const height = rows.at(-1)?.bottom ?? TOP
  const now = across(today)
  const periods = periodsAcross(span, across, [LEFT, WIDTH - RIGHT])
  const words = `Time line as at ${longDate(isoOf(today))}. The list below has the same dates in words.`
  return html`<svg class="picture" viewBox="0 0 ${WIDTH} ${height + 10}" role="img" aria-label="${words}">
    ${periods.map((period, index) => bandMarkup(period, index, height))}
    ${holidays.map((day) => html`<rect class="holiday" x="${across(day)}" y="${TOP - 6}" width="3" height="${height - TOP + 6}"/>`)}
    <path class="now" d="M${now} 24V${height}"/>
    ${periodNames(periods)}
    <rect class="now-flag" x="${now - 32}" y="0" width="64" height="24"/>
    <text class="now-word" x="${now}" y="17" text-anchor="middle">Today</text>
    ${rows.map(({ markup }) => markup)}
    </svg>
    ${legendMarkup({ ...timeLine, holidays })}`
}

type DrawnRow = { readonly bottom: number; readonly markup: Markup }

const LONGEST_NAME_DRAWN = 60

/** The name of each row, and its lanes below it. */
function rowsOf({ rows }: TimeLine, across: Across): DrawnRow[] {
  let y = TOP
  return rows.flatMap(({ name, lanes }) => {
    y += HEADING_HEIGHT
    const words = cut(printable(name), LONGEST_NAME_DRAWN)
    const heading = html`<text class="lane-record" x="0" y="${y - 12}">${words}</text>`
    const drawn = lanes.map((lane) => {
      const placed = placedLane(lane, across)
      const markup = laneMarkup(placed, y, across)
      y += placed.levels * LEVEL_HEIGHT
      return { bottom: y, markup }
    })
    return [{ bottom: y, markup: heading }, ...drawn]
  })
}

function laneMarkup({ name, marks }: PlacedLane, y: number, across: Across): Markup {
  const line = y + LEVEL_HEIGHT / 2 - 8
  return html`<text class="lane" x="0" y="${line + 5}">${name}</text>
    <path class="track" d="M${LEFT} ${line}H${WIDTH - RIGHT}"/>
    ${marks.map((mark) => markMarkup(mark, line + mark.level * LEVEL_HEIGHT, across))}`
}

function markMarkup(mark: PlacedMark, y: number, across: Across): Markup {
  const { x, shape, label, earliest, expected = [] } = mark
  const slips = expected.map((day) => {
    const way = across(day) - x
    return html`<path class="slip" d="M0 0H${way}"/><g transform="translate(${way} 0)">${EXPECTED}</g>`
  })
  const early =
    earliest !== undefined && html`<path class="early" d="M${across(earliest) - x} 0H0"/>`
  const text = html`<text class="mark-name" x="${x}" y="${y + 26}" text-anchor="middle">${label}</text>`
  return html`<g transform="translate(${x} ${y})">${early}${slips}${SHAPES[shape]}</g>${label !== '' && text}`
}
