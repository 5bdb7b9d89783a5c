import { afterDue, missed, onClosure } from '../assessment/back-plan.ts'
import { type Item, isOpen, needsSomebody, type Reason, type Step } from '../assessment/item.ts'
import { movedWords, progressWords } from '../assessment/sentences.ts'
import { appliedWaivers } from '../assessment/waivers.ts'
import type { IsoDate } from '../calendar/day.ts'
import { dateWithin } from '../calendar/format-date.ts'
import { count } from '../language/count.ts'
import { unbroken, withUnits } from '../terminal/columns.ts'
import { cut, printable } from '../terminal/printable.ts'
import { BASIS_WORDS, SCHOOL_HOLIDAYS_UNKNOWN } from './wording.ts'

/** Longer texts of a record are cut where people read; JSON has them whole. */
const LONGEST = 10_000

/**
 * What a table says below an item: what its number and its word do not. With `verbose` all that there
 * is to know, up to where it stands in its file; without `people` not who approved, and not what
 * somebody wrote.
 */
export function reasonLines(
  item: Item,
  today: IsoDate,
  { verbose, people }: Pick<Manner, 'verbose' | 'people'>,
): string[] {
  const date = (day: string) => unbroken(dateWithin(today, day))
  const manner = { verbose, people, date }
  const lines = isOpen(item)
    ? [...openReasons(item, today, manner), ...(verbose ? openDetails(item, manner) : [])]
    : item.status === 'waiting' || (people && (verbose || item.evidence !== null))
      ? item.why
      : []
  return [...lines, ...(verbose ? [`${item.file}:${item.line}`] : [])].map((line) =>
    cut(printable(line), LONGEST),
  )
}

type DateText = (day: string) => string
type Manner = { readonly verbose: boolean; readonly people: boolean; readonly date: DateText }

function openReasons(item: Item, today: IsoDate, manner: Manner): string[] {
  const { verbose, people, date } = manner
  const { background, due, earliestDue, lastWorkingDay, provisional, steps } = item
  const past = missed(steps, today)
  const closed = onClosure(steps, today)
  const late = due === null ? [] : afterDue(steps, due)
  const { nextStep } = background
  return [
    ...(verbose && item.reasons.includes('dueSoon')
      ? [`due soon: within ${withUnits(count(background.margin, 'working day'))}`]
      : []),
    ...expectedWords(item, date),
    ...(item.timesMoved > 1 ? [movedWords(item)] : []),
    ...(verbose || needsSomebody(item) ? progressWords(item, manner) : []),
    ...blockedWords(item, people),
    ...sentencesOf(item, ['earlierStageOverdue', 'actionAfterDeadline']),
    ...(earliestDue ? [`receipt unknown: may be due ${date(earliestDue)}`] : []),
    ...stepsWords('step missed', past, date),
    ...stepsWords('step on a closed day', closed, date),
    ...stepsWords('step after the due day', late, date),
    ...(nextStep && !closed.some(({ on }) => on === nextStep.on)
      ? [`next step: ${nextStep.title}, ${date(nextStep.on)}`]
      : []),
    ...waiverLines(item, manner),
    ...(provisional ? ['provisional: bank holidays are not yet official'] : []),
    ...(lastWorkingDay ? [`not a working day: the last before it is ${date(lastWorkingDay)}`] : []),
    ...(item.schoolHolidaysKnown === false ? [SCHOOL_HOLIDAYS_UNKNOWN] : []),
  ]
}

function expectedWords({ expected, status, background }: Item, date: DateText): string[] {
  if (!expected) return []
  const { workingDaysExpectedLate: days } = background
  const late =
    days > 0 && status !== 'overdue' ? `, ${withUnits(count(days, 'working day'))} late` : ''
  return [`expected ${date(expected)}${late}`]
}

/** The sentences for some of the reasons of an item. */
function sentencesOf({ reasons, why }: Item, wanted: readonly Reason[]): string[] {
  return why.filter((_, index) => wanted.includes(reasons[index] ?? 'dueSoon'))
}

function blockedWords(item: Item, people: boolean): string[] {
  return people ? sentencesOf(item, ['blocked']) : item.reasons.filter((one) => one === 'blocked')
}

function stepsWords(name: string, steps: readonly Step[], date: DateText): string[] {
  return steps.map(({ title, on, closure }) => {
    const where = closure && name.endsWith('closed day') ? ` (${closure})` : ''
    return `${name}: ${title}, ${date(on)}${where}`
  })
}

function waiverLines(item: Item, { verbose, people, date }: Manner): string[] {
  return appliedWaivers(item).map(({ rule, until, approvedBy, reason }) => {
    const what = rule === 'overdue' ? '' : ` (${rule})`
    const who = people ? ` by ${approvedBy}` : ''
    const why = people && verbose ? `: ${reason.trim().replace(/\.$/, '')}` : ''
    return `waived${what} until ${date(until)}${who}${why}`
  })
}

/** From when an open item is at risk, what it answers, and what its date rests on. */
function openDetails(item: Item, { people, date }: Manner): string[] {
  const { atRiskFrom, basis, kind, originalDue, reasons, background, extension } = item
  const { areas, countedFrom } = background
  return [
    ...(atRiskFrom && !reasons.includes('dueSoon') ? [`at risk from ${date(atRiskFrom)}`] : []),
    ...areas.map(({ id, text }) => `area ${id}: ${text}`),
    ...(kind === 'stage' && basis && basis !== 'extended'
      ? [`${BASIS_WORDS[basis]}${countedFrom ? ` on ${date(countedFrom)}` : ''}`]
      : []),
    ...(extension && originalDue
      ? [extensionWords(people ? extension : { to: extension.to }, originalDue, date)]
      : []),
  ]
}

function extensionWords(
  { on, by, reason }: NonNullable<Item['extension']>,
  originalDue: IsoDate,
  date: DateText,
): string {
  const when = on ? ` on ${date(on)}` : ''
  const who = by ? ` by ${by}` : ''
  return `extended from ${date(originalDue)}${when}${who}${reason ? `: ${reason}` : ''}`
}
