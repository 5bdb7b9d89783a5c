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

/** A reminder that would be sent on a day if the item stays open. */
export type Ahead = { readonly on: IsoDate; readonly reminder: Reminder }

/** The decisions of today, and the reminders of the days after it. */
export type Outlook = {
  readonly decisions: readonly Decision[]
  readonly ahead: readonly Ahead[]
}

/** The decisions of `today`, and the reminders after it up to and including `until`. */
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
    // A stable sort: within a day the most urgent stays first.
    ahead: ahead.sort((a, b) => compareText(a.on, b.on)),
  }
}

/** The reminders of one item to one recipient after `today`, assuming that today's is sent. */
function aheadOf(
  pair: ItemForRecipient,
  today: IsoDate,
  until: IsoDate,
  terms: PlanningContext,
): Ahead[] {
  const ahead: Ahead[] = []
  let { lastSent, isUndelivered } = pair
  const last = dayOf(until)
  for (let day = dayOf(today); day <= last; day = addDays(day, 1)) {
    const decision = decideOne({ ...pair, lastSent, isUndelivered }, day, terms)
    if (!isReminder(decision)) continue
    const on = isoOf(day)
    isUndelivered = false
    lastSent = lastSentAfter(lastSent, sentEntryOf(decision), on)
    if (on > today) ahead.push({ on, reminder: decision })
  }
  return ahead
}

export function sentEntryOf({ item, threshold }: Reminder): SentEntry {
  return { item: item.id, due: item.due, rung: threshold }
}
