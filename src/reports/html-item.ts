import type { Item, Status } from '../assessment/item.ts'
import { isWaived } from '../assessment/waivers.ts'
import type { IsoDate } from '../calendar/day.ts'
import { longDate, shortDate } from '../calendar/format-date.ts'
import { capitalised } from '../language/capitalised.ts'
import { type HtmlContent, html, type Markup } from '../page/markup.ts'
import { cut, printable } from '../terminal/printable.ts'
import { reasonLines } from './reasons.ts'
import { LONGEST_NAME } from './record-heading.ts'
import type { ReportOptions } from './report.ts'
import { STATUS_WORDS, timeLeft } from './wording.ts'

/** The colour of the tag of each status; its words say the same. */
const TAGS: Record<Status, string> = {
  overdue: 'red',
  atRisk: 'orange',
  onTrack: 'green',
  waiting: 'blue',
  metLate: 'yellow',
  met: 'grey',
  closed: 'grey',
  notRequired: 'grey',
}

/** The status of an item as a word and a colour, and whether all that is wrong with it is waived. */
export function statusMarkup(item: Item): Markup {
  const { status } = item
  return html`<strong class="govuk-tag govuk-tag--${TAGS[status]}">${capitalised(STATUS_WORDS[status])}</strong>${isWaived(item) && html` <span class="waived">waived</span>`}`
}

/** A day, also for programs that read the page. */
export function timeMarkup(date: IsoDate, words = longDate(date)): Markup {
  return html`<time datetime="${date}">${words}</time>`
}

export function dueMarkup({ due, provisional }: Item): HtmlContent {
  if (due === null) return 'No date'
  return html`${timeMarkup(due, shortDate(due))}${provisional && html` <span class="t-faint">provisional</span>`}`
}

/** How many working days are left or past, under a heading that names the unit: `4 left`. */
export function daysMarkup(item: Item): HtmlContent {
  const words = capitalised(timeLeft(item).replace(/ working days?\b/, ''))
  return item.status === 'overdue' ? html`<span class="t-bad">${words}</span>` : words
}

/** The name by which a page leads to the row of an item. */
export function anchorOf({ id }: Pick<Item, 'id'>): string {
  return `item-${encodeURIComponent(printable(id))}`
}

/** The name by which it leads to a record. */
export function recordAnchor({ record }: Pick<Item, 'record'>): string {
  return `record-${encodeURIComponent(printable(record))}`
}

export function titleOf({ title }: Pick<Item, 'title'>): string {
  return cut(printable(title), LONGEST_NAME)
}

/** Why an item stands as it does, each reason as a sentence without its full stop. */
export function reasonsOf(item: Item, today: IsoDate, options: ReportOptions): string[] {
  const place = `${item.file}:${item.line}`
  return reasonLines(item, today, options).map((line) =>
    line === printable(place) ? line : capitalised(line),
  )
}
