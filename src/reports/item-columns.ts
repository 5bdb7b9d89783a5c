import { type Item, needsSomebody, partOf } from '../assessment/item.ts'
import type { IsoDate } from '../calendar/day.ts'
import { dateWithin } from '../calendar/format-date.ts'
import { widest } from '../terminal/columns.ts'
import { printable } from '../terminal/printable.ts'
import { isFinished } from './record-groups.ts'
import { STATUS_WORDS } from './wording.ts'

/** What stands before the title of an item, each in a column of its own. */
export type Margin = {
  readonly status: string
  readonly days: string
  readonly due: string
  readonly part: string
}

/** How the items of a report are laid out, in terminal cells. */
export type ItemColumns = {
  /** How wide each part of the margin is. */
  readonly margin: Readonly<Record<keyof Margin, number>>
  /** Where titles begin, and how wide what stands there may be. */
  readonly indent: number
  readonly room: number
  /** Of the room, what titles have; the rest, less a gap, is for owners. */
  readonly title: number
  /** 0 where owners follow the titles. */
  readonly owner: number
  /** Titles stand below their dates. */
  readonly isStacked: boolean
  /** Not even the margin has room. */
  readonly isCramped: boolean
}

export const INDENT = 2
export const GAP = 2
const STACKED_INDENT = 4

/** On less than this, or with less room for titles, what is to be done stands below its date. */
const ROOM_FOR_COLUMNS = 72
const ROOM_FOR_TITLES = 20

/** From this width on, owners have a column, of at most so much of what they share with titles. */
const ROOM_FOR_OWNERS = 100
const MOST_FOR_OWNERS = 0.36

const STATUS_WIDTH = 'overdue'.length
const DATE_WIDTH = 'Mon 12 Feb'.length
const DATE_AND_YEAR_WIDTH = 'Mon 12 Feb 2024'.length

/** How many working days an item has left or is late; nothing where it has no number. */
export function daysShown({ due, status, workingDaysLate, workingDaysLeft }: Item): string {
  const isCounted = !['waiting', 'closed', 'notRequired'].includes(status)
  if (due === null || !isCounted || workingDaysLeft === null) return ''
  return String(workingDaysLeft < 0 ? workingDaysLate : workingDaysLeft)
}

/** What stands before the title: a status only where somebody must act, or nobody any more. */
export function marginOf(item: Item, today: IsoDate): Margin {
  const { status, due } = item
  return {
    status: needsSomebody(item) || status !== 'onTrack' ? STATUS_WORDS[status] : '',
    days: daysShown(item),
    due: due === null ? '' : due === today && !isFinished(item) ? 'today' : dateWithin(today, due),
    part: printable(partOf(item)),
  }
}

/** The columns into which some items fit on lines of a width. */
export function columnsFor(items: readonly Item[], today: IsoDate, width: number): ItemColumns {
  const margins = items.map((item) => marginOf(item, today))
  const widthOf = (key: keyof Margin) => widest(margins.map((margin) => margin[key]))
  const due = widthOf('due')
  const margin = {
    status: Math.max(STATUS_WIDTH, widthOf('status')),
    days: widthOf('days'),
    due: due > DATE_WIDTH ? DATE_AND_YEAR_WIDTH : DATE_WIDTH,
    part: widthOf('part'),
  }
  const columns = Object.values(margin).filter((cells) => cells > 0)
  const taken = columns.reduce((sum, cells) => sum + cells + GAP, INDENT)
  const isStacked = width < ROOM_FOR_COLUMNS || width - taken < ROOM_FOR_TITLES
  const indent = isStacked ? STACKED_INDENT : taken
  const room = width - indent
  const owner = isStacked || width < ROOM_FOR_OWNERS ? 0 : ownerWidth(items, room)
  const title = owner > 0 ? room - GAP - owner : room
  return { margin, indent, room, title, owner, isStacked, isCramped: taken - GAP > width }
}

function ownerWidth(items: readonly Item[], room: number): number {
  const longest = widest(items.map(({ owner }) => printable(owner ?? '')))
  return Math.min(longest, Math.floor(room * MOST_FOR_OWNERS))
}
