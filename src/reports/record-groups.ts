import { type Item, isOpen, needsSomebody, type Status } from '../assessment/item.ts'
import { groupBy } from '../language/group-by.ts'
import { compareText } from '../language/text-order.ts'

/** The items of one record that stand under one heading, most urgent first; there is at least one. */
export type RecordGroup = { readonly first: Item; readonly items: readonly Item[] }

/** Records that stand together; without a name where there is nothing to tell apart. */
export type Section = { readonly name?: string; readonly records: readonly RecordGroup[] }

/** Items by their records; the record with the most urgent item goes first. */
export function byRecord(items: readonly Item[]): readonly RecordGroup[] {
  const groups = [...groupBy(items, ({ record }) => record).values()].flatMap((group) => {
    const inOrder = [...group].sort(byUrgency)
    return inOrder[0] ? [{ first: inOrder[0], items: inOrder }] : []
  })
  return groups.sort((a, b) => byRecordUrgency(a.first, b.first))
}

/**
 * Where several records have open items, those that need attention stand before all others, so that
 * no late item of one record stands below what is distant in another.
 */
export function sectionsOf(items: readonly Item[]): readonly Section[] {
  const records = byRecord(items)
  const isMixed = records.filter(({ first }) => isOpen(first)).length > 1
  if (!isMixed || !items.some(needsSomebody)) return [{ records }]
  const sections = SECTIONS.map(({ name, holds }) => ({ name, records: withOnly(records, holds) }))
  const filled = sections.filter((section) => section.records.length > 0)
  return filled.length > 1 ? filled : [{ records }]
}

const SECTIONS: readonly { readonly name: string; holds(item: Item): boolean }[] = [
  { name: 'Needs attention', holds: needsSomebody },
  { name: 'On track', holds: ({ status }) => status === 'onTrack' },
  { name: 'Waiting', holds: ({ status }) => status === 'waiting' },
  { name: 'Finished', holds: isFinished },
]

/** Whether an item is behind everybody: met, met late, closed or not required. */
export function isFinished(item: Pick<Item, 'status'>): boolean {
  return !isOpen(item) && item.status !== 'waiting'
}

function withOnly(
  records: readonly RecordGroup[],
  holds: (item: Item) => boolean,
): readonly RecordGroup[] {
  return records.flatMap(({ items }) => {
    const held = items.filter(holds)
    return held[0] ? [{ first: held[0], items: held }] : []
  })
}

function rank(item: Item): number {
  return isFinished(item) ? UNFINISHED.length : UNFINISHED.indexOf(item.status)
}

const UNFINISHED: readonly Status[] = ['overdue', 'atRisk', 'onTrack', 'waiting']

function byUrgency(a: Item, b: Item): number {
  return (
    rank(a) - rank(b) ||
    compareText(a.due ?? LAST, b.due ?? LAST) ||
    Number(a.kind === 'action') - Number(b.kind === 'action') ||
    compareText(a.id, b.id)
  )
}

/** After every date. */
const LAST = '~'

/** Records with nothing open stand by their reports, the newest first. */
function byRecordUrgency(a: Item, b: Item): number {
  if (rank(a) !== rank(b)) return rank(a) - rank(b)
  return isOpen(a)
    ? byUrgency(a, b)
    : compareText(reportDay(b), reportDay(a)) || compareText(a.record, b.record)
}

function reportDay({ background: { published, received, sent, visited } }: Item): string {
  return published ?? received ?? sent ?? visited ?? ''
}
