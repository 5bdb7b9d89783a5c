import { groupBy } from '../language/group-by.ts'
import { type Item, isOpen, partOf } from './item.ts'

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

type Records = ReadonlyMap<string, readonly Item[]>

/** The ids that records had before, by those that they have now. */
function formerRecords(before: readonly Item[], now: readonly Item[]): ReadonlyMap<string, string> {
  const gone = groupBy(before, ({ record }) => record)
  const come = groupBy(now, ({ record }) => record)
  const former = new Map<string, string>()
  const settle = (pairs: Iterable<readonly [string, string]>) => {
    for (const [id, formerId] of pairs) {
      former.set(id, formerId)
      gone.delete(formerId)
      come.delete(id)
    }
  }
  // A file goes before an id, which hangs on its neighbours; but another record may have taken its name.
  settle(namesakes(gone, come, 'file', isSameInspection))
  settle(namesakes(gone, come, 'record', isSameInspection))
  // Of the renamed, first those of which nothing else has changed, last those that can be no other.
  settle(onlyPairs(gone, come, [everything, inspection]))
  settle(namesakes(gone, come, 'file', isCorrected))
  settle(namesakes(gone, come, 'record', isCorrected))
  settle(onlyPairs(gone, come, [itsDates, whose]))
  return former
}

type Items = readonly Item[]

/** The records that have the name of a former one which they may be. */
function namesakes(
  gone: Records,
  come: Records,
  name: 'file' | 'record',
  isLike: (former: Items, now: Items) => boolean,
): [string, string][] {
  const named = new Map([...gone.values()].map((items) => [items[0]?.[name], items]))
  return [...come].flatMap(([id, items]): [string, string][] => {
    const former = named.get(items[0]?.[name])
    return former?.[0] && isLike(former, items) ? [[id, former[0].record]] : []
  })
}

function isSameInspection(former: Items, now: Items): boolean {
  return isOfSameAuthority(former, now) && shareDate(former, now)
}

/** Whether a name or the dates may have been corrected. A finished inspection is no open one. */
function isCorrected(former: Items, now: Items): boolean {
  const isLike = isOfSameAuthority(former, now) || shareDate(former, now)
  return isLike && isFinished(former) === isFinished(now)
}

function isOfSameAuthority([a]: Items, [b]: Items): boolean {
  return a?.authority === b?.authority
}

function shareDate([a]: Items, [b]: Items): boolean {
  if (!a || !b) return false
  return datesOf(a).some((date, index) => date !== null && date === datesOf(b)[index])
}

function datesOf({ background: { published, received, sent, visited } }: Item) {
  return [published, received, sent, visited]
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

function everything(items: readonly Item[]): string {
  const all = items.map((item) => [partOf(item), item.title, item.originalDue, item.submitted])
  return JSON.stringify([inspection(items), all])
}

function inspection(items: readonly Item[]): string {
  return JSON.stringify([items[0]?.authority, itsDates(items)])
}

/** Without any date it is like none other. */
function itsDates([item]: readonly Item[]): string {
  const dates = item ? datesOf(item) : []
  return JSON.stringify([item?.framework, dates.some(Boolean) ? dates : item?.record])
}

/** A new inspection is no other name of one that is finished. */
function whose(items: readonly Item[]): string {
  return JSON.stringify([items[0]?.authority, items[0]?.framework, isFinished(items)])
}

function isFinished(items: readonly Item[]): boolean {
  return items.every((item) => !isOpen(item) && item.status !== 'waiting')
}
