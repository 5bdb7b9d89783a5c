import type { Item } from '../../assessment/item.ts'
import { waiverWords } from '../../assessment/sentences.ts'
import { appliedWaivers, waiversOfMove } from '../../assessment/waivers.ts'
import { addDays, dayOf, isoOf } from '../../calendar/day.ts'
import { longDate } from '../../calendar/format-date.ts'
import { andMore } from '../../language/and-more.ts'
import { capitalised } from '../../language/capitalised.ts'
import { count } from '../../language/count.ts'
import { listing } from '../../language/listing.ts'
import type { Text } from '../../page/page.ts'
import { BASIS_WORDS, lateness, timeLeft } from '../../reports/wording.ts'
import type { BoardDecision, MovedDue, Paper } from './paper.ts'
import { type Course, FLOWS, type Flow, type Sum } from './sum.ts'

/** The paper in sentences, as a member of a board reads them. */

export const FLOW_WORDS: Readonly<Record<Flow, string>> = {
  added: 'new',
  reopened: 'reopened',
  finished: 'finished',
  withdrawn: 'withdrawn',
  notRequired: 'no longer required',
  removed: 'removed',
}

/** The colours of a position as words, toned for formats that have colours. */
export const COLOURS = {
  red: { text: 'Red', tone: 'bad' },
  amber: { text: 'Amber', tone: 'risky' },
  green: { text: 'Green', tone: 'good' },
} as const satisfies Record<string, Text>

const COMES_IN: ReadonlySet<Flow> = new Set(['added', 'reopened'])

/** The sum in one line, so that anybody can add it up. */
export function sumWords(sum: Sum): string {
  const terms = FLOWS.map(
    (flow) => `${COMES_IN.has(flow) ? '+' : '−'} ${sum[flow]} ${FLOW_WORDS[flow]}`,
  )
  return `${sum.openThen} open then ${terms.join(' ')} = ${sum.openNow} open now.`
}

/** The position in one paragraph. */
export function positionWords(paper: Paper): string {
  const { today, since, sum, plans } = paper
  const openPlans = plans.filter((plan) => plan.sum.openNow > 0).length
  const where = openPlans > 0 ? ` in ${count(openPlans, 'action plan')}: ${colours(sum)}` : ''
  return [
    `On ${longDate(today)}, ${count(sum.openNow, 'item')} ${are(sum.openNow)} open${where}.`,
    `On ${longDate(since)}, ${were(sum.openThen)} open; since then ${happened(paper)}.`,
    ...nextWords(paper),
    asked(paper),
  ].join(' ')
}

function colours({ red, amber, green }: Sum): string {
  const words = Object.entries({ red, amber, green })
  return listing(words.map(([name, number]) => `${number} ${are(number)} ${name}`))
}

function happened({ sum, finished }: Paper): string {
  const words = FLOWS.filter((flow) => sum[flow] > 0).map(
    (flow) => `${were(sum[flow])} ${flow === 'added' ? flow : FLOW_WORDS[flow]}`,
  )
  const inTime = finished.filter(({ status }) => status === 'met').length
  const how = finished.length > 0 ? `; of those finished, ${were(inTime)} on time` : ''
  return words.length > 0 ? `${listing(words)}${how}` : 'nothing was added or finished'
}

function nextWords({ nextDue, names }: Paper): string[] {
  const [first] = nextDue
  if (!first?.due) return []
  const what = andMore(names.what(first), nextDue.length - 1)
  return [
    `The next to fall due ${are(nextDue.length)} ${what}, on ${longDate(first.due)}: ${timeLeft(first)}.`,
  ]
}

function asked({ decisions }: Paper): string {
  return decisions.length > 0
    ? `The board is asked for ${count(decisions.length, 'decision')}.`
    : 'No decision is asked for.'
}

function are(number: number): string {
  return number === 1 ? 'is' : 'are'
}

function were(number: number): string {
  return `${number} ${number === 1 ? 'was' : 'were'}`
}

/** How late an item is, and since when. */
export function lateWords(item: Item): string {
  const since = item.due && isoOf(addDays(dayOf(item.due), 1))
  return `${lateness(item)}, since ${longDate(since ?? '')}`
}

/** How long until an item is due, in a column that says so. */
export function leftWords(item: Item): string {
  return capitalised(timeLeft(item).replace(/ left$/, ''))
}

/** What is known of when a late item will be done, what is in its way, and whether it is waived. */
export function outlookWords(item: Item): string {
  const { expected, blocked } = item
  const known = expected ? `Expected on ${longDate(expected)}` : 'No expected date was given'
  return [known, ...(blocked ? [`Blocked: ${blocked}`] : []), ...waivedWords(item)]
    .map(capitalised)
    .join('. ')
}

/** Why an item is at risk, and whether it is waived. */
export function riskWords(item: Item): string {
  return capitalised([...item.why, ...waivedWords(item)].join('; '))
}

function waivedWords(item: Item): string[] {
  return appliedWaivers(item).map(waiverWords)
}

/** How early or late an item was finished. */
export function finishedWords(item: Item): string {
  return timeLeft(item) || 'no due date'
}

/** By how much a due date moved. */
export function movedBy({ workingDays }: MovedDue): string {
  return `${count(Math.abs(workingDays), 'working day')} ${workingDays < 0 ? 'earlier' : 'later'}`
}

/** Who moved a due date, and when. */
export function movedByWhom({ item }: MovedDue): string {
  const { extension, basis } = item
  if (!extension || basis !== 'extended')
    return waiversOfMove(item)[0]?.approvedBy ?? 'Not recorded'
  const { by = 'Not recorded', on } = extension
  return on ? `${by}, on ${longDate(on)}` : by
}

/** Why a due date moved. */
export function movedBecause({ item }: MovedDue): string {
  const { extension, basis } = item
  if (basis === 'extended') return extension?.reason ?? 'Not recorded'
  const [waiver] = waiversOfMove(item)
  if (waiver) return `Waived: ${waiver.reason}`
  return basis && basis !== 'fixed' ? `Now ${BASIS_WORDS[basis]}` : 'No extension is recorded'
}

/** What happened to an item that was not finished. */
export function courseWords({ now, flows }: Course): string {
  const what = flows.map((flow) => FLOW_WORDS[flow]).join(' and ')
  const why = now?.why[0]
  return why && !flows.includes('reopened') ? `${what}: ${why}` : what
}

/** What the board is asked to do, and what has been waived for the time being. */
export function decisionWords(decision: BoardDecision, paper: Paper): string {
  const waived = decision.items.length === 1 ? decision.items.flatMap(waivedWords) : []
  return [askedWords(decision, paper), ...waived.map((words) => `it is ${words}`)].join('; ')
}

function askedWords({ kind, items }: BoardDecision, { names }: Paper): string {
  const [item] = items
  if (!item) return ''
  const what = names.what(item)
  const expected = longDate(item.expected ?? item.due ?? '')
  const due = longDate(item.due ?? '')
  switch (kind) {
    case 'agreeDate':
      return `agree a date for ${what}, which is ${lateness(item)} late and has none`
    case 'acceptDate':
      return `accept ${expected} for ${what}, which ${item.status === 'overdue' ? 'was' : 'is'} due on ${due}, or ask for an earlier day`
    case 'unblock':
      return `say how ${what} can go on, which is blocked: ${item.blocked ?? ''}`
    case 'nameOwner':
      return `name an owner for ${items.length === 1 ? what : `${items.length} items that have none: ${listing(items.map(names.what))}`}`
  }
}
