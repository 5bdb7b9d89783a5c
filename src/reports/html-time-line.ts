import type { Assessment } from '../assessment/assessment.ts'
import { type Item, isOpen } from '../assessment/item.ts'
import { addDays, type Day, dayOf, type IsoDate } from '../calendar/day.ts'
import { longDate } from '../calendar/format-date.ts'
import { type HtmlContent, html, type Markup } from '../page/markup.ts'
import { cut, printable } from '../terminal/printable.ts'
import { dateList, holidaysWithin } from './html-dates.ts'
import { type Across, type Lane, type LaneMark, lanesOf } from './html-lanes.ts'
import { bandMarkup, monthNames, monthsAcross } from './html-months.ts'
import type { RecordGroup } from './record-groups.ts'

type Span = { readonly from: Day; readonly to: Day }

/** In units of the picture, which is as wide as the page. */
const [WIDTH, LEFT, RIGHT, TOP] = [960, 80, 40, 60]
const [LEVEL_HEIGHT, HEADING_HEIGHT] = [44, 34]

/** More than this many days a picture is too narrow for, and the list has them. */
const MOST_DAYS = 1100

/** The open items of the records over time, as a picture and as a list. */
export function timeLineMarkup(
  groups: readonly RecordGroup[],
  assessment: Assessment,
): HtmlContent {
  const items = groups.flatMap((group) => group.items).filter(isOpen)
  const open = groups.filter(({ first }) => isOpen(first))
  if (items.length === 0) return undefined
  const span = spanOf(items, assessment.today)
  const isDrawn = span.to - span.from <= MOST_DAYS
  return html`<section class="time-line" aria-labelledby="time-line">
    <h2 class="govuk-heading-m" id="time-line">Time line</h2>
    ${isDrawn && pictureMarkup(open, span, assessment)}
    ${dateList(items, assessment)}
    </section>`
}

function spanOf(items: readonly Item[], today: IsoDate): Span {
  const dates = items.flatMap(({ due, steps }) => [due ?? today, ...steps.map(({ on }) => on)])
  const days = [...dates, today].map(dayOf)
  return { from: addDays(days.reduce(earlier), -10), to: addDays(days.reduce(later), 10) }
}

const earlier = (one: Day, other: Day) => (one < other ? one : other)
const later = (one: Day, other: Day) => (one > other ? one : other)

function pictureMarkup(
  groups: readonly RecordGroup[],
  span: Span,
  { today, calendars }: Assessment,
): HtmlContent {
  const across: Across = (day) =>
    Math.round(LEFT + ((day - span.from) / (span.to - span.from)) * (WIDTH - LEFT - RIGHT))
  const rows = rowsOf(groups, across)
  const height = rows.at(-1)?.bottom ?? TOP
  const now = across(dayOf(today))
  const holidays = holidaysWithin(span, calendars)
  const months = monthsAcross(span, across, [LEFT, WIDTH - RIGHT])
  return html`<svg class="picture" viewBox="0 0 ${WIDTH} ${height + 10}" role="img" aria-labelledby="picture-title picture-words">
    <title id="picture-title">Open stages and actions over time</title>
    <desc id="picture-words">As at ${longDate(today)}. The list below has the same dates in words.</desc>
    ${months.map((month, index) => bandMarkup(month, index, height))}
    ${holidays.map(({ day }) => html`<rect class="holiday" x="${across(day)}" y="${TOP - 6}" width="3" height="${height - TOP + 6}"/>`)}
    <path class="now" d="M${now} 24V${height}"/>
    ${monthNames(months)}
    <rect class="now-flag" x="${now - 32}" y="0" width="64" height="24"/>
    <text class="now-word" x="${now}" y="17" text-anchor="middle">Today</text>
    ${rows.map(({ markup }) => markup)}
    </svg>
    ${legend()}`
}

type Row = { readonly bottom: number; readonly markup: Markup }

/** The name of each record, and its lanes below it. */
function rowsOf(groups: readonly RecordGroup[], across: Across): Row[] {
  let y = TOP
  return groups.flatMap(({ first, ...group }) => {
    const name = cut(printable(first.authority), LONGEST_NAME_DRAWN)
    y += HEADING_HEIGHT
    const heading = html`<text class="lane-record" x="0" y="${y - 12}">${name}</text>`
    const lanes = lanesOf({ first, ...group }, across).map((lane) => {
      const markup = laneMarkup(lane, y)
      y += lane.levels * LEVEL_HEIGHT
      return { bottom: y, markup }
    })
    return [{ bottom: y, markup: heading }, ...lanes]
  })
}

const LONGEST_NAME_DRAWN = 60

function laneMarkup({ name, marks }: Lane, y: number): Markup {
  const line = y + LEVEL_HEIGHT / 2 - 8
  return html`<text class="lane" x="0" y="${line + 5}">${name}</text>
    <path class="track" d="M${LEFT} ${line}H${WIDTH - RIGHT}"/>
    ${marks.map((mark) => markMarkup(mark, line + mark.level * LEVEL_HEIGHT))}`
}

function markMarkup({ x, shape, label }: LaneMark, y: number): Markup {
  const text = html`<text class="mark-name" x="${x}" y="${y + 26}" text-anchor="middle">${label}</text>`
  return html`<g transform="translate(${x} ${y})">${SHAPES[shape]}</g>${label !== '' && text}`
}

const ON_TRACK = html`<circle class="shape track-shape" r="8"/>`

/** Each look differs in its form too. */
const SHAPES: Record<LaneMark['shape'], Markup> = {
  overdue: html`<path class="shape overdue-shape" d="M-9 -9H9V9H-9Z"/><path class="cross" d="M-4 -4L4 4M4 -4L-4 4"/>`,
  atRisk: html`<path class="shape risk-shape" d="M0 -11L11 8H-11Z"/>`,
  onTrack: ON_TRACK,
  step: html`<path class="step" d="M0 -7L7 0L0 7L-7 0Z"/>`,
  stepDone: html`<path class="step done" d="M0 -7L7 0L0 7L-7 0Z"/>`,
  waiting: ON_TRACK,
  metLate: ON_TRACK,
  met: ON_TRACK,
  closed: ON_TRACK,
  notRequired: ON_TRACK,
}

function legend(): HtmlContent {
  const entries: readonly (readonly [Markup, string])[] = [
    [SHAPES.overdue, 'Overdue'],
    [SHAPES.atRisk, 'At risk'],
    [SHAPES.onTrack, 'On track'],
    [SHAPES.step, 'Governance step'],
    [SHAPES.stepDone, 'Step done'],
    [html`<rect class="holiday" x="-1" y="-11" width="3" height="22"/>`, 'Bank holiday'],
  ]
  return html`<ul class="legend picture-legend" aria-hidden="true">
    ${entries.map(([shape, words]) => html`<li><svg viewBox="-12 -12 24 24" width="20" height="20">${shape}</svg>${words}</li>`)}
    </ul>`
}
