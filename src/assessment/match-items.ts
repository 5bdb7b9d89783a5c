import { groupBy } from '../language/group-by.ts'
import { type Item, partOf } from './item.ts'

/** An item before and after a change; one of them is null where it came or went. */
export type ItemDifference =
  | { readonly former: Item; readonly now: Item }
  | { readonly former: null; readonly now: Item }
  | { readonly former: Item; readonly now: null }

/**
 * Each item with what it was before a change: those of now, then those that are gone, but for those in
 * the files that lay `elsewhere`.
 */
export function pairsOf(
  before: readonly Item[],
  now: readonly Item[],
  elsewhere: ReadonlySet<string> = new Set(),
): readonly ItemDifference[] {
  const formerOf = matchItems(before, now)
  const still = new Set(formerOf.values())
  return [
    ...now.map((item): ItemDifference => ({ former: formerOf.get(item.id) ?? null, now: item })),
    ...before
      .filter((item) => !still.has(item) && !elsewhere.has(item.file))
      .map((former): ItemDifference => ({ former, now: null })),
  ]
}

/**
 * What items were before a change, by the ids that they have now. A record is known by its file, whose
 * id hangs on its neighbours; then by its id; a renamed one by its authority, framework and items, an
 * action with another id by what it promises.
 */
export function matchItems(
  before: readonly Item[],
  now: readonly Item[],
): ReadonlyMap<string, Item> {
  const byId = new Map(before.map((item) => [item.id, item]))
  const formerRecord = formerRecords(before, now)
  const known = new Map(
    now.flatMap((item) => {
      const former = byId.get(`${formerRecord(item)}#${partOf(item)}`)
      return former ? [[item.id, former]] : []
    }),
  )
  const still = new Set(known.values())
  const gone = actionsIn(before.filter((item) => !still.has(item)))
  const come = actionsIn(
    now
      .filter(({ id }) => !known.has(id))
      .map((item) => ({ ...item, record: formerRecord(item) ?? item.record })),
  )
  const content = ({ authority, title, due, owner, submitted }: Item) =>
    JSON.stringify([authority, title, due, owner, submitted])
  const promise = ({ record, title }: Item) => JSON.stringify([record, title])
  for (const [id, former] of onlyPairs(gone, come, [content, promise])) {
    const item = gone.get(former)
    if (item) known.set(id, item)
  }
  return known
}

function actionsIn(items: readonly Item[]): ReadonlyMap<string, Item> {
  return new Map(items.flatMap((item) => (item.kind === 'action' ? [[item.id, item]] : [])))
}

/** The id that the record of an item had before; undefined where it had none. */
function formerRecords(
  before: readonly Item[],
  now: readonly Item[],
): (item: Item) => string | undefined {
  const inFile = new Map(before.map(({ file, record }) => [file, record]))
  const taken = new Set(now.flatMap(({ file }) => inFile.get(file) ?? []))
  const gone = before.filter(({ record }) => !taken.has(record))
  const come = now.filter(({ file }) => !inFile.has(file))
  // First those of which nothing else has changed, then those that can be no other.
  const likenesses = [everything, whose]
  const renamed = onlyPairs(recordsOnlyIn(gone, come), recordsOnlyIn(come, gone), likenesses)
  return ({ file, record }) =>
    inFile.get(file) ?? renamed.get(record) ?? (taken.has(record) ? undefined : record)
}

function recordsOnlyIn(
  items: readonly Item[],
  others: readonly Item[],
): ReadonlyMap<string, readonly Item[]> {
  const known = new Set(others.map(({ record }) => record))
  return groupBy(
    items.filter(({ record }) => !known.has(record)),
    ({ record }) => record,
  )
}

/** The ids of what came, each with that of the only one that is gone and like it. */
function onlyPairs<T>(
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

function whose([item]: readonly Item[]): string {
  return JSON.stringify([item?.authority, item?.framework])
}

function everything(items: readonly Item[]): string {
  const all = items.map((item) => [partOf(item), item.title, item.originalDue, item.submitted])
  return JSON.stringify([whose(items), all])
}
