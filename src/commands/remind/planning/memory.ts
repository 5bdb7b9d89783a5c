import type { IsoDate } from '../../../calendar/day.ts'
import type { Ack, Intent, LedgerEntry, SentEntry } from './ledger.ts'
import type { Threshold } from './thresholds.ts'

/**
 * What a ledger amounts to: by item and recipient, the last reminder and whether a later one failed or
 * has no result; and the acknowledgements.
 */
export type Memory = {
  readonly lastSent: ReadonlyMap<string, LastSent>
  readonly undelivered: ReadonlySet<string>
  readonly acks: ReadonlyMap<string, Ack>
}

/** The last reminder of an item to a recipient. */
export type LastSent = {
  readonly due: IsoDate
  /** The lowest threshold sent for this due date; `rung` is its key in the ledger. */
  readonly rung: Threshold
  readonly asAt: IsoDate
}

/**
 * The memory of a ledger as at a day. Entries for a later day do not count yet: a clock that was once
 * wrong must not silence all reminders until then.
 */
export function memoryOf(entries: readonly LedgerEntry[], today: IsoDate): Memory {
  const lastSent = new Map<string, LastSent>()
  const undelivered = new Set<string>()
  for (const { intent, outcome } of deliveries(entries)) {
    if (intent.asAt > today) continue
    for (const one of intent.items) {
      const key = keyOf(one.item, intent.channel, intent.to)
      undelivered[outcome === 'sent' ? 'delete' : 'add'](key)
      if (outcome === 'sent') lastSent.set(key, lastSentAfter(lastSent.get(key), one, intent.asAt))
    }
  }
  const acks = new Map<string, Ack>()
  for (const entry of entries) {
    if (entry.kind !== 'ack' || entry.asAt > today) continue
    acks.set(keyOf(entry.item, entry.due, entry.by), entry)
  }
  return { lastSent, undelivered, acks }
}

export function lastSentTo(
  { lastSent }: Memory,
  item: string,
  { channel, to }: Pick<Intent, 'channel' | 'to'>,
): LastSent | undefined {
  return lastSent.get(keyOf(item, channel, to))
}

export function isUndelivered(
  { undelivered }: Memory,
  item: string,
  { channel, to }: Pick<Intent, 'channel' | 'to'>,
): boolean {
  return undelivered.has(keyOf(item, channel, to))
}

/** The acknowledgement of an item for one due date; it lapses when the date moves. */
export function ackOf({ acks }: Memory, item: string, due: IsoDate, by: string): Ack | undefined {
  return acks.get(keyOf(item, due, by))
}

export type Delivery = {
  readonly intent: Intent
  /** `unknown` where the run ended before the answer. */
  readonly outcome: 'sent' | 'failed' | 'unknown'
  readonly why: string | null
}

/** The intents of a ledger, in its order, each with its result. */
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

/** The last reminder after one more was sent. */
export function lastSentAfter(
  before: LastSent | undefined,
  { due, rung }: SentEntry,
  asAt: IsoDate,
): LastSent {
  if (before?.due === due) return { due, rung: Math.min(before.rung, rung), asAt }
  // After a union merge of two branches, later lines may be older.
  return before && before.asAt > asAt ? before : { due, rung, asAt }
}

function keyOf(...parts: readonly string[]): string {
  return JSON.stringify(parts)
}
