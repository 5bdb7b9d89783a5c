import { type HtmlContent, html, type Markup } from './markup.ts'
import type { TimeLine, TimeLineShape } from './time-line.ts'

/** Each look differs in its form too. */
export const SHAPES: Readonly<Record<TimeLineShape, Markup>> = {
  overdue: html`<path class="shape overdue-shape" d="M-9 -9H9V9H-9Z"/><path class="cross" d="M-4 -4L4 4M4 -4L-4 4"/>`,
  atRisk: html`<path class="shape risk-shape" d="M0 -11L11 8H-11Z"/>`,
  onTrack: html`<circle class="shape track-shape" r="8"/>`,
  settled: html`<circle class="done" r="5"/>`,
  step: html`<path class="step" d="M0 -7L7 0L0 7L-7 0Z"/>`,
  stepDone: html`<path class="step done" d="M0 -7L7 0L0 7L-7 0Z"/>`,
  start: html`<path class="start" d="M0 -9V9"/>`,
  report: html`<path class="report" d="M-6 -8H6V8H-6Z"/>`,
}

export const EXPECTED = html`<circle class="expected" r="6"/>`

const SHAPE_WORDS: Readonly<Record<TimeLineShape, string>> = {
  overdue: 'Overdue',
  atRisk: 'At risk',
  onTrack: 'On track',
  settled: 'Settled',
  step: 'Governance step',
  stepDone: 'Step done',
  start: 'Clock starts',
  report: 'Visit or report',
}

/** What the shapes of a time line stand for, those alone that it has. */
export function legendMarkup({ rows, holidays }: TimeLine): HtmlContent {
  const marks = rows.flatMap(({ lanes }) => lanes.flatMap((lane) => lane.marks))
  const shapes = Object.entries(SHAPE_WORDS).filter(([name]) =>
    marks.some(({ shape }) => shape === name),
  )
  const entries: readonly (readonly [Markup, string, boolean])[] = [
    ...shapes.map(([name, words]) => [SHAPES[name as TimeLineShape], words, true] as const),
    [EXPECTED, 'Expected', marks.some(({ expected = [] }) => expected.length > 0)],
    [
      html`<path class="early" d="M-11 0H11"/>`,
      'May be due from here',
      marks.some(({ earliest }) => earliest !== undefined),
    ],
    [
      html`<rect class="holiday" x="-1" y="-11" width="3" height="22"/>`,
      'Bank holiday',
      holidays.length > 0,
    ],
  ]
  const shown = entries.filter(([, , isThere]) => isThere)
  return html`<ul class="legend picture-legend" aria-hidden="true">
    ${shown.map(([shape, words]) => html`<li><svg viewBox="-12 -12 24 24" width="20" height="20">${shape}</svg>${words}</li>`)}
    </ul>`
}
