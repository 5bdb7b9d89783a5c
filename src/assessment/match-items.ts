import { onlyPairs } from '../language/only-pairs.ts'
import { type Item, isOpen, partOf } from './item.ts'
import { formerRecords } from './match-records.ts'

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
 * What items were before a change, by the ids that they have now. A record is known by its file, then by
 * its id, a renamed one by its inspection; an action with another id or title by what it promises.
 */
export function matchItems(
  before: readonly Item[],
  now: readonly Item[],
): ReadonlyMap<string, Item> {
  const byId = new Map(before.map((item) => [item.id, item]))
  const formerRecord = formerRecords(before, now)
  const known = new Map(
    now.flatMap((item) => {
      const former = byId.get(`${formerRecord.get(item.record)}#${partOf(item)}`)
      return former && isPlainlySame(former, item) ? [[item.id, former]] : []
    }),
  )
  const still = new Set(known.values())
  const gone = actionsIn(before.filter((item) => !still.has(item)))
  const come = actionsIn(
    now
      .filter(({ id }) => !known.has(id))
      .map((item) => ({ ...item, record: formerRecord.get(item.record) ?? '' })),
  )
  const likenesses = [content, placeAndTitle, promise, titleAnywhere, place]
  for (const [id, former] of onlyPairs(gone, come, likenesses)) {
    const item = gone.get(former)
    if (item) known.set(id, item)
  }
  return known
}

/** Whether an item with the same id needs no further look: a stage, or an action that says the same. */
function isPlainlySame(former: Item, item: Item): boolean {
  const keys = ['title', 'due', 'owner', 'submitted'] as const
  return item.kind === 'stage' || keys.every((key) => former[key] === item[key])
}

function content({ authority, title, due, owner, submitted }: Item): string {
  return JSON.stringify([authority, title, due, owner, submitted])
}

function promise({ record, title }: Item): string {
  return JSON.stringify([record, title])
}

/** A promise made anew is no other place of one that was kept. */
function titleAnywhere(item: Item): string {
  return JSON.stringify([item.authority, item.title, isOpen(item)])
}

function placeAndTitle(item: Item): string {
  return JSON.stringify([place(item), item.title])
}

function place(item: Item): string {
  return JSON.stringify([item.record, partOf(item)])
}

function actionsIn(items: readonly Item[]): ReadonlyMap<string, Item> {
  return new Map(items.flatMap((item) => (item.kind === 'action' ? [[item.id, item]] : [])))
}
