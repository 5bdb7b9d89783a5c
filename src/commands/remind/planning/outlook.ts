import type { Item } from '../../../assessment/item.ts'
import { addDays, dayOf, type IsoDate, isoOf } from '../../../calendar/day.ts'
import { compareText } from '../../../language/text-order.ts'
import type { SentEntry } from './ledger.ts'
import { lastSentAfter } from './memory.ts'
import {
  type Decision,
  decideOne,
  type ItemForRecipient,
  isReminder,
  itemsForRecipients,
  type PlanningContext,
  type Reminder,
} from './plan.ts'

/** Somebody would be told of an item on a day, if nothing is done until then. */
export type Ahead = { readonly on: IsoDate; readonly reminder: Reminder }

/** Who is told what today and why, and who would be told what on the days after it. */
export type Outlook = {
  readonly decisions: readonly Decision[]
  readonly ahead: readonly Ahead[]
}

/** The decisions of a day, and the calls of the days after it up to and with another. */
export function outlookOf(
  items: readonly Item[],
  today: IsoDate,
  until: IsoDate,
  terms: PlanningContext,
): Outlook {
  const pairs = itemsForRecipients(items, terms)
  const ahead = pairs.flatMap((pair) => aheadOf(pair, today, until, terms))
  return {
    decisions: pairs.map((pair) => decideOne(pair, dayOf(today), terms)),
    // What is on the same day stays in its order: most urgent first.
    ahead: ahead.sort((a, b) => compareText(a.on, b.on)),
  }
}

/** When one person would be told of one item after a day, if they are told on it what is to be told. */
function aheadOf(
  pair: ItemForRecipient,
  today: IsoDate,
  until: IsoDate,
  terms: PlanningContext,
): Ahead[] {
  const ahead: Ahead[] = []
  let { lastSent } = pair
  const last = dayOf(until)
  for (let day = dayOf(today); day <= last; day = addDays(day, 1)) {
    const decision = decideOne({ ...pair, lastSent }, day, terms)
    if (!isReminder(decision)) continue
    const on = isoOf(day)
    lastSent = lastSentAfter(lastSent, sentEntryOf(decision), on)
    if (on > today) ahead.push({ on, reminder: decision })
  }
  return ahead
}

/** What a call tells, as the ledger keeps it. */
export function sentEntryOf({ item, threshold }: Reminder): SentEntry {
  return { item: item.id, due: item.due, rung: threshold }
}
