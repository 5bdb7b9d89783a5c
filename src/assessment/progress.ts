import { compareText } from '../language/text-order.ts'
import type { ProgressEntry } from '../records/item-parts.ts'
import type { Progress } from './item.ts'

/** The entries of a log in the order of their days, and the newest percentage of them. */
export function progressFacts(entries: readonly ProgressEntry[] | undefined): {
  readonly progress: readonly Progress[]
  readonly percent: number | null
} {
  if (!entries || entries.length === 0) return NONE
  const progress = entries
    .map(({ on, note = null, percent = null, by = null }) => ({ on, note, percent, by }))
    .sort((a, b) => compareText(a.on, b.on))
  const percent = progress.findLast((entry) => entry.percent !== null)?.percent ?? null
  return { progress, percent }
}

const NONE = { progress: [], percent: null }
