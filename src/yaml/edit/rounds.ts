import type { Change } from './change.ts'

/**
 * The changes in as few rounds as there can be: those of a round lie in different entries of lists, so
 * that none of them moves what another one changes, and one reading will do for all.
 */
export function inRounds(changes: readonly Change[]): readonly (readonly Change[])[] {
  const rounds: Change[][] = []
  const next = new Map<string, number>()
  let first = 0
  for (const change of changes) {
    const entry = entryOf(change)
    const at = entry === undefined ? rounds.length : Math.max(first, next.get(entry) ?? 0)
    rounds[at] = [...(rounds[at] ?? []), change]
    if (entry === undefined) first = rounds.length
    else next.set(entry, at + 1)
  }
  return rounds
}

/** The entry of a list in which a change lies; undefined where it lies in none that is there. */
function entryOf({ path: [list, index, ...rest] }: Change): string | undefined {
  return typeof index === 'number' && rest.length > 0 ? `${list}\0${index}` : undefined
}
