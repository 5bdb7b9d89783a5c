import type { Assessment } from '../assessment/assessment.ts'
import { type Item, needsSomebody } from '../assessment/item.ts'
import { type HtmlContent, html } from '../page/markup.ts'
import { printable } from '../terminal/printable.ts'
import { anchorOf, reasonsOf, statusMarkup, timeMarkup, titleOf } from './html-item.ts'
import type { ReportOptions } from './report.ts'
import { timeLeft } from './wording.ts'

/** What somebody has to see to, most urgent first, each with the way to its row. */
export function attentionMarkup({ items, today }: Assessment, options: ReportOptions): HtmlContent {
  const urgent = items.filter(needsSomebody)
  if (urgent.length === 0) return undefined
  return html`<section class="attention" aria-labelledby="attention">
    <h2 class="govuk-heading-m" id="attention">What needs attention</h2>
    <ol>
    ${urgent.map((item) => entryMarkup(item, sentencesOn(item, today, options)))}
    </ol>
    </section>`
}

function entryMarkup(item: Item, sentences: HtmlContent): HtmlContent {
  return html`<li><div>${statusMarkup(item)}</div><div>
    <p class="lead-line"><a class="govuk-link" href="#${anchorOf(item)}">${titleOf(item)}</a></p>
    <p>${sentences}</p>
    </div></li>`
}

function sentencesOn(item: Item, today: Assessment['today'], options: ReportOptions): HtmlContent {
  const { authority, due, owner } = item
  return [
    `${printable(authority)}.`,
    due !== null && html`Due on ${timeMarkup(due)}: <b>${timeLeft(item)}</b>.`,
    ...reasonsOf(item, today, options).map((reason) => `${reason}.`),
    options.people && owner !== null && `Owner: ${printable(owner)}.`,
  ]
}
