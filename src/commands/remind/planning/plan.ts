import { type Closure, closureOn } from '../../../assessment/back-plan.ts'
import { workingDaysLeft } from '../../../assessment/days-left.ts'
import { type Item, isOpen, type Snooze, type Waiver } from '../../../assessment/item.ts'
import { appliedWaivers, isWaived } from '../../../assessment/waivers.ts'
import { addDays, type Day, dayOf, type IsoDate, isoOf } from '../../../calendar/day.ts'
import type { WorkingDays } from '../../../calendar/working-days.ts'
import { compareText } from '../../../language/text-order.ts'
import type { Ack } from './ledger.ts'
import { ackOf, lastTold, type Memory, type Telling } from './memory.ts'
import { type Listener, listenersOf, type Policy, type Recipient } from './policy.ts'
import { type Rung, rungAt } from './rungs.ts'

/** By what reminders are planned, beside the items. */
export type Terms = {
  readonly policy: Policy
  readonly memory: Memory
  /** The working days of an item's framework. */
  daysOf(item: Item): WorkingDays
  readonly closures: readonly Closure[]
}

/** An item that is still to be dealt with, by a day. */
export type OpenItem = Item & { readonly due: IsoDate }

/** Whether somebody is to be told of an item on a day, and why or why not. */
export type Decision = {
  readonly item: OpenItem
  readonly recipient: Recipient
  /** Working days, as at the day of the decision. */
  readonly left: number
  /** The lowest rung that is crossed; null before the first. */
  readonly rung: Rung | null
  /** The due date of which they were told before, where it has moved since. */
  readonly movedFrom: IsoDate | null
  /** Why they are not to be told; null where they are. */
  readonly quiet: Quiet | null
}

/** Why somebody is not told of an item on a day. */
export type Quiet =
  | { readonly kind: 'waived'; readonly waivers: readonly Waiver[] }
  | { readonly kind: 'snoozed'; readonly snooze: Snooze }
  | { readonly kind: 'acknowledged'; readonly ack: Ack }
  | { readonly kind: 'notYet' }
  | { readonly kind: 'told'; readonly telling: Telling }
  | { readonly kind: 'closedDay'; readonly closure: string | null }

/** A decision to tell somebody, with the rung for which. */
export type Call = Decision & { readonly rung: Rung; readonly quiet: null }

/** What one person is to be told in one run over one channel. */
export type Letter = { readonly recipient: Recipient; readonly calls: readonly Call[] }

/** An item, one who is ever told of it, and what they have heard and said of it. */
export type Concern = {
  readonly item: OpenItem
  readonly dueDay: Day
  readonly listener: Listener
  readonly telling: Telling | undefined
  readonly ack: Ack | undefined
}

/** Each open item with everybody who is ever told of it: most urgent first. */
export function concernsOf(items: readonly Item[], { policy, memory }: Terms): Concern[] {
  const open = items.filter(isToBeDone)
  const urgent = [...open].sort((a, b) => compareText(a.due, b.due) || compareText(a.id, b.id))
  return urgent.flatMap((item) =>
    listenersOf(item, policy).map((listener) => ({
      item,
      dueDay: dayOf(item.due),
      listener,
      telling: lastTold(memory, item.id, listener),
      ack: ackOf(memory, item.id, item.due, listener.to),
    })),
  )
}

/** Decides for each open item and everybody who is ever told of it, on a day: most urgent first. */
export function decide(items: readonly Item[], day: Day, terms: Terms): Decision[] {
  return concernsOf(items, terms).map((concern) => decideOne(concern, day, terms))
}

/** The letters that decisions amount to, one for each recipient, in the order of the most urgent. */
export function lettersOf(decisions: readonly Decision[]): Letter[] {
  const letters = new Map<string, { recipient: Recipient; calls: Call[] }>()
  for (const decision of decisions) {
    if (!isCall(decision)) continue
    const { recipient } = decision
    const key = JSON.stringify([recipient.channel, recipient.to])
    const letter = letters.get(key) ?? { recipient, calls: [] }
    letter.calls.push(decision)
    letters.set(key, letter)
  }
  return [...letters.values()]
}

/** Whether somebody is to be told. */
export function isCall(decision: Decision): decision is Call {
  return decision.quiet === null && decision.rung !== null
}

/** Whether something is still to be done about an item, by a day. */
export function isToBeDone(item: Item): item is OpenItem {
  return isOpen(item) && item.due !== null
}

/**
 * Decides for one item and one person on a day. What the item says is as at the day of the report; the
 * days left are counted from the day asked for.
 */
export function decideOne(concern: Concern, day: Day, terms: Terms): Decision {
  const { item, dueDay, listener, telling } = concern
  const { to, channel } = listener
  const days = terms.daysOf(item)
  const left = workingDaysLeft(day, dueDay, days)
  const reach = left < 0 ? left : reachOf(dueDay, day, days, terms)
  const rung = rungAt(reach, listener, terms.policy) ?? null
  const decision = {
    item,
    recipient: { to, channel },
    left,
    rung,
    movedFrom: telling && telling.due !== item.due ? telling.due : null,
  }
  return { ...decision, quiet: quietOf(decision, concern, day, terms) }
}

/**
 * How many working days are left on the last day before the next on which reminders go: what would
 * fall due while the authority is closed is told before it closes. Overdue begins when it is overdue.
 */
function reachOf(due: Day, day: Day, days: WorkingDays, terms: Terms): number {
  if (terms.policy.onClosedDays) return workingDaysLeft(day, due, days)
  let last = day
  while (last < due && isClosed(addDays(last, 1), days, terms)) last = addDays(last, 1)
  return workingDaysLeft(last, due, days)
}

/** The last day up to the due day on which somebody can be told that it comes. */
export function lastDayFor(item: OpenItem, terms: Omit<Terms, 'memory'>): Day {
  const days = terms.daysOf(item)
  let day = dayOf(item.due)
  while (!terms.policy.onClosedDays && isClosed(day, days, terms)) day = addDays(day, -1)
  return day
}

function isClosed(day: Day, days: WorkingDays, { closures }: Pick<Terms, 'closures'>): boolean {
  return !days.isWorkingDay(day) || closureOn(isoOf(day), closures) !== null
}

function quietOf(
  { item, rung }: Omit<Decision, 'quiet'>,
  { telling, ack }: Concern,
  day: Day,
  terms: Terms,
): Quiet | null {
  const today = isoOf(day)
  const then = itemOn(item, today)
  if (isWaived(then)) return { kind: 'waived', waivers: appliedWaivers(then) }
  if (item.snooze && item.snooze.until >= today) return { kind: 'snoozed', snooze: item.snooze }
  if (ack && ack.until >= today) return { kind: 'acknowledged', ack }
  if (rung === null) return { kind: 'notYet' }
  if (telling?.due === item.due && telling.rung <= rung) return { kind: 'told', telling }
  if (terms.policy.onClosedDays || !isClosed(day, terms.daysOf(item), terms)) return null
  return { kind: 'closedDay', closure: closureOn(today, terms.closures) }
}

/** An item as it would stand on a later day if nothing is done, as far as waivers look at it. */
function itemOn(item: OpenItem, day: IsoDate): Item {
  const status = day > item.due ? 'overdue' : item.status
  return { ...item, status, waivers: item.waivers.filter(({ until }) => until >= day) }
}
