import { type Closure, closureOn } from '../../../assessment/back-plan.ts'
import { workingDaysLeft } from '../../../assessment/days-left.ts'
import { type Item, isOpen, type Snooze, type Waiver } from '../../../assessment/item.ts'
import { appliedWaivers, isWaived } from '../../../assessment/waivers.ts'
import { addDays, type Day, dayOf, type IsoDate, isoOf } from '../../../calendar/day.ts'
import type { WorkingDays } from '../../../calendar/working-days.ts'
import type { Weekday } from '../../../config/reminders.ts'
import { compareText } from '../../../language/text-order.ts'
import type { Ack } from './ledger.ts'
import { ackOf, isUndelivered, type LastSent, lastSentTo, type Memory } from './memory.ts'
import { type ItemRecipient, type Policy, type Recipient, recipientsFor } from './policy.ts'
import { isSendingDay, isShut } from './sending-days.ts'
import { type Threshold, thresholdAt } from './thresholds.ts'

/** What decisions depend on besides the items. */
export type PlanningContext = {
  readonly policy: Policy
  readonly memory: Memory
  /** The working days of an item's framework. */
  daysOf(item: Item): WorkingDays
  readonly closures: readonly Closure[]
}

/** An open item with a due date. */
export type OpenItem = Item & { readonly due: IsoDate }

/** Whether a recipient is to be reminded of an item on a day, and why or why not. */
export type Decision = {
  readonly item: OpenItem
  readonly recipient: Recipient
  /** Working days left as at the day of the decision; negative once overdue. */
  readonly left: number
  /** The lowest threshold crossed; null before the first. */
  readonly threshold: Threshold | null
  /** The due date last sent to them, where it has moved since. */
  readonly movedFrom: IsoDate | null
  /** Why no reminder is due; null where one is. */
  readonly quiet: Quiet | null
}

export type Quiet =
  | { readonly kind: 'waived'; readonly waivers: readonly Waiver[] }
  | { readonly kind: 'snoozed'; readonly snooze: Snooze }
  | { readonly kind: 'acknowledged'; readonly ack: Ack }
  | { readonly kind: 'notYet' }
  | { readonly kind: 'alreadySent'; readonly lastSent: LastSent }
  | { readonly kind: 'closedDay'; readonly closure: string | null }
  | { readonly kind: 'otherDay'; readonly on: readonly Weekday[] }

/** A decision to send. */
export type Reminder = Decision & { readonly threshold: Threshold; readonly quiet: null }

/** The reminders of one run to one recipient. */
export type Message = { readonly recipient: Recipient; readonly reminders: readonly Reminder[] }

/** An item and one of its recipients, with the last reminder sent and the acknowledgement in force. */
export type ItemForRecipient = {
  readonly item: OpenItem
  readonly dueDay: Day
  readonly recipient: ItemRecipient
  readonly lastSent: LastSent | undefined
  /** Whether the last attempt failed, or nobody knows how it ended. */
  readonly isUndelivered: boolean
  readonly ack: Ack | undefined
}

/** Each open item with each of its recipients, most urgent first. */
export function itemsForRecipients(
  items: readonly Item[],
  { policy, memory }: PlanningContext,
): ItemForRecipient[] {
  const open = items.filter(isToBeDone)
  const urgent = [...open].sort((a, b) => compareText(a.due, b.due) || compareText(a.id, b.id))
  return urgent.flatMap((item) =>
    recipientsFor(item, policy).map((recipient) => ({
      item,
      dueDay: dayOf(item.due),
      recipient,
      lastSent: lastSentTo(memory, item.id, recipient),
      isUndelivered: isUndelivered(memory, item.id, recipient),
      ack: ackOf(memory, item.id, item.due, recipient.to),
    })),
  )
}

/** The decisions of a day for each open item and recipient, most urgent first. */
export function decide(items: readonly Item[], day: Day, terms: PlanningContext): Decision[] {
  return itemsForRecipients(items, terms).map((pair) => decideOne(pair, day, terms))
}

/** One message for each recipient with a reminder, in the order of the decisions. */
export function messagesOf(decisions: readonly Decision[]): Message[] {
  const messages = new Map<string, { recipient: Recipient; reminders: Reminder[] }>()
  for (const decision of decisions) {
    if (!isReminder(decision)) continue
    const { recipient } = decision
    const key = JSON.stringify([recipient.channel, recipient.to])
    const message = messages.get(key) ?? { recipient, reminders: [] }
    message.reminders.push(decision)
    messages.set(key, message)
  }
  return [...messages.values()]
}

export function isReminder(decision: Decision): decision is Reminder {
  return decision.quiet === null && decision.threshold !== null
}

export function isToBeDone(item: Item): item is OpenItem {
  return isOpen(item) && item.due !== null
}

/**
 * The decision on one item and recipient on `day`. The item is as at the day of the report; days left
 * are counted from `day`.
 */
export function decideOne(pair: ItemForRecipient, day: Day, terms: PlanningContext): Decision {
  const { item, dueDay, recipient, lastSent } = pair
  const { to, channel } = recipient
  const days = terms.daysOf(item)
  const left = workingDaysLeft(day, dueDay, days)
  const isSending = (one: Day) => isSendingDay(one, recipient, days, terms)
  const reach = reachTowards(item, day, days, isSending)
  const threshold = reach === null ? null : (thresholdAt(reach, recipient, terms.policy) ?? null)
  const decision = {
    item,
    recipient: { to, channel },
    left,
    threshold,
    movedFrom: lastSent && lastSent.due !== item.due ? lastSent.due : null,
  }
  return { ...decision, quiet: quietOf(decision, pair, day, terms) }
}

/**
 * How many working days are left to the earliest day that can be the due day, at least one before it
 * has come. Null from then on until the due day itself, of which there is one reminder.
 */
function reachTowards(
  { due, earliestDue }: OpenItem,
  day: Day,
  days: WorkingDays,
  isSending: (day: Day) => boolean,
): number | null {
  const reach = reachOf(dayOf(due), day, days, isSending)
  if (earliestDue === null || reach <= 0) return reach
  const earliest = dayOf(earliestDue)
  return day < earliest ? Math.max(1, reachOf(earliest, day, days, isSending)) : null
}

/**
 * Working days left on the last day before reminders go again: what falls due while the authority is
 * closed, or before the next weekly digest, is sent before. Overdue items are not brought forward.
 */
function reachOf(due: Day, day: Day, days: WorkingDays, isSending: (day: Day) => boolean): number {
  let last = day
  while (last < due && !isSending(addDays(last, 1))) last = addDays(last, 1)
  return workingDaysLeft(last, due, days)
}

/** The last day up to the due day on which a reminder can be sent. */
export function lastDayFor(item: OpenItem, terms: Omit<PlanningContext, 'memory'>): Day {
  const days = terms.daysOf(item)
  let day = dayOf(item.due)
  while (isShut(day, days, terms)) day = addDays(day, -1)
  return day
}

function quietOf(
  { item, threshold }: Omit<Decision, 'quiet'>,
  { lastSent, isUndelivered, ack, recipient }: ItemForRecipient,
  day: Day,
  terms: PlanningContext,
): Quiet | null {
  const today = isoOf(day)
  const then = itemOn(item, today)
  if (isWaived(then)) return { kind: 'waived', waivers: appliedWaivers(then) }
  if (item.snooze && item.snooze.until >= today) return { kind: 'snoozed', snooze: item.snooze }
  if (ack && ack.until >= today) return { kind: 'acknowledged', ack }
  if (threshold === null) return { kind: 'notYet' }
  if (lastSent?.due === item.due && lastSent.rung <= threshold)
    return { kind: 'alreadySent', lastSent }
  const days = terms.daysOf(item)
  if (isShut(day, days, terms)) {
    return { kind: 'closedDay', closure: closureOn(today, terms.closures) }
  }
  const { on } = recipient
  if (on === null || isUndelivered || isSendingDay(day, recipient, days, terms)) return null
  return { kind: 'otherDay', on }
}

/** An item as at a later day if it stays open; status and waivers only. */
function itemOn(item: OpenItem, day: IsoDate): Item {
  const status = day > item.due ? 'overdue' : item.status
  return { ...item, status, waivers: item.waivers.filter(({ until }) => until >= day) }
}
