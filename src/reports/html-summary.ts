import type { Assessment } from '../assessment/assessment.ts'
import type { Item } from '../assessment/item.ts'
import { longDate } from '../calendar/format-date.ts'
import { andMore } from '../language/and-more.ts'
import { capitalised } from '../language/capitalised.ts'
import { type HtmlContent, html } from '../page/markup.ts'
import { withBlanks } from '../terminal/columns.ts'
import { printable } from '../terminal/printable.ts'
import { countsOf, FINISHED, openCount } from './closing-lines.ts'
import { provisionally } from './exit-code-line.ts'
import { anchorOf, timeMarkup, titleOf } from './html-item.ts'
import { nothingOpenWords } from './nothing-open.ts'
import { reportTitle } from './opening.ts'
import type { ReportOptions } from './report.ts'
import { lateness, timeLeft } from './wording.ts'

/** The name of the document: how things stand, for who sees no more of it than a tab. */
export function stateTitle({ complete, summary, today }: Assessment): string {
  const state = [...(complete ? [] : ['incomplete']), ...countsOf(summary, ['overdue', 'atRisk'])]
  const words = state.length > 0 ? state.join(', ') : 'nothing overdue or at risk'
  return withBlanks(`${capitalised(words)}: action plans as at ${longDate(today)}`)
}

/** What a reader has to know who reads no further: what is late, what comes next, how much there is. */
export function summaryMarkup(assessment: Assessment, options: ReportOptions): HtmlContent {
  return [
    html`<h1 class="govuk-heading-l">${reportTitle(assessment, options)}</h1>
    <p class="govuk-body lead">${leadMarkup(assessment, options)}</p>
    <h2 class="govuk-visually-hidden">Totals</h2>
    <dl class="tiles">
    ${tiles(assessment)}
    </dl>`,
  ]
}

function leadMarkup(assessment: Assessment, options: ReportOptions): HtmlContent {
  const nothing = nothingOpenWords(assessment, options)
  if (nothing !== undefined) return html`<b>${nothing}</b>`
  return [html`<b>${attentionWords(assessment)}</b>`, nextMarkup(assessment)]
}

function attentionWords({ summary, complete }: Assessment): string {
  const { overdue, atRisk } = summary
  const open = openCount(summary)
  const items = `${open} open ${open === 1 ? 'item' : 'items'}${complete ? '' : ' that can be read'}`
  if (overdue + atRisk === 0) return `${items}, none overdue or at risk.`
  const states = [
    ...(overdue > 0 ? [`${overdue} ${overdue === 1 ? 'is' : 'are'} overdue`] : []),
    ...(atRisk > 0 ? [`${atRisk} ${atRisk === 1 ? 'is' : 'are'} at risk`] : []),
  ]
  return `${states.join(' and ').replace(/^\d+/, `$& of ${items}`)}.`
}

function nextMarkup({ nextDue }: Assessment): HtmlContent {
  const [first] = nextDue
  if (!first?.due) return 'Nothing else falls due.'
  const left = `${timeLeft(first)}${provisionally(nextDue)}`
  const name = `${printable(first.authority)}: ${titleOf(first)}`
  const link = html`<a class="govuk-link" href="#${anchorOf(first)}">${name}</a>`
  return html`Next to fall due: ${link}${andMore('', nextDue.length - 1)}, on ${timeMarkup(first.due)}, ${left}.`
}

type Tile = {
  readonly name: string
  readonly look: string
  readonly count: number
  readonly note: string
}

function tiles({ summary, items }: Assessment): HtmlContent {
  const first = (status: Item['status']) => items.find((item) => item.status === status)
  const finished = FINISHED.reduce((sum, status) => sum + summary[status], 0)
  const late = first('overdue')
  const waived = summary.waived > 0 ? `${summary.waived} waived` : ''
  const all: readonly Tile[] = [
    {
      name: 'Overdue',
      look: 'overdue',
      count: summary.overdue,
      note: [late && `longest: ${lateness(late)}`, waived].filter(Boolean).join('; '),
    },
    { name: 'At risk', look: 'risk', count: summary.atRisk, note: nextWords(first('atRisk')) },
    { name: 'On track', look: 'track', count: summary.onTrack, note: nextWords(first('onTrack')) },
    {
      name: 'Waiting',
      look: 'waiting',
      count: summary.waiting,
      note: 'for a letter or report',
    },
    {
      name: 'Finished',
      look: 'finished',
      count: finished,
      note: countsOf(summary, FINISHED).map(withBlanks).join(', '),
    },
  ]
  return all.filter(({ name, count }) => name !== 'Waiting' || count > 0).map(tileMarkup)
}

function nextWords(item: Item | undefined): string {
  return item?.due ? `next: ${longDate(item.due)}` : ''
}

function tileMarkup({ name, look, count, note }: Tile): HtmlContent {
  // Of nothing there is no colour.
  const colour = count > 0 ? ` tile-${look}` : ''
  return html`<div class="tile${colour}"><dt>${name}</dt><dd><span class="n">${count}</span>${note !== '' && html` <span class="note">${note}</span>`}</dd></div>`
}
