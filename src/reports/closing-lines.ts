import type { Assessment } from '../assessment/assessment.ts'
import { type Item, isOpen, type Status } from '../assessment/item.ts'
import { appliedWaivers, isWaived } from '../assessment/waivers.ts'
import { isoOf } from '../calendar/day.ts'
import { DIVISION_NAMES } from '../calendar/division.ts'
import { dayMonthYear } from '../calendar/format-date.ts'
import { type Diagnostic, hidesDeadlines } from '../diagnostics/diagnostic.ts'
import { andMore } from '../language/and-more.ts'
import { count } from '../language/count.ts'
import { unbroken, withUnits } from '../terminal/columns.ts'
import { printable } from '../terminal/printable.ts'
import { type DateWords, exitCodeLine, provisionally } from './exit-code-line.ts'
import { isFinished } from './record-groups.ts'
import type { ReportOptions } from './report.ts'
import { STATUS_WORDS, timeLeft } from './wording.ts'

/** A line of the end of a report: its label, and what is said there. */
export type ClosingLine = readonly [label: string, text: string]

/** What a report sums up, always in this order, so that a line that changed is noticed. */
export function closingLines(
  assessment: Assessment,
  options: ReportOptions,
  words: DateWords,
): ClosingLine[] {
  return [
    ...openLines(assessment),
    ...waivedLines(assessment, words),
    ['Finished', finishedWords(assessment, options)],
    ['Next due', nextDueWords(assessment, words)],
    ['Exit code', exitCodeLine(assessment, options, words)],
    ...(options.verbose ? [...ignoredLines(assessment), ...holidayLines(assessment, words)] : []),
  ]
}

function openLines({ summary, recordsOpen, recordsWaiting, ...rest }: Assessment): ClosingLine[] {
  const open = openCount(summary)
  const { waiting } = summary
  const records = `${recordsOpen} of ${recordsWords({ summary, recordsOpen, ...rest })}`
  return [
    ...(open > 0
      ? [['Open', `${open} in ${records}: ${countsOf(summary, OPEN).join(', ')}`] as const]
      : []),
    ...(waiting > 0
      ? [
          [
            'Waiting',
            `${waiting} in ${withUnits(count(recordsWaiting, 'record'))}, for a letter or report`,
          ] as const,
        ]
      : []),
  ]
}

const OPEN: readonly Status[] = ['overdue', 'atRisk', 'onTrack']
export const FINISHED: readonly Status[] = ['met', 'metLate', 'closed', 'notRequired']

/** How many items are overdue, at risk or on track. */
export function openCount(summary: Record<'overdue' | 'atRisk' | 'onTrack', number>): number {
  return summary.overdue + summary.atRisk + summary.onTrack
}

/** How many items have each of some statuses, in words: `2 overdue`. */
export function countsOf(
  counts: Readonly<Partial<Record<Status, number>>>,
  statuses: readonly Status[],
): string[] {
  return statuses
    .filter((status) => (counts[status] ?? 0) > 0)
    .map((status) => {
      const words = `${counts[status]} ${STATUS_WORDS[status]}`
      return status === 'overdue' || status === 'atRisk' ? unbroken(words) : withUnits(words)
    })
}

/** How many records there are, or could be read; of one with an error, a part may have been. */
function recordsWords({
  complete,
  diagnostics,
  recordsOpen,
  summary: { records },
}: Pick<Assessment, 'complete' | 'diagnostics' | 'recordsOpen' | 'summary'>): string {
  const readable = records - unreadableFiles(diagnostics).length
  return complete || readable < recordsOpen
    ? withUnits(count(records, 'record'))
    : withUnits(count(readable, 'readable record'))
}

/** The files of which a deadline may be hidden. */
export function unreadableFiles(diagnostics: readonly Diagnostic[]): readonly string[] {
  return [...new Set(diagnostics.filter(hidesDeadlines).map(({ file }) => file))]
}

function waivedLines({ items }: Assessment, { date }: DateWords): ClosingLine[] {
  const waived = items.filter(isWaived)
  if (waived.length === 0) return []
  const each = waived.map((item) => `${printable(item.id)} until ${date(waivedLast(item))}`)
  return [['Waived', `${waived.length}: ${each.join(', ')}`]]
}

/** The last day on which all that is wrong with an item is waived. */
function waivedLast(item: Item): string {
  return (
    appliedWaivers(item)
      .map(({ until }) => until)
      .sort()[0] ?? ''
  )
}

function finishedWords({ summary, items }: Assessment, options: ReportOptions): string {
  const counts = countsOf(summary, FINISHED)
  const all = FINISHED.reduce((sum, status) => sum + summary[status], 0)
  if (all === 0) return 'nothing'
  const shown = items.filter((item) => isFinished(item) && isShown(item, options)).length
  const where = openCount(summary) === 0 ? ` in ${withUnits(count(summary.records, 'record'))}` : ''
  return `${all}${where}: ${counts.join(', ')}${shown < all ? ' (--all lists them)' : ''}`
}

/** Whether an item is shown to people: what is open or asked for. */
export function isShown(item: Item, { quiet, all, isListed }: ReportOptions): boolean {
  if (quiet) return item.status === 'overdue' || item.status === 'atRisk'
  return all || isOpen(item) || isListed(item)
}

/** Whether a report that shows only what needs attention has none to show. */
export function showsNothing(
  shown: readonly Item[],
  { change }: Assessment,
  { quiet }: ReportOptions,
): boolean {
  const { fails = [], released = [] } = change ?? {}
  return quiet && shown.length + fails.length + released.length === 0
}

/** Whether there is nothing to report, so that cron sends no mail. */
export function isSilent(
  shown: readonly Item[],
  assessment: Assessment,
  options: ReportOptions,
): boolean {
  return showsNothing(shown, assessment, options) && assessment.complete
}

function nextDueWords({ nextDue, complete, today }: Assessment, { dueOn }: DateWords): string {
  const [first] = nextDue
  if (!first?.due) return `nothing${complete ? '' : ' in the records that can be read'}`
  const ids = andMore(printable(first.id), nextDue.length - 1)
  const provisional = provisionally(nextDue)
  if (first.due === today) return `${ids} today${provisional}`
  return `${dueOn(ids, first.due)}, ${withUnits(timeLeft(first))}${provisional}`
}

function ignoredLines({ ignored }: Assessment): ClosingLine[] {
  return ignored > 0 ? [['Ignored', `${count(ignored, 'diagnostic')}, by comments in records`]] : []
}

/** Where the bank holidays come from. */
function holidayLines({ calendars }: Assessment, { date }: DateWords): ClosingLine[] {
  return calendars.map(({ division, source, retrieved, lastOfficial }) => {
    const of = retrieved ? ` of ${unbroken(dayMonthYear(retrieved))}` : ''
    const list = /^GOV\.UK\b/.test(source) ? 'GOV.UK list' : printable(source)
    const until = `official up to ${date(isoOf(lastOfficial))}`
    return ['Holidays', `${DIVISION_NAMES[division]}, ${list}${of}, ${until}`]
  })
}
