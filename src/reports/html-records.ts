import type { Assessment } from '../assessment/assessment.ts'
import { type Item, partOf, STATUSES } from '../assessment/item.ts'
import { longDate } from '../calendar/format-date.ts'
import { capitalised } from '../language/capitalised.ts'
import { type HtmlColumn, isEmpty, tableMarkup } from '../page/html-table.ts'
import { type HtmlContent, html } from '../page/markup.ts'
import { withBlanks } from '../terminal/columns.ts'
import { printable } from '../terminal/printable.ts'
import { countsOf } from './closing-lines.ts'
import {
  anchorOf,
  daysMarkup,
  dueMarkup,
  reasonsOf,
  recordAnchor,
  statusMarkup,
  timeMarkup,
  titleOf,
} from './html-item.ts'
import type { RecordGroup } from './record-groups.ts'
import { recordDay, recordDayWords } from './record-heading.ts'
import type { ReportOptions } from './report.ts'

/** A record: what it is about, how it stands, and a table of its items, most urgent first. */
export function recordMarkup(
  { first, items }: RecordGroup,
  assessment: Assessment,
  options: ReportOptions,
): HtmlContent {
  const anchor = recordAnchor(first)
  return html`<section class="record">
    <div class="keep">
    <h2 class="govuk-heading-m" id="${anchor}">${printable(first.authority)} <span class="sub">${subject(first, options)}</span></h2>
    <p class="govuk-body">${countsMarkup(items)}</p>
    ${recordFacts(first, options)}
    ${areasMarkup(items)}
    </div>
    ${itemTable(items, assessment, options)}
    </section>`
}

/** Under which framework, and the day of its report, by which two inspections of one authority differ. */
function subject(first: Item, options: ReportOptions): string {
  const day = recordDay(first, options)
  const title = printable(options.titleOf(first.framework))
  return day ? `${title}, ${recordDayWords(day)}` : title
}

/** How many items have each status, in words. */
function countsMarkup(items: readonly Item[]): string {
  return withBlanks(countsOf(countedBy(items), STATUSES).join(', '))
}

function countedBy(items: readonly Item[]): Readonly<Record<string, number>> {
  return Object.fromEntries(
    STATUSES.map((status) => [status, items.filter((item) => item.status === status).length]),
  )
}

function recordFacts(first: Item, options: ReportOptions): HtmlContent {
  const { published, received, sent } = first.background
  const name = capitalised(printable(options.documentOf(first.framework)))
  const day = recordDay(first, options)
  const dates = [
    ...(sent ? [[`${name} sent`, timeMarkup(sent)] as const] : []),
    ...(received ? [[`${name} received`, timeMarkup(received)] as const] : []),
    ...(published ? [[`${name} published`, timeMarkup(published)] as const] : []),
  ]
  const visit =
    day && dates.length === 0
      ? [['Visited', recordDayWords(day).replace(/^visited /, '')] as const]
      : []
  const facts = [...dates, ...visit, ['Record', recordName(first, options)] as const]
  return html`<dl class="facts">
    ${facts.map(([fact, words]) => html`<div><dt>${fact}</dt><dd>${words}</dd></div>`)}
    </dl>`
}

function recordName(first: Item, { linkOf }: ReportOptions): HtmlContent {
  const address = linkOf(first)
  const name = html`<code>${printable(first.record)}</code>`
  return address === null ? name : html`<a class="govuk-link" href="${address}">${name}</a>`
}

/** The areas that some of the items answer, each once. */
function areasMarkup(items: readonly Item[]): HtmlContent {
  const areas = new Map(
    items.flatMap(({ background }) => background.areas.map(({ id, text }) => [id, text])),
  )
  if (areas.size === 0) return undefined
  const entries = [...areas].sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
  return html`<h3 class="govuk-heading-s">Areas</h3>
    <dl class="areas">
    ${entries.map(([id, text]) => html`<div><dt>${id}</dt><dd>${text}</dd></div>`)}
    </dl>`
}

function itemTable(
  items: readonly Item[],
  { today }: Assessment,
  options: ReportOptions,
): HtmlContent {
  const columns: ItemColumn[] = [
    { name: 'What', cell: whatMarkup },
    { name: 'Status', cell: statusMarkup },
    { name: 'Due', look: 'due', cell: dueMarkup },
    { name: 'Working days', look: 'days', cell: daysMarkup },
    ...(options.people ? [{ name: 'Owner', look: 'owner', cell: ownerMarkup }] : []),
    { name: 'Area', cell: ({ background }) => background.areas.map(({ id }) => id).join(', ') },
    { name: 'Why', look: 'why', cell: (item) => reasonList(reasonsOf(item, today, options)) },
  ]
  return tableOf(items, columns, 'Most urgent first')
}

/** A column of a table of items, and what an item has in it. */
type ItemColumn = HtmlColumn & { readonly cell: (item: Item) => HtmlContent }

/** A column in which no item has anything is left out. */
function tableOf(items: readonly Item[], columns: readonly ItemColumn[], caption: string) {
  const used = columns.filter(({ cell }) => items.some((item) => !isEmpty(cell(item))))
  const rows = items.map((item) => ({
    id: anchorOf(item),
    cells: used.map(({ cell }) => cell(item)),
  }))
  return tableMarkup({ caption, columns: used, groups: [rows] })
}

function whatMarkup(item: Item): HtmlContent {
  return html`<code class="part">${printable(partOf(item))}</code> ${titleOf(item)}`
}

function ownerMarkup({ owner }: Item): HtmlContent {
  return owner === null ? undefined : printable(owner)
}

function reasonList(reasons: readonly string[]): HtmlContent {
  return reasons.map((reason) => html`<div>${reason}</div>`)
}

/** What is behind everybody, folded away unless somebody asked for it. */
export function finishedMarkup(
  items: readonly Item[],
  assessment: Assessment,
  options: ReportOptions,
): HtmlContent {
  if (items.length === 0) return undefined
  const isOpen = options.all || items.some(options.isListed)
  const columns: ItemColumn[] = [
    { name: 'What', cell: finishedWhat },
    { name: 'Status', cell: statusMarkup },
    { name: 'Due', look: 'due', cell: dueMarkup },
    { name: 'Done', look: 'due', cell: doneMarkup },
    { name: 'Working days', look: 'days', cell: daysMarkup },
    { name: 'Why', cell: (item) => reasonList(reasonsOf(item, assessment.today, options)) },
  ]
  return html`<section class="record finished" aria-labelledby="finished">
    <h2 class="govuk-heading-m" id="finished">Finished</h2>
    <details class="govuk-details"${isOpen && html` open`}>
    <summary class="govuk-details__summary"><span class="govuk-details__summary-text">${countsMarkup(items)}</span></summary>
    <div class="finished-items">
    ${tableOf(items, columns, 'Finished stages and actions')}
    </div>
    </details>
    </section>`
}

function finishedWhat(item: Item): HtmlContent {
  return html`<code class="part">${printable(item.id)}</code> ${printable(item.authority)}: ${titleOf(item)}`
}

function doneMarkup({ submitted, background }: Item): HtmlContent {
  const on = submitted ?? background.closedOn
  return on === null ? undefined : timeMarkup(on, longDate(on))
}
