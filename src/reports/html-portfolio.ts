import { shortDate } from '../calendar/format-date.ts'
import { type HtmlColumn, type HtmlRow, tableMarkup } from '../page/html-table.ts'
import { type HtmlContent, html } from '../page/markup.ts'
import { printable } from '../terminal/printable.ts'
import { recordAnchor, timeMarkup, titleOf } from './html-item.ts'
import type { RecordGroup } from './record-groups.ts'
import type { ReportOptions } from './report.ts'

const COLUMNS: readonly HtmlColumn[] = [
  { name: 'Record' },
  { name: 'Overdue', look: 'number' },
  { name: 'At risk', look: 'number' },
  { name: 'On track', look: 'number' },
  { name: 'Next due', look: 'next' },
]

const COUNTED = ['overdue', 'atRisk', 'onTrack'] as const

/** The records below, with how many items each has of which status; nothing where there is but one. */
export function portfolioMarkup(
  groups: readonly RecordGroup[],
  options: ReportOptions,
): HtmlContent {
  if (groups.length < 2) return undefined
  const rows = groups.map((group) => rowOf(group, options))
  return html`<section aria-labelledby="records">
    <h2 class="govuk-heading-m" id="records">Records</h2>
    ${tableMarkup({ columns: COLUMNS, groups: [rows] })}
    </section>`
}

function rowOf({ first, items }: RecordGroup, options: ReportOptions): HtmlRow {
  const name = html`<a class="govuk-link" href="#${recordAnchor(first)}">${printable(first.authority)}</a> <span class="sub">${printable(options.titleOf(first.framework))}</span>`
  const counts = COUNTED.map((status) => {
    const number = items.filter((item) => item.status === status).length
    return number === 0 ? html`<span class="t-faint">0</span>` : html`<b>${number}</b>`
  })
  const next = items
    .filter(({ status, due }) => due !== null && (status === 'atRisk' || status === 'onTrack'))
    .sort((a, b) => (a.due ?? '').localeCompare(b.due ?? ''))[0]
  const words = next?.due && html`${timeMarkup(next.due, shortDate(next.due))}: ${titleOf(next)}`
  return { cells: [name, ...counts, words || undefined] }
}
