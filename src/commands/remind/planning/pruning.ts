import type { IsoDate } from '../../../calendar/day.ts'
import type { Intent, Ledger, LedgerEntry } from './ledger.ts'
import { ackOf, deliveries, lastSentTo, type Memory, memoryOf } from './memory.ts'

export type PruneTerms = {
  /** Lines for this day and later stay. */
  readonly before: IsoDate
  readonly today: IsoDate
  /** Whether an item needs no further reminders. */
  isSettled(item: string): boolean
}

/**
 * The lines of a ledger that are still needed. Of those before a day these stay: the last reminder of
 * each open item to each recipient, reminders whose outcome is unknown, acknowledgements in force, and
 * unreadable lines.
 */
export function pruned({ lines }: Ledger, terms: PruneTerms): readonly string[] {
  const entries = lines.flatMap(({ entry }) => entry ?? [])
  const memory = memoryOf(entries, terms.today)
  const needed = neededKeys(entries, memory, terms)
  return lines
    .filter(({ entry, text }) =>
      entry ? isNeeded(entry, needed, memory, terms) : text.trim() !== '',
    )
    .map(({ text }) => text)
}

function isNeeded(
  entry: LedgerEntry,
  needed: ReadonlySet<string>,
  memory: Memory,
  { before, today }: PruneTerms,
): boolean {
  switch (entry.kind) {
    case 'repair':
      return true
    case 'ack': {
      // One that a later one has replaced must not come back into force.
      const isInForce = ackOf(memory, entry.item, entry.due, entry.by) === entry
      return entry.asAt >= before || (isInForce && entry.until >= today)
    }
    case 'intent':
    case 'result':
      return needed.has(entry.key)
  }
}

/** The keys of the intents that stay, so that their results stay with them. */
function neededKeys(
  entries: readonly LedgerEntry[],
  memory: Memory,
  { before, isSettled }: PruneTerms,
): Set<string> {
  const isRemembered = ({ items, ...recipient }: Intent) =>
    items.some(({ item, due, rung }) => {
      const lastSent = isSettled(item) ? undefined : lastSentTo(memory, item, recipient)
      return lastSent?.due === due && lastSent.rung === rung
    })
  return new Set(
    deliveries(entries)
      .filter(
        ({ intent, outcome }) =>
          intent.asAt >= before ||
          outcome === 'unknown' ||
          (outcome === 'sent' && isRemembered(intent)),
      )
      .map(({ intent }) => intent.key),
  )
}
