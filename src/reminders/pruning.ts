import type { IsoDate } from '../calendar/day.ts'
import type { Intent, Ledger, LedgerEntry } from './ledger.ts'
import { deliveries } from './memory.ts'

/** What decides whether a line of a ledger can go. */
export type PruneTerms = {
  /** Lines for this day and later stay. */
  readonly before: IsoDate
  readonly today: IsoDate
  /** Whether nothing more is ever to be told of an item. */
  isSettled(item: string): boolean
}

/**
 * The lines of a ledger without those that nobody needs: of what is older than a day, the last that
 * each was told of each open item stays, what nobody knows the outcome of, and what is still to be
 * kept quiet. Lines that cannot be read stay as they are.
 */
export function pruned({ lines }: Ledger, terms: PruneTerms): readonly string[] {
  const entries = lines.flatMap(({ entry }) => entry ?? [])
  const needed = neededKeys(entries, terms)
  return lines
    .filter(({ entry, text }) => (entry ? isNeeded(entry, needed, terms) : text.trim() !== ''))
    .map(({ text }) => text)
}

function isNeeded(
  entry: LedgerEntry,
  needed: ReadonlySet<string>,
  { before, today }: PruneTerms,
): boolean {
  switch (entry.kind) {
    case 'repair':
      return true
    case 'ack':
      return entry.until >= today || entry.asAt >= before
    case 'intent':
      return entry.asAt >= before || needed.has(entry.key)
    case 'result':
      return needed.has(entry.key)
  }
}

/** The keys of the intents that stay, so that their results stay with them. */
function neededKeys(entries: readonly LedgerEntry[], terms: PruneTerms): Set<string> {
  const needed = new Set<string>()
  const last = new Map<string, Intent>()
  for (const { intent, outcome } of deliveries(entries)) {
    if (intent.asAt >= terms.before || outcome === 'unknown') needed.add(intent.key)
    if (outcome !== 'sent') continue
    for (const { item } of intent.items) {
      if (!terms.isSettled(item))
        last.set(JSON.stringify([item, intent.channel, intent.to]), intent)
    }
  }
  for (const { key } of last.values()) needed.add(key)
  return needed
}
