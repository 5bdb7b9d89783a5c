import type { Assessment } from '../../assessment/assessment.ts'
import type { Item } from '../../assessment/item.ts'
import { groupBy } from '../../language/group-by.ts'
import { compareText } from '../../language/text-order.ts'
import { nameForm } from '../../records/names.ts'
import { quarterOf, quarterWords } from './quarter.ts'

/** By what items are grouped if nothing else is asked for, and by what they can be. */
export const USUAL_GROUPINGS = ['framework', 'authority', 'quarter'] as const
export const GROUPINGS = [...USUAL_GROUPINGS, 'owner', 'area'] as const
export type Grouping = (typeof GROUPINGS)[number]

/** How many items of a set have come to what. */
export type Tally = {
  readonly items: number
  readonly met: number
  readonly metLate: number
  /** On track and at risk. */
  readonly open: number
  readonly overdue: number
  readonly closed: number
  readonly notRequired: number
  readonly waiting: number
  /**
   * Of what was submitted or done: working days early, or late if negative; null where nothing was.
   */
  readonly medianWorkingDays: number | null
  /** The met ones of those met, met late and overdue, from 0 to 1; null where there is none of these. */
  readonly onTimeShare: number | null
  /** Of what is overdue, how many items are so many working days late at the most. */
  readonly lateBy: Readonly<Record<Age, number>>
}

/** How late what is overdue is, in working days. */
export const AGES = ['upTo5', 'upTo20', 'upTo60', 'more'] as const
export type Age = (typeof AGES)[number]

/** The items that have something in common, and what has come of them. */
export type Group = Tally & {
  readonly by: Grouping
  /**
   * The id of a framework, the name of an authority or of an owner, a quarter such as `2024-Q1`, or an
   * area such as `leeds#P1`; `none` for the items that have none.
   */
  readonly id: string
  readonly title: string
}

/** What has come of the items of an assessment, in all and by group. */
export type StatsAnswer = {
  readonly assessment: Assessment
  /** The one kind that it is about; undefined for both. */
  readonly kind: 'stage' | 'action' | undefined
  readonly totals: Tally
  readonly groups: readonly Group[]
}

/** The id of the group of items that have nothing to be grouped by; it comes last. */
const NONE = 'none'

/** What has come of some items. */
export function tally(items: readonly Item[]): Tally {
  const count = (...statuses: readonly Item['status'][]) =>
    items.filter(({ status }) => statuses.includes(status)).length
  const met = count('met')
  const decided = met + count('metLate', 'overdue')
  return {
    items: items.length,
    met,
    metLate: count('metLate'),
    open: count('onTrack', 'atRisk'),
    overdue: count('overdue'),
    closed: count('closed'),
    notRequired: count('notRequired'),
    waiting: count('waiting'),
    medianWorkingDays: median(items.flatMap(workingDaysEarly)),
    onTimeShare: shareOf(met, decided),
    lateBy: ages(items.filter(({ status }) => status === 'overdue')),
  }
}

/** How many of some overdue items are how late; an item of which only closed days have passed is 0 late. */
function ages(overdue: readonly Item[]): Tally['lateBy'] {
  const between = (above: number, most: number) =>
    overdue.filter(({ workingDaysLate: days }) => days > above && days <= most).length
  return {
    upTo5: between(-1, 5),
    upTo20: between(5, 20),
    upTo60: between(20, 60),
    more: between(60, Number.POSITIVE_INFINITY),
  }
}

/**
 * The groups of items and what has come of each, by title; quarters from the first to the last. An
 * action that answers two areas counts in both.
 */
export function grouped(
  items: readonly Item[],
  by: Grouping,
  titleOf: (framework: string) => string,
): Group[] {
  const named = items.flatMap((item) =>
    groupsOf(item, by, titleOf).map((group) => ({ item, ...group })),
  )
  return [...groupBy(named, ({ key }) => key).values()]
    .map((those) => ({
      by,
      id: those[0]?.id ?? '',
      title: those[0]?.title ?? '',
      ...tally(those.map(({ item }) => item)),
    }))
    .sort(
      (a, b) =>
        Number(a.id === NONE) - Number(b.id === NONE) ||
        (by === 'quarter' ? compareText(a.id, b.id) : compareText(a.title, b.title)),
    )
}

/** The middle one of some numbers, or the mean of the two in the middle; null where there are none. */
export function median(numbers: readonly number[]): number | null {
  const sorted = [...numbers].sort((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.ceil(sorted.length / 2) - 1]
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2
}

/** Of an item that was submitted or done: how early that was, in working days. */
function workingDaysEarly({ status, workingDaysLeft }: Item): number[] {
  const isSent = status === 'met' || status === 'metLate'
  return isSent && workingDaysLeft !== null ? [workingDaysLeft] : []
}

/** A part of a whole from 0 to 1, in thousandths; 1 only for all of it. */
function shareOf(part: number, whole: number): number | null {
  if (whole === 0) return null
  return part === whole ? 1 : Math.min(999, Math.round((part / whole) * 1000)) / 1000
}

/** What an item is grouped under: `key` is the same for all names of the same. */
type Named = Pick<Group, 'id' | 'title'> & { readonly key: string }

function groupsOf(item: Item, by: Grouping, titleOf: (framework: string) => string): Named[] {
  const { framework, authority, due, owner, record, background } = item
  switch (by) {
    case 'framework':
      return [{ key: framework, id: framework, title: titleOf(framework) }]
    case 'authority':
      return [{ key: nameForm(authority), id: authority, title: authority }]
    case 'owner':
      return [owner ? { key: nameForm(owner), id: owner, title: owner } : none('no owner')]
    case 'area': {
      const areas = background.areas.map(({ id, text }) => {
        const area = `${record}#${id}`
        return { key: area, id: area, title: `${authority}, ${id}: ${text}` }
      })
      return areas.length > 0 ? areas : [none('no area')]
    }
    case 'quarter': {
      if (due === null) return [none('no due date')]
      const quarter = quarterOf(due)
      return [{ key: quarter, id: quarter, title: quarterWords(quarter) }]
    }
  }
}

/** No name has a blank at its beginning, so that nobody is taken for it. */
function none(title: string): Named {
  return { key: ` ${NONE}`, id: NONE, title }
}
