import { type Item, partOf } from '../../assessment/item.ts'
import type { IsoDate } from '../../calendar/day.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { RecordEdit, RecordVersion } from '../../workspace/record-history.ts'

/** What an edit moved of an item; null where there was or is nothing. */
export type AspectMove = {
  readonly what: 'due' | 'owner' | 'status'
  readonly from: string | null
  readonly to: string | null
}

/** An edit that moved something of an item, or with which the item came or went. */
export type ItemEdit = RecordEdit & {
  readonly change: 'added' | 'changed' | 'removed'
  readonly moves: readonly AspectMove[]
}

/** What became of an item from version to version of its record, oldest first. */
export type ItemHistory = {
  /** The id of the item within its record. */
  readonly part: string
  /** As it is, or as it was last. */
  readonly item: Item
  /** As it is now; null where it is gone. */
  readonly now: { readonly [K in AspectMove['what']]: Item[K] } | null
  readonly changes: readonly ItemEdit[]
}

/** When an item moved; the answer of `plandue history`. */
export type HistoryAnswer = {
  readonly today: IsoDate
  readonly histories: readonly ItemHistory[]
  /** How many commits left the record so that not all of it could be read. */
  readonly unreadable: number
  readonly withAuthors: boolean
  readonly diagnostics: readonly Diagnostic[]
}

const ASPECTS = ['due', 'owner', 'status'] as const

/**
 * The histories of the items that a record has or had. A version that an error hides an item from says
 * nothing of it. The last version is as it is now: time alone is no edit.
 */
export function historiesOf(versions: readonly RecordVersion[]): readonly ItemHistory[] {
  const parts = new Set(versions.flatMap(({ items }) => items.map(partOf)))
  return [...parts].flatMap((part) => historyOf(part, versions) ?? [])
}

function historyOf(part: string, versions: readonly RecordVersion[]): ItemHistory | undefined {
  const changes: ItemEdit[] = []
  let [former, last]: (Item | undefined)[] = []
  for (const { items, isComplete, ...edit } of versions) {
    const item = items.find((one) => partOf(one) === part)
    if (!item && !isComplete) continue
    const isByEdit = edit.oid !== null || !former || !item
    const moves = movesOf(former, item).filter(({ what }) => isByEdit || what !== 'status')
    if (moves.length > 0) changes.push({ ...edit, change: kindOf(former, item), moves })
    former = item
    last = item ?? last
  }
  const now = former ? { due: former.due, owner: former.owner, status: former.status } : null
  return last && { part, item: last, now, changes }
}

function kindOf(former: Item | undefined, item: Item | undefined): ItemEdit['change'] {
  if (!former) return 'added'
  return item ? 'changed' : 'removed'
}

function movesOf(former: Item | undefined, item: Item | undefined): AspectMove[] {
  return ASPECTS.map((what) => ({
    what,
    from: former?.[what] ?? null,
    to: item?.[what] ?? null,
  })).filter(({ from, to }) => from !== to)
}
