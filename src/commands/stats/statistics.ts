import type { Assessment } from '../../assessment/assessment.ts'
import type { Item } from '../../assessment/item.ts'
import { groupBy } from '../../language/group-by.ts'
import { compareText } from '../../language/text-order.ts'
import { nameForm } from '../../records/names.ts'
import { quarterOf, quarterWords } from './quarter.ts'

/** By what items can be grouped. */
export const GROUPINGS = ['framework', 'authority', 'quarter'] as const
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
}

/** The items that have something in common, and what has come of them. */
export type Group = Tally & {
  readonly by: Grouping
  /** The id of a framework, the name of an authority, or a quarter such as `2024-Q1`. */
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

/** The id of the group of items without a due date; it comes after all quarters. */
const NO_QUARTER = 'none'

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
  }
}

/** The groups of items and what has come of each, by title; quarters from the first to the last. */
export function grouped(
  items: readonly Item[],
  by: Grouping,
  titleOf: (framework: string) => string,
): Group[] {
  const named = items.map((item) => ({ item, ...groupOf(item, by, titleOf) }))
  return [...groupBy(named, ({ id }) => (by === 'authority' ? nameForm(id) : id)).values()]
    .map((those) => ({
      by,
      id: those[0]?.id ?? '',
      title: those[0]?.title ?? '',
      ...tally(those.map(({ item }) => item)),
    }))
    .sort((a, b) => (by === 'quarter' ? compareText(a.id, b.id) : compareText(a.title, b.title)))
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

function groupOf(
  { framework, authority, due }: Item,
  by: Grouping,
  titleOf: (framework: string) => string,
): Pick<Group, 'id' | 'title'> {
  if (by === 'framework') return { id: framework, title: titleOf(framework) }
  if (by === 'authority') return { id: authority, title: authority }
  if (due === null) return { id: NO_QUARTER, title: 'no due date' }
  const quarter = quarterOf(due)
  return { id: quarter, title: quarterWords(quarter) }
}
