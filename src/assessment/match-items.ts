import { type Item, partOf } from './item.ts'

/**
 * What items were before a change, by the ids that they have now. A record whose file was renamed is
 * known by its authority, framework and items.
 */
export function matchItems(
  before: readonly Item[],
  now: readonly Item[],
): ReadonlyMap<string, Item> {
  const byId = new Map(before.map((item) => [item.id, item]))
  const renamed = renamedRecords(before, now)
  return new Map(
    now.flatMap((item) => {
      const id = `${renamed.get(item.record) ?? item.record}#${partOf(item)}`
      const former = byId.get(id)
      return former ? [[item.id, former]] : []
    }),
  )
}

/** The former ids of records that are there under another one now. */
function renamedRecords(
  before: readonly Item[],
  now: readonly Item[],
): ReadonlyMap<string, string> {
  const gone = recordsOnlyIn(before, now)
  const come = recordsOnlyIn(now, before)
  const renamed = new Map<string, string>()
  // First those of which nothing else has changed, then those that can be no other.
  for (const likeness of [everything, whose]) {
    const left = without(gone, [...renamed.values()])
    const candidates = without(come, [...renamed.keys()])
    for (const [likeThat, ids] of groups(candidates, likeness)) {
      const [id, another] = ids
      const [former, orAnother] = groups(left, likeness).get(likeThat) ?? []
      if (id && former && !another && !orAnother) renamed.set(id, former)
    }
  }
  return renamed
}

type Records = ReadonlyMap<string, readonly Item[]>

function recordsOnlyIn(items: readonly Item[], others: readonly Item[]): Records {
  const known = new Set(others.map(({ record }) => record))
  const records = new Map<string, Item[]>()
  for (const item of items.filter(({ record }) => !known.has(record))) {
    const list = records.get(item.record)
    if (list) list.push(item)
    else records.set(item.record, [item])
  }
  return records
}

function without(records: Records, ids: readonly string[]): Records {
  return new Map([...records].filter(([id]) => !ids.includes(id)))
}

/** The ids of records that are alike. */
function groups(
  records: Records,
  likeness: (items: readonly Item[]) => string,
): ReadonlyMap<string, readonly string[]> {
  const alike = new Map<string, string[]>()
  for (const [id, items] of records) {
    const key = likeness(items)
    alike.set(key, [...(alike.get(key) ?? []), id])
  }
  return alike
}

function whose([item]: readonly Item[]): string {
  return JSON.stringify([item?.authority, item?.framework])
}

function everything(items: readonly Item[]): string {
  const all = items.map((item) => [partOf(item), item.title, item.originalDue, item.submitted])
  return JSON.stringify([whose(items), all])
}
