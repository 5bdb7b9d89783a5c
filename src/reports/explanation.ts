import { RECEIPT_LEAD } from '../assessment/deadline.ts'
import type { Explanation } from '../assessment/explanation.ts'
import type { Item } from '../assessment/item.ts'
import { count } from '../assessment/sentences.ts'
import type { IsoDate } from '../calendar/day.ts'
import { longDate } from '../calendar/words.ts'
import {
  dayBlocks,
  derivationFacts,
  placeWords,
  provisionalWords,
  readingBlocks,
  sourceBlock,
} from './derivation.ts'
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
} from './page.ts'
import { headline, STATUS_TONES, STATUS_WORDS, timeLeft } from './words.ts'

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
    ...stepBlocks(item),
    points(remarks(explanation)),
    ...(view.verbose && derivation ? dayBlocks(derivation) : []),
    ...(withReadings && derivation ? readingBlocks(derivation.readings) : []),
    ...(derivation ? [sourceBlock(derivation)] : []),
  ]
}

function conclusionWords(item: Item, today: IsoDate): string {
  const { due, submitted, status, provisional } = item
  const left = timeLeft(item)
  const stands = [STATUS_WORDS[status], ...(left ? [left] : [])].join(', ')
  if (due === null) return `No due date, as at ${longDate(today)}: ${stands}`
  const on = submitted ? `${stands}, on ${longDate(submitted)}` : stands
  return `Due on ${longDate(due)}${provisional ? ' (provisional)' : ''}. As at ${longDate(today)}: ${on}`
}

/** What goes before the computed date, and by how much it differs. */
function decisionFacts({ item, stated, extensions }: Explanation): Fact[] {
  const { kind, due } = item
  return [
    [
      'Stated',
      stated
        ? `${longDate(stated.date)}, by the letter${placeWords(stated)}${difference(stated)}`
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

function stepBlocks({ steps }: Item): Block[] {
  if (steps.length === 0) return []
  return [
    heading('Steps on the way'),
    rows(
      [{ name: '' }, { name: '' }, { name: '' }],
      steps.map(({ on, title, workingDaysBefore, done, closure }): Text[] => [
        dateText(on),
        `${title}, ${count(workingDaysBefore, 'working day')} before`,
        done
          ? { text: `done on ${longDate(done)}`, tone: 'good' }
          : closure
            ? { text: `the authority is closed: ${closure}`, tone: 'risky' }
            : '',
      ]),
    ),
  ]
}

/** What to know of the date: why it is at risk, how early it can be, what is not certain. */
function remarks(explanation: Explanation): string[] {
  const { item, derivation, closures } = explanation
  return [
    ...item.why,
    ...(derivation?.provisional && item.provisional ? [provisionalWords(derivation)] : []),
    ...closures.map(
      ({ from, to = from, title }) =>
        `${title}: the authority is closed ${from === to ? `on ${longDate(from)}` : `from ${longDate(from)} to ${longDate(to)}`}; that moves no due date`,
    ),
    ...earliestSafe(item),
  ]
}

/** Where the day of receipt is not known: how early the due date can be, with why if not told yet. */
function earliestSafe({ earliestDue, reasons }: Item): string[] {
  if (!earliestDue) return []
  const date = `the earliest safe date is ${longDate(earliestDue)}`
  if (reasons.includes('receiptUnknown')) return [date]
  return [
    `the day of receipt is not known; letters come up to ${RECEIPT_LEAD} working days before they are public, so ${date}`,
  ]
}
