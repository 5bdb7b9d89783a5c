import type { Item } from '../../assessment/item.ts'
import { dayAndMonth, longDate, shortDate } from '../../calendar/format-date.ts'
import { count } from '../../language/count.ts'
import { groupBy } from '../../language/group-by.ts'
import { listing } from '../../language/listing.ts'
import { dateText, type Text } from '../../page/page.ts'
import { rowsWithPoints } from '../../page/rows-with-points.ts'
import { headline } from '../../reports/wording.ts'
import { AUTHORITY_FACTOR, type BusyWeek, canMove } from './busy-weeks.ts'
import type { DueWhenClosed } from './closed-days.ts'

/** A busy week: for whom, what is due, and what of it can be moved. */
export function busyRows({ from, authority, owner, items }: BusyWeek): readonly Text[][] {
  const week = { text: `w/c ${shortDate(from)}`, spoken: `Week commencing ${longDate(from)}` }
  const due: Text = { text: `${items.length} due`, tone: 'risky' }
  const who = owner === null ? authority : `${owner}, ${authority}`
  const points =
    owner === null
      ? [byOwner(items), ...items.filter((item) => !canMove(item)).map(dueWords)]
      : items.map(dueWords)
  return rowsWithPoints([week, due], `${who}: ${movableWords(items)}`, points)
}

/** What can be moved and what cannot: `5 actions, which can be moved`. */
function movableWords(items: readonly Item[]): string {
  const movable = items.filter(canMove).length
  const fixed = items.length - movable
  return [
    ...(movable > 0 ? [`${count(movable, 'action')}, which can be moved`] : []),
    ...(fixed > 0 ? [`${count(fixed, 'stage')}, which cannot`] : []),
  ].join('; ')
}

function byOwner(items: readonly Item[]): string {
  const groups = [...groupBy(items, ({ owner }) => owner)].sort(
    ([, a], [, b]) => b.length - a.length,
  )
  return listing(groups.map(([owner, those]) => `${owner ?? 'no owner'} ${those.length}`))
}

function dueWords({ due, title, id }: Item): string {
  return `${dayAndMonth(due ?? '')}: ${title}, ${id}`
}

/** What there is to say where no week is busy, although somebody has asked. */
export function notBusyWords(busy: number): string {
  return `In no week is an owner due to finish ${busy} or more, or an authority ${busy * AUTHORITY_FACTOR}.`
}

/** An item that is due when hardly anybody works, why, and until when somebody does. */
export function closedRows(closed: DueWhenClosed): readonly Text[][] {
  const { item, reasons } = closed
  const state: Text = canMove(item)
    ? { text: 'can be moved', tone: 'open' }
    : { text: 'cannot be moved', tone: 'risky' }
  const points = [reasons.map(({ why }) => why).join('; '), openDayWords(closed)]
  return rowsWithPoints(
    [item.due ? dateText(item.due) : '', state],
    headline(item),
    points,
    item.id,
  )
}

function openDayWords({ openDayBefore: day, isOverChristmas }: DueWhenClosed): string {
  const words =
    day === null
      ? 'no open day is left before it'
      : `the last open day before it is ${longDate(day)}`
  // Some of its days are working days all the same.
  return isOverChristmas ? `leaving out Christmas week, ${words}` : words
}
