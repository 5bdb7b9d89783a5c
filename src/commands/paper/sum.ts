import { type Item, isOpen } from '../../assessment/item.ts'
import type { ItemDifference } from '../../assessment/match-items.ts'
import type { IsoDate } from '../../calendar/day.ts'
import { groupBy } from '../../language/group-by.ts'
import { compareText } from '../../language/text-order.ts'

/** What brings an item among the open ones, or takes it out. */
export const FLOWS = [
  'added',
  'reopened',
  'finished',
  'withdrawn',
  'notRequired',
  'removed',
] as const

export type Flow = (typeof FLOWS)[number]

/** How many items were and are open, and what lies between. */
export type Sum = Readonly<
  Record<Flow | 'openThen' | 'openNow' | 'red' | 'amber' | 'green', number>
>

/** The sum of what has something in common, such as an owner. */
export type NamedSum = { readonly name: string; readonly sum: Sum }

/** An item then and now, and what happened to it in between; an item can come and be finished. */
export type Course = ItemDifference & { readonly flows: readonly Flow[] }

/** What happened to an item after a day. What was put in long after it had ended did not happen then. */
export function courseOf(pair: ItemDifference, since: IsoDate): Course {
  const { former, now } = pair
  const wasOpen = former !== null && isOpen(former)
  const came: readonly Flow[] = wasOpen ? [] : [former && isSettled(former) ? 'reopened' : 'added']
  if (now && isOpen(now)) return { ...pair, flows: came }
  const went = wayOut(now)
  if (wasOpen) return { ...pair, flows: [went] }
  const isSince = now !== null && endOf(now) > since && came[0] === 'added'
  return { ...pair, flows: isSince ? [...came, went] : [] }
}

function isSettled({ status }: Item): boolean {
  return status === 'met' || status === 'metLate' || status === 'closed'
}

function wayOut(now: Item | null): Flow {
  if (!now) return 'removed'
  if (!isSettled(now)) return 'notRequired'
  return now.status === 'closed' ? 'withdrawn' : 'finished'
}

/** The day on which an item was settled; empty for one that is not. */
function endOf(item: Item): string {
  if (!isSettled(item)) return ''
  return (item.status === 'closed' ? item.background.closedOn : item.submitted) ?? ''
}

/** Who an item is now, or was last. */
export function lastOf({ former, now }: ItemDifference): Item {
  return now ?? former
}

/** The sum of some courses. Throws an Error where it does not come out, which no records can do. */
export function sumOf(courses: readonly Course[]): Sum {
  const nows = courses.flatMap(({ now }) => now ?? [])
  const flowing = (flow: Flow) => courses.filter(({ flows }) => flows.includes(flow)).length
  const being = (status: Item['status']) => nows.filter((item) => item.status === status).length
  const sum = {
    openThen: courses.filter(({ former }) => former && isOpen(former)).length,
    added: flowing('added'),
    reopened: flowing('reopened'),
    finished: flowing('finished'),
    withdrawn: flowing('withdrawn'),
    notRequired: flowing('notRequired'),
    removed: flowing('removed'),
    openNow: nows.filter(isOpen).length,
    red: being('overdue'),
    amber: being('atRisk'),
    green: being('onTrack'),
  }
  const { openThen, added, reopened, finished, withdrawn, notRequired, removed, openNow } = sum
  const left = openThen + added + reopened - finished - withdrawn - notRequired - removed
  if (left !== openNow) throw new Error(`${left} items must be open, and ${openNow} are`)
  return sum
}

/** The sums by what items have in common, in the order of its name; what has no open or ended item is left out. */
export function talliesBy(
  courses: readonly Course[],
  nameOf: (item: Item) => string,
  last?: string,
): readonly NamedSum[] {
  const groups = groupBy(courses, (course) => nameOf(lastOf(course)))
  const tallies = [...groups].map(([name, some]) => ({ name, sum: sumOf(some) }))
  return tallies
    .filter(({ sum }) => Object.values(sum).some((number) => number > 0))
    .sort((a, b) => order(a.name, b.name, last))
}

function order(a: string, b: string, last: string | undefined): number {
  if (a === last || b === last) return Number(a === last) - Number(b === last)
  return compareText(a, b)
}
