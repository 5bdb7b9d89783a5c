import type { Assessment } from '../assessment/assessment.ts'
import { type Basis, type Item, isOpen, STATUSES, type Status } from '../assessment/item.ts'
import { count } from '../assessment/sentences.ts'
import { isoOf } from '../calendar/day.ts'
import { DIVISION_NAMES } from '../calendar/division.ts'
import { longDate } from '../calendar/words.ts'
import { isError } from '../diagnostics/diagnostic.ts'
import { cut, printable } from '../terminal/printable.ts'
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

/** What a due date rests on. */
export const BASIS_WORDS: Record<Basis, string> = {
  extended: 'it was extended',
  stated: 'the letter states it',
  received: 'counted from receipt',
  published: 'counted from publication',
  visited: 'counted from the visit',
  fixed: 'the plan says so',
}

/** How long until due, or how early or late it was: `4 working days left`. */
export function timeLeft({ status, workingDaysLeft: left, calendarDaysLeft: days }: Item): string {
  if (left === null || days === null || status === 'closed') return ''
  const isSent = status === 'met' || status === 'metLate'
  if (days === 0) return isSent ? 'on the due day' : 'due today'
  if (left < 0) return `${count(-left, 'working day')} late`
  // Only a weekend or a holiday lies between: the due day itself is closed.
  if (left === 0) return `${count(days, 'day')} ${isSent ? 'early' : 'left, none of them working'}`
  return `${count(left, 'working day')} ${isSent ? 'early' : 'left'}`
}

/** Longer names are cut where people read; JSON has them whole. */
const LONGEST_HEADLINE = 400

/** Who has to do what: `Shropshire Council: Draft action plan`. */
export function headline({ authority, title, owner }: Item): string {
  return cut(printable(`${authority}: ${title}${owner ? ` (${owner})` : ''}`), LONGEST_HEADLINE)
}

/** Why an item stands as it does, and what there is to know of its due date. */
export function explanations(item: Item): string[] {
  const { why, reasons, due, originalDue, earliestDue, provisional } = item
  const isEarly = isOpen(item) && earliestDue && !reasons.includes('receiptUnknown')
  return [
    ...why,
    ...(due !== originalDue && originalDue ? [`extended from ${longDate(originalDue)}`] : []),
    ...(provisional ? ['provisional: not all bank holidays up to then are official yet'] : []),
    ...(isEarly
      ? [`counted from publication: the true deadline may be as early as ${longDate(earliestDue)}`]
      : []),
  ].map(printable)
}

/** What the report speaks of: `Action plans as at Monday 5 February 2024 (Europe/London)`. */
export function title({ today, timeZone }: Assessment): string {
  return `Action plans as at ${longDate(today)} (${printable(timeZone)})`
}

/** That the report is not about all that there is; undefined where it is. */
export function incompleteness({
  complete,
  diagnostics,
}: Pick<Assessment, 'complete' | 'diagnostics'>): string | undefined {
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
  const changing = assessment.items.find(({ id }) => id === nextChange?.item)
  return [
    nextDue?.due
      ? `Next to fall due: ${headline(nextDue)}, on ${longDate(nextDue.due)} (${[timeLeft(nextDue), ...provisionally(nextDue)].join(', ')})`
      : `Next to fall due: nothing${assessment.complete ? '' : ' that could be read'}`,
    nextChange
      ? `If nothing is done, the exit code becomes 1 on ${longDate(nextChange.on)} (${[printable(nextChange.item), ...provisionally(changing)].join(', ')})`
      : noChange(assessment, failOn),
  ]
}

function provisionally(item: Item | undefined): string[] {
  return item?.provisional ? ['provisional'] : []
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
