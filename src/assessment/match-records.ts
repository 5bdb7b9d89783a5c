import { groupBy } from '../language/group-by.ts'
import { onlyPairs } from '../language/only-pairs.ts'
import { type Item, isOpen, partOf } from './item.ts'

type Records = ReadonlyMap<string, readonly Item[]>

/** The ids that records had before, by those that they have now. */
export function formerRecords(
  before: readonly Item[],
  now: readonly Item[],
): ReadonlyMap<string, string> {
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
