import type { Assessment } from '../assessment/assessment.ts'
import type { FailOn } from '../assessment/failing.ts'
import { type Basis, type Item, isOpen, STATUSES, type Status } from '../assessment/item.ts'
import { movedWords, progressWords, waiverWords } from '../assessment/sentences.ts'
import { appliedWaivers } from '../assessment/waivers.ts'
import { type BankHolidays, originsOf } from '../calendar/bank-holidays.ts'
import { type IsoDate, isoOf } from '../calendar/day.ts'
import { DIVISION_NAMES } from '../calendar/division.ts'
import { longDate } from '../calendar/format-date.ts'
import { hidesDeadlines, isError } from '../diagnostics/diagnostic.ts'
import { andMore } from '../language/and-more.ts'
import { count } from '../language/count.ts'
import { cut, printable } from '../terminal/printable.ts'
import type { Tone } from '../terminal/tones.ts'
import { changeWords, exitCodeByChange } from './change-wording.ts'
import { provisionally } from './exit-code-line.ts'
import { onlyWords } from './filter-wording.ts'
import type { ReportOptions } from './report.ts'

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

/** How each status looks. */
export const STATUS_TONES: Record<Status, Tone> = {
  overdue: 'bad',
  atRisk: 'risky',
  onTrack: 'good',
  waiting: 'open',
  metLate: 'faint',
  met: 'faint',
  closed: 'faint',
  notRequired: 'faint',
}

/** What a due date rests on. */
export const BASIS_WORDS: Record<Basis, string> = {
  extended: 'extended',
  stated: 'stated in the letter',
  received: 'counted from receipt',
  sent: 'counted from the day of sending',
  published: 'counted from publication',
  visited: 'counted from the visit',
  submitted: 'counted from the stage before',
  fixed: 'the plan says so',
}

/** How long until due, or how early or late it was: `4 working days left`. */
export function timeLeft(item: Item): string {
  const { status, workingDaysLeft: left, calendarDaysLeft: days } = item
  if (left === null || days === null || status === 'closed') return ''
  const isSent = status === 'met' || status === 'metLate'
  if (days === 0) return isSent ? 'on the due day' : 'due today'
  if (left < 0) return `${lateness(item)} late`
  // Only a weekend or a holiday lies between: the due day itself is closed.
  if (left === 0) return `${count(days, 'day')} ${isSent ? 'early' : 'left, no working days'}`
  return `${count(left, 'working day')} ${isSent ? 'early' : 'left'}`
}

/** How late: in working days, or in days as long as only closed ones have passed. */
export function lateness({ workingDaysLate, calendarDaysLeft }: Item): string {
  return workingDaysLate > 0
    ? count(workingDaysLate, 'working day')
    : count(-(calendarDaysLeft ?? 0), 'day')
}

/** Longer names are cut where people read; JSON has them whole. */
const LONGEST_HEADLINE = 400

/** Who has to do what: `Shropshire Council: Draft action plan`. */
export function headline({ authority, title, owner }: Item): string {
  return cut(printable(`${authority}: ${title}${owner ? ` (${owner})` : ''}`), LONGEST_HEADLINE)
}

/** Why an item stands as it does, and what there is to know of its due date. */
export function explanations(item: Item): string[] {
  const { why, reasons, due, originalDue, earliestDue, lastWorkingDay, provisional } = item
  const isEarly = isOpen(item) && earliestDue && !reasons.includes('receiptUnknown')
  return [
    ...why,
    ...appliedWaivers(item).map(waiverWords),
    ...(due !== originalDue && originalDue ? [`extended from ${longDate(originalDue)}`] : []),
    ...(item.timesMoved > 1 ? [movedWords(item)] : []),
    ...(isOpen(item) ? progressWords(item) : []),
    ...(provisional ? [PROVISIONAL] : []),
    ...(isEarly ? [mayBeEarlier(earliestDue)] : []),
    ...(isOpen(item) && due && lastWorkingDay ? [closedDayWords(due, lastWorkingDay)] : []),
    ...(isOpen(item) && item.schoolHolidaysKnown === false ? [SCHOOL_HOLIDAYS_UNKNOWN] : []),
  ].map(printable)
}

/** A due day that is no working day, with the last one before it. */
export function closedDayWords(due: IsoDate, lastWorkingDay: IsoDate): string {
  return `${longDate(due)} is not a working day: the last one before it is ${longDate(lastWorkingDay)}`
}

/** For a due date that was counted without the holidays of the school, which are not known. */
export const SCHOOL_HOLIDAYS_UNKNOWN =
  'the earliest possible date: `schoolHolidays` are not recorded, and they do not count'

export const PROVISIONAL = 'provisional: not all bank holidays up to then are official yet'

/** How early a due date can be that had to be counted from publication. */
export function mayBeEarlier(earliestDue: IsoDate): string {
  return `counted from publication: the true deadline may be as early as ${longDate(earliestDue)}`
}

/** What the report speaks of: `Action plans as at Monday 5 February 2024 (Europe/London)`. */
export function title({ today, timeZone, filters }: Assessment): string {
  return `Action plans as at ${longDate(today)} (${printable(timeZone)})${onlyWords({ filters })}`
}

/** That the report is not about all that there is; undefined where it is. */
export function incompleteness({
  complete,
  diagnostics,
}: Pick<Assessment, 'complete' | 'diagnostics'>): string | undefined {
  if (complete) return undefined
  const files = [...new Set(diagnostics.filter(hidesDeadlines).map(({ file }) => printable(file)))]
  const named = files.slice(0, 5).join(', ')
  const more = files.length > 5 ? ` and ${files.length - 5} more` : ''
  return `Incomplete: ${count(files.length, 'file')} with errors; deadlines may be missing: ${named}${more}`
}

/** How many of each status: `17 records, 22 items: 1 at risk, 21 closed`. */
export function totals({ summary, ignored }: Assessment): string {
  const counts = STATUSES.filter((status) => summary[status] > 0).map(
    (status) => `${summary[status]} ${STATUS_WORDS[status]}`,
  )
  const items = `${count(summary.records, 'record')}, ${count(summary.items, 'item')}`
  const aside = [
    ...(summary.waived > 0 ? [`${summary.waived} waived`] : []),
    ...(ignored > 0 ? [`${count(ignored, 'diagnostic')} ignored`] : []),
  ]
  return [counts.length > 0 ? `${items}: ${counts.join(', ')}` : items, ...aside].join('; ')
}

/** What a report ends with: the totals, and what comes next; when quiet, what a change has done. */
export function closing(assessment: Assessment, options: ReportOptions): string[] {
  if (options.quiet) return changeWords(assessment, options.failOn)
  return [
    totals(assessment),
    ...whatComesNext(assessment, options),
    ...(options.verbose ? provenance(assessment) : []),
  ]
}

/** What comes next: the item that falls due, and the day on which the exit code changes. */
function whatComesNext(assessment: Assessment, { failOn }: ReportOptions): string[] {
  const { nextDue } = assessment
  const [first] = nextDue
  return [
    ...changeWords(assessment, failOn),
    first?.due
      ? `Next to fall due: ${andMore(headline(first), nextDue.length - 1)}, on ${longDate(first.due)} (${timeLeft(first)}${provisionally(nextDue)})`
      : `Next to fall due: nothing${assessment.complete ? '' : ' in the records that could be read'}`,
    exitCodeWords(assessment, failOn),
  ]
}

/** On which day the exit code of `check` changes if nothing is done, or why it does not. */
export function exitCodeWords(assessment: Assessment, failOn: FailOn): string {
  const { nextChange, nextToFail } = assessment
  if (!nextChange) return noChange(assessment, failOn)
  const { on, items } = nextChange
  const failing = andMore(printable(items[0] ?? ''), items.length - 1)
  return `If nothing is done, the exit code becomes 1 on ${longDate(on)} (${failing}${provisionally(nextToFail)})`
}

function noChange({ change, diagnostics, failing }: Assessment, failOn: FailOn): string {
  if (change) return exitCodeByChange(change)
  if (diagnostics.some(isError)) return 'Exit code stays 1 until the errors are fixed'
  if (failOn === 'never') return 'Exit code stays 0: with --fail-on never, no deadline changes it'
  return failing > 0
    ? `Exit code stays 1 until ${count(failing, 'item')} ${failing === 1 ? 'is' : 'are'} dealt with`
    : 'No open deadline can change the exit code'
}

/** Where the bank holidays come from. */
function provenance({ calendars }: Assessment): string[] {
  return calendars.map(
    (calendar) =>
      `Bank holidays in ${DIVISION_NAMES[calendar.division]}: official up to ${longDate(isoOf(calendar.lastOfficial))}; ${listsOfYears(calendar).join('; ')}`,
  )
}

/** On which lists the official bank holidays rest; where there are several, for which years each. */
export function listsOfYears(calendar: BankHolidays): string[] {
  const runs = originsOf(calendar)
  return runs.map(({ from, to, origin: { source, retrieved } }) => {
    const years = runs.length === 1 ? '' : from === to ? `${from}: ` : `${from} to ${to}: `
    const day = retrieved
      ? `${runs.length === 1 ? '; ' : ', '}retrieved on ${longDate(retrieved)}`
      : ''
    return `${years}${printable(source)}${day}`
  })
}
