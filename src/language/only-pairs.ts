import { groupBy } from './group-by.ts'

/** The ids of what came, each with that of the only one that is gone and like it. */
export function onlyPairs<T>(
  gone: ReadonlyMap<string, T>,
  come: ReadonlyMap<string, T>,
  likenesses: readonly ((one: T) => string)[],
): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>()
  for (const likeness of likenesses) {
    const taken = new Set(pairs.values())
    const left = alike(gone, (id) => taken.has(id), likeness)
    for (const [likeThat, ids] of alike(come, (id) => pairs.has(id), likeness)) {
      const [id, another] = ids
      const [former, orAnother] = left.get(likeThat) ?? []
      if (id && former && !another && !orAnother) pairs.set(id, former)
    }
  }
  return pairs
}

/** The ids of what is alike, without those that have their pair. */
function alike<T>(
  all: ReadonlyMap<string, T>,
  isTaken: (id: string) => boolean,
  likeness: (one: T) => string,
): ReadonlyMap<string, readonly string[]> {
  const ids = [...all].flatMap(([id, one]) => (isTaken(id) ? [] : [{ id, key: likeness(one) }]))
  return new Map(
    [...groupBy(ids, ({ key }) => key)].map(([key, those]) => [key, those.map(({ id }) => id)]),
  )
}
