import type { Assessment } from '../assessment/assessment.ts'
import { type Item, STATUSES, type Status } from '../assessment/item.ts'
import { count } from '../assessment/sentences.ts'
import { isoOf } from '../calendar/day.ts'
import { DIVISION_NAMES } from '../calendar/division.ts'
import { longDate } from '../calendar/words.ts'
import { isError } from '../diagnostics/diagnostic.ts'
import { printable } from '../terminal/printable.ts'
import type { ReportOptions } from './index.ts'

/** The facts of an assessment as words, shared by the reports for people. */

export const STATUS_WORDS: Record<Status, string> = {
  overdue: 'overdue',
  atRisk: 'at risk',
  onTrack: 'on track',
  waiting: 'waiting',
  metLate: 'met late',
  met: 'met',
  closed: 'closed',
  notRequired: 'not required',
}

/** How long until due, or how early or late it was: `4 working days left`. */
export function timeLeft({ status, workingDaysLeft: left }: Item): string {
  if (left === null || status === 'closed') return ''
  if (status === 'met' || status === 'metLate') {
    if (left === 0) return 'on the due day'
    return `${count(Math.abs(left), 'working day')} ${left > 0 ? 'early' : 'late'}`
  }
  if (left < 0) return `${count(-left, 'working day')} late`
  return left === 0 ? 'due today' : `${count(left, 'working day')} left`
}

/** Who has to do what: `Shropshire Council: Draft action plan`. */
export function headline({ authority, title, owner }: Item): string {
  return printable(`${authority}: ${title}${owner ? ` (${owner})` : ''}`)
}

/** The reasons of an item, and how early its deadline can be where only publication is known. */
export function explanations(item: Item): string[] {
  const { why, reasons, earliestDue, status } = item
  const isOpen = status === 'overdue' || status === 'atRisk' || status === 'onTrack'
  const early =
    isOpen && earliestDue && !reasons.includes('receiptUnknown')
      ? [`counted from publication: the true deadline may be as early as ${longDate(earliestDue)}`]
      : []
  return [...why, ...early].map(printable)
}

/** What the report speaks of: `Action plans as at Monday 5 February 2024 (Europe/London)`. */
export function title({ today, timeZone }: Assessment): string {
  return `Action plans as at ${longDate(today)} (${printable(timeZone)})`
}

/** That the report is not about all that there is; undefined where it is. */
export function incompleteness({ complete, diagnostics }: Assessment): string | undefined {
  if (complete) return undefined
  const files = [...new Set(diagnostics.filter(isError).map(({ file }) => printable(file)))]
  const named = files.slice(0, 5).join(', ')
  const more = files.length > 5 ? ` and ${files.length - 5} more` : ''
  return `Incomplete: ${count(files.length, 'file')} with errors, so that deadlines may be missing here: ${named}${more}`
}

/** How many of each status: `17 records, 22 items: 1 at risk, 21 closed`. */
export function totals({ summary }: Assessment): string {
  const counts = STATUSES.filter((status) => summary[status] > 0).map(
    (status) => `${summary[status]} ${STATUS_WORDS[status]}`,
  )
  const items = `${count(summary.records, 'record')}, ${count(summary.items, 'item')}`
  return counts.length > 0 ? `${items}: ${counts.join(', ')}` : items
}

/** What comes next: the item that falls due, and the day on which the exit code changes. */
export function whatComesNext(assessment: Assessment, { failOn }: ReportOptions): string[] {
  const { nextDue, nextChange } = assessment
  return [
    nextDue?.due
      ? `Next to fall due: ${headline(nextDue)}, on ${longDate(nextDue.due)} (${timeLeft(nextDue)})`
      : 'Next to fall due: nothing',
    nextChange
      ? `If nothing is done, the exit code becomes 1 on ${longDate(nextChange.on)} (${printable(nextChange.item)})`
      : noChange(assessment, failOn),
  ]
}

function noChange({ complete, summary }: Assessment, failOn: string): string {
  if (!complete) return 'The exit code is 1 until the errors are mended'
  if (failOn === 'never')
    return 'The exit code stays 0: with --fail-on never, no deadline changes it'
  const failing = summary.overdue + (failOn === 'at-risk' ? summary.atRisk : 0)
  return failing > 0
    ? `The exit code is 1, and stays so until ${count(failing, 'item')} ${failing === 1 ? 'is' : 'are'} dealt with`
    : 'No deadline is open that could change the exit code'
}

/** Where the bank holidays come from. */
export function provenance({ calendars }: Assessment): string[] {
  return calendars.map(
    ({ division, source, retrieved, lastOfficial }) =>
      `Bank holidays of ${DIVISION_NAMES[division]}: official up to ${longDate(isoOf(lastOfficial))}; ${printable(source)}${retrieved ? `; retrieved on ${longDate(retrieved)}` : ''}`,
  )
}
