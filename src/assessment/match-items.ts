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
      const isKnown = former && (item.kind === 'stage' || former.title === item.title)
      return isKnown ? [[item.id, former]] : []
    }),
  )
  const still = new Set(known.values())
  const gone = actionsIn(before.filter((item) => !still.has(item)))
  const come = actionsIn(
    now
      .filter(({ id }) => !known.has(id))
      .map((item) => ({ ...item, record: formerRecord.get(item.record) ?? '' })),
  )
  for (const [id, former] of onlyPairs(gone, come, [content, promise, place])) {
    const item = gone.get(former)
    if (item) known.set(id, item)
  }
  return known
}

function content({ authority, title, due, owner, submitted }: Item): string {
  return JSON.stringify([authority, title, due, owner, submitted])
}

function promise({ record, title }: Item): string {
  return JSON.stringify([record, title])
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
  // The file goes first: an id hangs on its neighbours.
  settle(namesakes(gone, come, 'file'))
  settle(namesakes(gone, come, 'record'))
  // Of the renamed, first those of which nothing else has changed, then those that can be no other.
  settle(onlyPairs(gone, come, [everything, inspection, itsDates, whose]))
  return former
}

/** The records that have the name of a former one, unless that was of another inspection. */
function namesakes(gone: Records, come: Records, name: 'file' | 'record'): [string, string][] {
  const named = new Map([...gone.values()].map(([item]) => [item?.[name], item]))
  return [...come].flatMap(([id, [item]]): [string, string][] => {
    const former = named.get(item?.[name])
    return item && former && isSameInspection(former, item) ? [[id, former.record]] : []
  })
}

/** Whether two items may be of one inspection, of which a name or a date was corrected. */
function isSameInspection(a: Item, b: Item): boolean {
  const isDate = (one: string | null, index: number) => one !== null && one === datesOf(b)[index]
  return a.authority === b.authority || datesOf(a).some(isDate)
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
  const isFinished = items.every((item) => !isOpen(item) && item.status !== 'waiting')
  return JSON.stringify([items[0]?.authority, items[0]?.framework, isFinished])
}
