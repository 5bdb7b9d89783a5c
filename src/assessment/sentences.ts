import type { Closed } from '../calendar/counting.ts'
import { longDate } from '../calendar/format-date.ts'
import { holidayName } from '../calendar/projection.ts'
import { clocksOf, type Stage } from '../frameworks/framework.ts'
import { count } from '../language/count.ts'
import {
  type Item,
  REASONS,
  type Reason,
  type StatusReason,
  type Step,
  type Waiver,
} from './item.ts'

/** Why an item stands as it does, for people: one sentence each, without its full stop. */

/** One that needs nothing but the reason. */
export const STATUS_REASON_WORDS: Record<Exclude<StatusReason, 'clockNotStarted'>, string> = {
  notVisited: 'the visit has not happened yet',
  noReport: 'no report yet',
  notInForce: 'the framework did not demand this at the time',
  noPriorityAction: 'the report names no area for priority action',
}

/** Of a date that is counted for no school in particular. */
export const schoolHolidaysAside =
  'school holidays of more than a week do not count: where one falls into the period, the deadline is later'

export function clockNotStarted(stage: Stage, isMonthOnly: boolean): string {
  if (isMonthOnly)
    return 'of the visit only the month is known, and the clock starts on its last day'
  const dates = clocksOf(stage).map((name) =>
    name === 'submitted' ? `\`submitted\` of \`${stage.after}\`` : `\`${name}\``,
  )
  const last = dates.pop()
  return dates.length > 0
    ? `the record has neither ${dates.join(', ')} nor ${last}`
    : `the record has no ${last}`
}

/** What shows that something was done, or that nothing does. */
export function evidenced(evidence: string | null): string {
  return evidence === null ? 'no evidence recorded' : `evidence: ${evidence}`
}

/** A due date that extensions have moved more than once: `moved twice, 38 working days in all`. */
export function movedWords({
  timesMoved,
  workingDaysMoved,
}: Pick<Item, 'timesMoved' | 'workingDaysMoved'>) {
  const times = ['', 'once', 'twice'][timesMoved] ?? `${timesMoved} times`
  const days = count(Math.abs(workingDaysMoved), 'working day')
  const far = workingDaysMoved === 0 ? '' : `, ${days}${workingDaysMoved < 0 ? ' earlier' : ''}`
  return `moved ${times}${far}${far && timesMoved > 1 ? ' in all' : ''}`
}

/**
 * How far an item has come: `40% complete; noted on Friday 16 February 2024 by QA lead: Tool agreed`.
 * Nothing where nobody has said; without `people`, not what somebody wrote.
 */
export function progressWords(
  { percent, progress }: Pick<Item, 'percent' | 'progress'>,
  { people = true, date = longDate }: { people?: boolean; date?: (day: string) => string } = {},
): string[] {
  const last = people ? progress.findLast(({ note }) => note !== null) : undefined
  const words = [
    ...(percent === null ? [] : [`${percent}% complete`]),
    ...(last
      ? [`noted on ${date(last.on)}${last.by ? ` by ${last.by}` : ''}: ${unended(last.note ?? '')}`]
      : []),
  ]
  return words.length > 0 ? [words.join('; ')] : []
}

export function closed({ on, reason }: { on: string; reason: string }): string {
  return `closed on ${longDate(on)}: ${unended(reason)}`
}

export function dueSoonAtTheEarliest(workingDays: number, earliestDue: string): string {
  const left = workingDays === 0 ? 'no working day' : count(workingDays, 'working day')
  return `due soon: ${left} left to the earliest possible due date, ${longDate(earliestDue)}`
}

export function dueSoon(workingDays: number, calendarDays: number): string {
  if (calendarDays === 0) return 'due today'
  return `due soon: ${workingDays === 0 ? 'no working day' : count(workingDays, 'working day')} left`
}

export function duePassed(due: string, kind: 'stage' | 'action'): string {
  return `due on ${longDate(due)} and not ${kind === 'stage' ? 'submitted' : 'done'}`
}

export function earlierStageOverdue(title: string): string {
  return `an earlier stage is overdue: ${title}`
}

export function forecastLate(expected: string, due: string): string {
  return `expected on ${longDate(expected)}, after it is due on ${longDate(due)}`
}

export function receiptUnknown(earliestDue: string): string {
  return `counted from publication, because the day of receipt is not known: the true deadline may be as early as ${longDate(earliestDue)}`
}

export function blocked(by: string): string {
  return `blocked: ${unended(by)}`
}

export function actionAfterDeadline(title: string, due: string): string {
  return `promised for a day after the plan itself is due (${title}, ${longDate(due)})`
}

export function stepMissed(steps: readonly Step[]): string {
  return `past and not recorded as done: ${steps.map(stepWords).join('; ')}`
}

export function stepOnClosure(steps: readonly Step[]): string {
  const named = steps.map((step) => `${stepWords(step)} (${step.closure})`)
  return `planned for a day on which the authority is closed: ${named.join('; ')}`
}

/** A waiver: what it covers, until when, by whom it was approved and why. */
export function waiverWords({ rule, until, approvedBy, reason }: Waiver): string {
  const what = rule === 'overdue' ? '' : ` (${rule})`
  return `waived${what} until ${longDate(until)}, approved by ${approvedBy}: ${unended(reason)}`
}

/** A due date that moved. */
export function dueMovedWords(from: Item['due'], to: Item['due']): string {
  return `due on ${longDate(to ?? '')} instead of ${longDate(from ?? '')}`
}

/** Why a day is no working day: `a bank holiday, Good Friday`. */
export function closedDay(closed: Closed): string {
  if (closed.skipped === 'bankHoliday') return `a bank holiday, ${holidayName(closed)}`
  return closed.skipped === 'weekend' ? 'a weekend day' : 'in the school holidays'
}

/** What somebody wrote, without the blanks around it and its full stop. */
export function unended(text: string): string {
  return text.trim().replace(/(?<=.)\.$/, '')
}

export function waived(until: string): string {
  return `waived until ${longDate(until)}`
}

export function waiverEnded(from: string): string {
  return `from ${longDate(from)} on nothing of it is waived any more`
}

export function stepAfterDue(steps: readonly Step[]): string {
  return `planned for a day after the due day: ${steps.map(stepWords).join('; ')}`
}

function stepWords({ title, on }: Step): string {
  return `${title}, ${longDate(on)}`
}

/** The reasons that apply, in their usual order, each with its sentence. */
export function risks(found: { readonly [R in Reason]?: string | false | undefined | '' }): {
  reasons: Reason[]
  why: string[]
} {
  const reasons = REASONS.filter((reason) => found[reason])
  return { reasons, why: reasons.flatMap((reason) => found[reason] || []) }
}
