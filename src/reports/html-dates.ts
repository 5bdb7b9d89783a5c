import type { Assessment } from '../assessment/assessment.ts'
import { type Item, needsSomebody } from '../assessment/item.ts'
import { type Day, dayOf, type IsoDate, isoOf, yearOf } from '../calendar/day.ts'
import { longDate, monthName } from '../calendar/format-date.ts'
import { holidayName } from '../calendar/projection.ts'
import { groupBy } from '../language/group-by.ts'
import { type HtmlContent, html } from '../page/markup.ts'
import { printable } from '../terminal/printable.ts'
import { statusMarkup, timeMarkup, titleOf } from './html-item.ts'
import { clockStarts } from './html-lanes.ts'

/** A day of the time line, and what is said of it. */
type DatedWords = { readonly on: IsoDate; readonly words: HtmlContent }

/** What the time line shows, in words: each date under its month, in order. */
export function dateList(
  items: readonly Item[],
  { today, calendars }: Pick<Assessment, 'today' | 'calendars'>,
): HtmlContent {
  const own = [...startsOf(items), ...items.flatMap(datesOf)]
  const [first = today, ...others] = [today, ...own.map(({ on }) => on)].sort()
  const span = { from: dayOf(first), to: dayOf(others.at(-1) ?? first) }
  const holidays = holidaysWithin(span, calendars).map(({ day, title }) => ({
    on: isoOf(day),
    words: html`<span class="t-faint">Bank holiday: ${title}</span>`,
  }))
  const now = { on: today, words: html`<b>Today</b>` }
  const all = [...own, ...holidays, now].sort((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)))
  const months = [...groupBy(all, ({ on }) => monthName(dayOf(on)))]
  return html`<details class="govuk-details dates">
    <summary class="govuk-details__summary"><span class="govuk-details__summary-text">The same dates as a list</span></summary>
    <div class="date-lists">
    ${months.map(([name, dates]) => html`<div><h3 class="govuk-heading-s">${name}</h3><ul class="govuk-list">${dates.map(dateMarkup)}</ul></div>`)}
    </div>
    </details>`
}

function dateMarkup({ on, words }: DatedWords): HtmlContent {
  return html`<li>${timeMarkup(on, longDate(on).replace(/ \d+$/, ''))}: ${words}</li>`
}

/** Where the clock of each record starts. */
function startsOf(items: readonly Item[]): DatedWords[] {
  const records = [...groupBy(items, ({ record }) => record).values()]
  return records.flatMap((own) =>
    clockStarts(own).map((day) => ({
      on: isoOf(day),
      words: `${printable(own[0]?.authority ?? '')}: the clock starts`,
    })),
  )
}

function datesOf(item: Item): DatedWords[] {
  const { due, steps, expected, earliestDue } = item
  if (due === null) return []
  const name = `${printable(item.authority)}: ${titleOf(item)}`
  const status = needsSomebody(item) && html` ${statusMarkup(item)}`
  return [
    { on: due, words: html`${name}${status}` },
    ...(expected && expected !== due ? [{ on: expected, words: `${name}, expected` }] : []),
    ...(earliestDue && earliestDue < due
      ? [{ on: earliestDue, words: `${name}, may be due from here` }]
      : []),
    ...steps.map(({ on, title, done }) => ({
      on,
      words: `${printable(title)}, for ${name}${done ? ' (done)' : ''}`,
    })),
  ]
}

/** The bank holidays of some divisions from one day to another, each day once. */
export function holidaysWithin(
  { from, to }: { readonly from: Day; readonly to: Day },
  calendars: Assessment['calendars'],
): { readonly day: Day; readonly title: string }[] {
  const years = Array.from(
    { length: yearOf(to) - yearOf(from) + 1 },
    (_, index) => yearOf(from) + index,
  )
  const all = calendars.flatMap(({ inYear }) => years.flatMap(inYear))
  const byDay = new Map(all.map((holiday) => [holiday.day, holidayName(holiday)]))
  return [...byDay]
    .filter(([day]) => from <= day && day <= to)
    .map(([day, title]) => ({ day, title }))
    .sort((a, b) => a.day - b.day)
}
