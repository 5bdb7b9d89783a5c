import { RECEIPT_LEAD } from '../../assessment/deadline.ts'
import type { Item, Snooze, Step } from '../../assessment/item.ts'
import { count } from '../../assessment/sentences.ts'
import type { Closed } from '../../calendar/counting.ts'
import type { IsoDate } from '../../calendar/day.ts'
import { longDate } from '../../calendar/format-date.ts'
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
  capitalised,
  headline,
  STATUS_TONES,
  STATUS_WORDS,
  timeLeft,
  waiverWords,
} from '../../reports/wording.ts'
import {
  dayBlocks,
  derivationFacts,
  placeWords,
  provisionalWords,
  readingBlocks,
  sourceBlock,
} from './derivation-page.ts'
import type { Explanation } from './explanation.ts'
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
function decisionFacts({ item, stated, extensions, framework }: Explanation): Fact[] {
  const { kind, due } = item
  return [
    [
      'Stated',
      stated
        ? `${longDate(stated.date)}, by the ${documentOf(framework)}${placeWords(stated)}${difference(stated)}`
        : '',
    ],
    ['Extended', extensions.map(extensionWords)],
    ['Promised', kind === 'action' && due ? `${longDate(due)}${placeWords(item)}` : ''],
    ['Due', due ? { text: `${longDate(due)}, and that day counts whole`, tone: 'strong' } : ''],
  ]
}

function difference({ workingDaysFromRule: days }: NonNullable<Explanation['stated']>): string {
  if (!days) return ''
  const words = count(Math.abs(days), 'working day')
  return `, ${words} ${days > 0 ? 'later' : 'earlier'} than the rule gives`
}

function extensionWords({ to, on, by, reason, ...at }: Explanation['extensions'][number]): string {
  const granted = [`to ${longDate(to)}`, on && `on ${longDate(on)}`, by && `by ${by}`]
  const why = reason ? `: ${reason.trim().replace(/\.$/, '')}` : ''
  return `${granted.filter(Boolean).join(', ')}${why}${placeWords(at)}`
}

function stepBlocks({ steps }: Item, today: IsoDate): Block[] {
  if (steps.length === 0) return []
  return [
    heading('Steps on the way'),
    rows(
      3,
      steps.map((step) => [
        dateText(step.on),
        `${step.title}, ${usualWords(step)}`,
        stepState(step, today),
      ]),
    ),
  ]
}

/** How long before the due day a step is to be taken; where another day is planned, also the usual. */
function usualWords({ on, usual, workingDaysBefore: days }: Step): string {
  const before = days === 0 ? 'on the due day' : `${count(days, 'working day')} before`
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
    ...(dueClosed ? [dueClosedWords(dueClosed, item)] : []),
    ...(derivation?.provisional && item.provisional ? [provisionalWords(derivation)] : []),
    ...closures.map(
      ({ from, to = from, title }) =>
        `${title}: the authority is closed ${from === to ? `on ${longDate(from)}` : `from ${longDate(from)} to ${longDate(to)}`}; that moves no due date`,
    ),
    ...earliestSafe(item),
    ...(item.snooze ? [snoozeWords(item.snooze)] : []),
  ]
}

function snoozeWords({ until, reason }: Snooze): string {
  return `nobody is reminded of it up to ${longDate(until)}: ${reason}`
}

/** Where the day of receipt is not known: how early the due date can be, with why if not shown yet. */
function earliestSafe({ earliestDue, reasons }: Item): string[] {
  if (!earliestDue) return []
  const date = `the earliest safe date is ${longDate(earliestDue)}`
  if (reasons.includes('receiptUnknown')) return [date]
  return [
    `the day of receipt is not known; letters come up to ${RECEIPT_LEAD} working days before they are public, so ${date}`,
  ]
}

function dueClosedWords(closed: Closed, { due }: Item): string {
  const what = closed.skipped === 'weekend' ? 'a weekend day' : `a bank holiday, ${closed.title}`
  return `${longDate(due ?? '')} is ${what}: no rule moves the due day to an open one`
}
