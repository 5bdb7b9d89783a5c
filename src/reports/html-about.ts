import type { Assessment } from '../assessment/assessment.ts'
import type { ChangeResult } from '../assessment/change-result.ts'
import { longDate } from '../calendar/format-date.ts'
import { count } from '../language/count.ts'
import { type HtmlContent, html } from '../page/markup.ts'
import { withBlanks } from '../terminal/columns.ts'
import { printable } from '../terminal/printable.ts'
import { changeWords } from './change-wording.ts'
import { closingLines } from './closing-lines.ts'
import type { ReportOptions } from './report.ts'

/** What a change does, where only that is judged: sentences, and lists under them. */
export function changeMarkup(
  { change }: Assessment,
  { failOn, people }: ReportOptions,
): HtmlContent {
  const sentences = changeWords({ change: people ? change : withoutReasons(change) }, failOn)
  if (sentences.length === 0) return undefined
  const blocks = sentences.map((text) =>
    text.startsWith('- ')
      ? html`<p class="govuk-body point">${text.slice(2)}</p>`
      : html`<p class="govuk-body">${text}</p>`,
  )
  return html`<section aria-labelledby="change">
    <h2 class="govuk-heading-m" id="change">What the change does</h2>
    ${blocks}
    </section>`
}

/** Who released an item and why is for those who may see what people wrote. */
function withoutReasons(change: ChangeResult | null): ChangeResult | null {
  if (!change) return null
  const released = change.released.map((one) => (one.justified ? { ...one, why: one.how } : one))
  return { ...change, released }
}

/** What there is to know of the report itself. */
export function aboutReport(
  assessment: Assessment,
  options: ReportOptions,
): readonly (readonly [name: string, words: HtmlContent])[] {
  const { today, timeZone, summary } = assessment
  const dueOn = (item: string, day: string) => `${item}, ${longDate(day)}`
  const lines = closingLines(
    assessment,
    { ...options, verbose: true },
    { date: longDate, dueOn },
  ).filter(([name]) => KEPT.includes(name))
  const size = `${count(summary.records, 'record')}, ${count(summary.items, 'item')}`
  return [
    ['As at', `${longDate(today)}, ${printable(timeZone)}. ${size}.`],
    ['Working days', WORKING_DAYS],
    ...lines.map(([name, words]) => [name, withBlanks(words)] as const),
    ...calendarWords(options),
    [
      'Made by',
      `plandue ${options.version}. It judges dates, not plans, and gives no legal advice.`,
    ],
  ]
}

/** Where a calendar is, and what to do with it: one that is imported is never changed again. */
function calendarWords({ calendar }: ReportOptions) {
  if (calendar === null) return []
  const name = printable(calendar)
  const link = html`<a class="govuk-link" href="./${encodeURIComponent(name)}">${name}</a>`
  return [
    [
      'Calendar',
      html`${link} has the same dates. Subscribe to its address: an imported copy stays as it is.`,
    ] as const,
  ]
}

/** The others stand elsewhere on the page. */
const KEPT = ['Waived', 'Exit code', 'Ignored', 'Holidays']

const WORKING_DAYS =
  'The due day counts whole: an item is overdue from the day after. Numbers of days leave out weekends and bank holidays.'
