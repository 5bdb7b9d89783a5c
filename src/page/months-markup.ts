import { type Day, isoOf, isWeekend } from '../calendar/day.ts'
import { longDate, monthName } from '../calendar/format-date.ts'
import { marksByDay, visibleMarks } from './calendar-marks.ts'
import { type HtmlContent, html } from './markup.ts'
import { monthStarts, weeksOf } from './months.ts'
import type { CalendarMark, Months } from './page.ts'

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** Months as tables, in which each marked day says what its letter stands for to who listens. */
export function monthsMarkup(block: Months): HtmlContent {
  const visible = visibleMarks(block)
  const marks = marksByDay(visible)
  return html`<div class="months">
    ${monthStarts(block).map((first) => monthMarkup(first, block, marks))}
    </div>
    ${visible.length > 0 && legend(visible)}`
}

function monthMarkup(
  first: Day,
  { from, to }: Months,
  marks: ReadonlyMap<Day, CalendarMark>,
): HtmlContent {
  const cell = (day: Day | undefined) => {
    if (day === undefined) return html`<td></td>`
    const mark = marks.get(day)
    if (mark) return markedCell(day, mark)
    return html`<td${isWeekend(day) && html` class="closed"`}>${numberOf(day, day < from || day > to)}</td>`
  }
  return html`<table class="month">
    <caption>${monthName(first)}</caption>
    <thead><tr>${WEEKDAYS.map(weekdayHead)}</tr></thead>
    <tbody>
    ${weeksOf(first).map((week) => html`<tr>${week.map(cell)}</tr>`)}
    </tbody>
    </table>`
}

function weekdayHead(name: string): HtmlContent {
  return html`<th scope="col"><abbr title="${name}">${name.slice(0, 2)}</abbr></th>`
}

function numberOf(day: Day, isFaint: boolean): HtmlContent {
  const number = Number(isoOf(day).slice(8))
  return isFaint ? html`<span class="t-faint">${number}</span>` : number
}

function markedCell(day: Day, { letter, tone, words }: CalendarMark): HtmlContent {
  const look = `marked marked-${tone}`
  return html`<td class="${look}">${numberOf(day, false)}<small aria-hidden="true">${letter}</small><span class="govuk-visually-hidden">${longDate(isoOf(day))}: ${words}</span></td>`
}

/** What the letters stand for. */
function legend(marks: readonly CalendarMark[]): HtmlContent {
  return html`<ul class="legend">
    ${marks.map(({ letter, words, tone }) => html`<li><b class="key marked marked-${tone}">${letter}</b> ${words}</li>`)}
    </ul>`
}
