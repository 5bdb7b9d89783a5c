import { type Item, isOpen } from '../../assessment/item.ts'
import { addDays, type Day, dayOf, type IsoDate, isoOf, weekday } from '../../calendar/day.ts'
import { groupBy } from '../../language/group-by.ts'
import { compareText } from '../../language/text-order.ts'
import { nameForm } from '../../records/names.ts'

/** A week in which much is due for one owner, or for an authority as a whole. */
export type BusyWeek = {
  /** A Monday. */
  readonly from: IsoDate
  readonly to: IsoDate
  readonly authority: string
  /** Null for the authority as a whole. */
  readonly owner: string | null
  /** By due date. */
  readonly items: readonly Item[]
}

/** So much due in a week for one owner makes it busy, if nobody says otherwise. */
export const USUALLY_BUSY = 4

/** For an authority as a whole it takes so many times as much. */
export const AUTHORITY_FACTOR = 2

/**
 * The weeks up to a day in which `busy` open items or more are due for one owner, or twice as many for
 * one authority: by week, owners first, then who has most. An owner is known by name within an authority.
 */
export function busyWeeks(
  items: readonly Item[],
  today: IsoDate,
  until: IsoDate,
  busy: number,
): readonly BusyWeek[] {
  const ahead = dueBetween(items, today, until)
  const owned = ahead.filter(({ owner }) => owner !== null)
  return [
    ...weeksOf(owned, ({ owner }) => owner, busy),
    ...weeksOf(ahead, () => null, busy * AUTHORITY_FACTOR),
  ].sort(byWeek)
}

/** The open items that fall due from one day to another, by day. */
export function dueBetween(items: readonly Item[], from: IsoDate, to: IsoDate): readonly Item[] {
  return items
    .filter((item) => isOpen(item) && item.due !== null && from <= item.due && item.due <= to)
    .sort((a, b) => compareText(a.due ?? '', b.due ?? '') || compareText(a.id, b.id))
}

/** Whether its day is its owner's to move; that of a stage is the law's. */
export function canMove({ kind }: Item): boolean {
  return kind === 'action'
}

function weeksOf(
  items: readonly Item[],
  ownerOf: (item: Item) => string | null,
  busy: number,
): readonly BusyWeek[] {
  const key = (item: Item) =>
    JSON.stringify([mondayOf(item), nameForm(item.authority), nameForm(ownerOf(item) ?? '')])
  return [...groupBy(items, key).values()].flatMap((those) => {
    const [first] = those
    if (!first || those.length < busy) return []
    const from = mondayOf(first)
    const { authority } = first
    return [
      {
        from: isoOf(from),
        to: isoOf(addDays(from, 6)),
        authority,
        owner: ownerOf(first),
        items: those,
      },
    ]
  })
}

function mondayOf({ due }: Item): Day {
  const day = dayOf(due ?? '')
  return addDays(day, -((weekday(day) + 6) % 7))
}

function byWeek(a: BusyWeek, b: BusyWeek): number {
  return (
    compareText(a.from, b.from) ||
    Number(a.owner === null) - Number(b.owner === null) ||
    b.items.length - a.items.length ||
    compareText(JSON.stringify([a.authority, a.owner]), JSON.stringify([b.authority, b.owner]))
  )
}
