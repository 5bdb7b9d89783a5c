import type { Item, Snooze, Step } from '../../assessment/item.ts'
import { leadOf } from '../../assessment/receipt.ts'
import { closedDay, movedWords, waiverWords } from '../../assessment/sentences.ts'
import type { Closed } from '../../calendar/counting.ts'
import type { IsoDate } from '../../calendar/day.ts'
import { longDate } from '../../calendar/format-date.ts'
import { capitalised } from '../../language/capitalised.ts'
import { count } from '../../language/count.ts'
import {
  type Block,
  dateText,
  type Fact,
  facts,
  heading,
  type Page,
  paragraph,
  points,
  rows,
  type Text,
  type View,
} from '../../page/page.ts'
import {
  headline,
  SCHOOL_HOLIDAYS_UNKNOWN,
  STATUS_TONES,
  STATUS_WORDS,
  timeLeft,
} from '../../reports/wording.ts'
import {
  dayBlocks,
  derivationFacts,
  placeWords,
  provisionalWords,
  readingBlocks,
  relaxedWords,
  sourceBlock,
} from './derivation-page.ts'
import type { Explanation } from './explanation.ts'
import { planWords } from './plan-of-action.ts'
import { documentOf } from './say-wording.ts'

/** Why one item is due on its day, for people. */
export function explanationPage(
  explanation: Explanation,
  { today, withReadings }: { today: IsoDate; withReadings: boolean },
  view: View,
): Page {
  const { item, derivation } = explanation
  const conclusion = conclusionWords(item, today)
  if (view.quiet) return [paragraph(`${item.id}: ${conclusion}`)]
  return [
    heading(`${headline(item)} (${item.id})`),
    paragraph({ text: conclusion, tone: STATUS_TONES[item.status] }),
    facts(...(derivation ? derivationFacts(derivation) : []), ...decisionFacts(explanation)),
    ...stepBlocks(item, today),
    points(remarks(explanation)),
    ...(view.verbose && derivation ? dayBlocks(derivation) : []),
    ...(withReadings && derivation ? readingBlocks(derivation.readings) : []),
    ...(derivation ? [sourceBlock(derivation)] : []),
  ]
}

function conclusionWords(item: Item, today: IsoDate): string {
  const { due, provisional } = item
  const asAt = `as at ${longDate(today)}`
  if (due === null) return `No due date, ${asAt}: ${standsWords(item)}`
  const sure = provisional ? ' (provisional)' : ''
  return `Due on ${longDate(due)}${sure}. ${capitalised(asAt)}: ${standsWords(item)}`
}

function standsWords(item: Item): string {
  const { status, submitted } = item
  const left = timeLeft(item)
  const when = submitted ? ` on ${longDate(submitted)}` : ''
  return `${STATUS_WORDS[status]}${when}${left ? `, ${left}` : ''}`
}

/** What goes before the computed date, and by how much it differs. */
function decisionFacts({ item, plan, stated, extensions, framework }: Explanation): Fact[] {
  const { kind, due, originalDue, background } = item
  return [
    ['Area', background.areas.map(({ id, text }) => `${id}: ${text}`)],
    ['Plan', plan ? planWords(plan) : ''],
    [
      'Stated',
      stated
        ? `${longDate(stated.date)}, by the ${documentOf(framework)}${placeWords(stated)}${difference(stated)}${fitWords(stated)}`
        : '',
    ],
    [
      'Promised',
      kind === 'action' && originalDue ? `${longDate(originalDue)}${placeWords(item)}` : '',
    ],
    ['Extended', extensions.map(extensionWords)],
    ['Moved', item.timesMoved > 0 ? movedWords(item).replace('moved ', '') : ''],
    ['Due', due ? { text: `${longDate(due)}, to the end of the day`, tone: 'strong' } : ''],
  ]
}

function difference({ workingDaysFromRule: days }: NonNullable<Explanation['stated']>): string {
  if (!days) return ''
  const words = count(Math.abs(days), 'working day')
  return `, ${words} ${days > 0 ? 'later' : 'earlier'} than the rule gives`
}

/** The receipt that a stated date fits. */
function fitWords({ fits }: NonNullable<Explanation['stated']>): string {
  if (!fits) return ''
  const { received, workingDaysBefore } = fits
  return `; fits receipt on ${longDate(received)}, ${count(workingDaysBefore, 'working day')} before publication`
}

function extensionWords({ to, on, by, reason, ...at }: Explanation['extensions'][number]): string {
  const granted = [`to ${longDate(to)}`, on && `on ${longDate(on)}`, by && `by ${by}`]
  const why = reason ? `: ${reason.trim().replace(/\.$/, '')}` : ''
  return `${granted.filter(Boolean).join(', ')}${why}${placeWords(at)}`
}

function stepBlocks(item: Item, today: IsoDate): Block[] {
  const { steps } = item
  if (steps.length === 0) return []
  return [
    heading('Governance steps'),
    rows(
      3,
      steps.map((step) => [
        dateText(step.on),
        `${step.title}, ${usualWords(step, item)}`,
        stepState(step, today),
      ]),
    ),
  ]
}

/** How long before the due day a step is to be taken; where another day is planned, also the usual. */
function usualWords({ on, usual, workingDaysBefore: days }: Step, { earliestDue }: Item): string {
  const day = earliestDue ? 'the earliest possible due day' : 'the due day'
  const inTime = days === 0 ? `on ${day}` : `${count(days, 'working day')} before`
  const before = days > 0 && earliestDue ? `${inTime} ${day}` : inTime
  return on === usual ? before : `planned; usually ${longDate(usual)}, ${before}`
}

function stepState({ on, done, closure }: Step, today: IsoDate): Text {
  if (done) return { text: `done on ${longDate(done)}`, tone: 'good' }
  if (on < today) return { text: 'not recorded as done', tone: 'bad' }
  return closure ? { text: `the authority is closed: ${closure}`, tone: 'risky' } : ''
}

/** What to know of the date: why it is at risk, how early it can be, what is not certain. */
function remarks(explanation: Explanation): string[] {
  const { item, derivation, closures, dueClosed } = explanation
  return [
    ...item.why,
    ...item.waivers.map(waiverWords),
    ...(dueClosed ? [dueClosedWords(dueClosed, explanation)] : []),
    ...(derivation ? relaxedWords(derivation) : []),
    ...(item.schoolHolidaysKnown === false ? [SCHOOL_HOLIDAYS_UNKNOWN] : []),
    ...(derivation?.provisional && item.provisional ? [provisionalWords(derivation)] : []),
    ...closures.map(
      ({ from, to = from, title }) =>
        `${title}: the authority is closed ${from === to ? `on ${longDate(from)}` : `from ${longDate(from)} to ${longDate(to)}`}; this does not move the due date`,
    ),
    ...earliestSafe(explanation),
    ...(item.snooze ? [snoozeWords(item.snooze)] : []),
  ]
}

function snoozeWords({ until, reason }: Snooze): string {
  return `reminders paused until the end of ${longDate(until)}: ${reason}`
}

/** Where the day of receipt is not known: how early the due date can be, with why if not shown yet. */
function earliestSafe({
  item: { earliestDue, reasons },
  framework,
  isBoundByVisit,
}: Explanation): string[] {
  if (!earliestDue) return []
  const date = `the earliest safe date is ${longDate(earliestDue)}`
  if (reasons.includes('receiptUnknown')) return [date]
  const lead = count(leadOf(framework), 'working day')
  const bound = isBoundByVisit ? ', though not before the visit ended' : ''
  return [
    `the day of receipt is not known; a ${documentOf(framework)} can come up to ${lead} before it is public${bound}, so ${date}`,
  ]
}

function dueClosedWords(closed: Closed, { item }: Explanation): string {
  const { due, lastWorkingDay } = item
  const next = lastWorkingDay
    ? `; the last working day before it is ${longDate(lastWorkingDay)}`
    : ''
  return `${longDate(due ?? '')} is ${closedDay(closed)}: no rule moves the due day to an open one${next}`
}
