import type { IsoDate } from '../../../calendar/day.ts'
import type { Ack, Intent, LedgerEntry, SentEntry } from './ledger.ts'
import type { Threshold } from './thresholds.ts'

/** What a ledger amounts to: who was told what last, and who wants to hear no more of what. */
export type Memory = {
  readonly lastSent: ReadonlyMap<string, LastSent>
  readonly acks: ReadonlyMap<string, Ack>
}

/** The last that somebody was told of an item. */
export type LastSent = {
  readonly due: IsoDate
  /** The lowest rung that they were told for this due date, and for which day the run spoke. */
  readonly rung: Threshold
  readonly asAt: IsoDate
}

/**
 * The memory that the entries of a ledger make on a day. What a run spoke of a later day does not
 * count before that day: a clock that is wrong once must not keep everybody quiet until it is right.
 */
export function memoryOf(entries: readonly LedgerEntry[], today: IsoDate): Memory {
  const told = new Map<string, LastSent>()
  for (const { intent, outcome } of deliveries(entries)) {
    if (outcome !== 'sent' || intent.asAt > today) continue
    for (const one of intent.items) {
      const key = keyOf(one.item, intent.channel, intent.to)
      told.set(key, lastSentAfter(told.get(key), one, intent.asAt))
    }
  }
  const acks = new Map<string, Ack>()
  for (const entry of entries) {
    if (entry.kind !== 'ack' || entry.asAt > today) continue
    acks.set(keyOf(entry.item, entry.due, entry.by), entry)
  }
  return { lastSent: told, acks }
}

/** The last that somebody was told of an item, if anything. */
export function lastSentTo(
  { lastSent }: Memory,
  item: string,
  { channel, to }: Pick<Intent, 'channel' | 'to'>,
): LastSent | undefined {
  return lastSent.get(keyOf(item, channel, to))
}

/** What somebody has said of an item that is due on a day, if anything. */
export function ackOf({ acks }: Memory, item: string, due: IsoDate, by: string): Ack | undefined {
  return acks.get(keyOf(item, due, by))
}

/** What became of each intent, in the order of the ledger. */
export type Delivery = {
  readonly intent: Intent
  /** `unknown` where the run ended before the answer. */
  readonly outcome: 'sent' | 'failed' | 'unknown'
  readonly why: string | null
}

/** The intents of a ledger, each with the result after it. */
export function deliveries(entries: readonly LedgerEntry[]): Delivery[] {
  const all: { intent: Intent; outcome: Delivery['outcome']; why: string | null }[] = []
  const last = new Map<string, (typeof all)[number]>()
  for (const entry of entries) {
    if (entry.kind === 'intent') {
      const delivery = { intent: entry, outcome: 'unknown' as const, why: null }
      all.push(delivery)
      last.set(entry.key, delivery)
    } else if (entry.kind === 'result') {
      const delivery = last.get(entry.key)
      if (delivery) Object.assign(delivery, { outcome: entry.outcome, why: entry.why ?? null })
    }
  }
  return all
}

/** The last that somebody was told of an item, after one more telling. */
export function lastSentAfter(
  before: LastSent | undefined,
  { due, rung }: SentEntry,
  asAt: IsoDate,
): LastSent {
  if (before?.due === due) return { due, rung: Math.min(before.rung, rung), asAt }
  // Where git has put the lines of two branches one after the other, the later ones may be older.
  return before && before.asAt > asAt ? before : { due, rung, asAt }
}

function keyOf(...parts: readonly string[]): string {
  return JSON.stringify(parts)
}
