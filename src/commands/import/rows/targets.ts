import { groupBy } from '../../../language/group-by.ts'
import { nameKey } from '../../../records/name-key.ts'
import type { InspectionRecord } from '../../../records/record.ts'
import { type Addition, type Comparison, compare, withAdditions } from './compare.ts'
import type { RowDraft } from './draft.ts'
import { isSame } from './match.ts'
import { dateOf } from './row-days.ts'

/** An existing record. */
export type Known = { readonly id: string; readonly record: InspectionRecord }

/** The record that rows are about, existing or new. `record` and `additions` grow with each row. */
export type RowTarget = {
  /** Undefined for a new record. */
  readonly id: string | undefined
  readonly first: RowDraft
  record: InspectionRecord
  readonly additions: Addition[]
}

export type RowTargetMatch =
  | (Comparison & { readonly target: RowTarget })
  | { readonly why: string; readonly likely?: string | undefined }

/**
 * Returns a function that finds the record of a row: one of an earlier row, an existing one, or a new
 * one with `notes`.
 */
export function targetFinder(
  known: readonly Known[],
  notes: string | undefined,
): (draft: RowDraft) => RowTargetMatch {
  const existing = groupBy(known, ({ record }) => nameKey(record.authority))
  const byId = new Map(known.map((one) => [one.id, one]))
  const targets = new Map<string, RowTarget[]>()
  return (draft) => {
    const key = nameKey(draft.name.full)
    const ofKey = existing.get(key) ?? []
    const own = targets.get(key) ?? []
    targets.set(key, own)
    const there = byId.get(draft.id) ?? ofKey.find(({ record }) => isSame(record, draft))
    const [fault] = draft.unread
    if (fault && !(there && agrees(there.record, draft))) return fault
    const spelling = own[0]?.record.authority ?? spellingOf(ofKey) ?? draft.name.full
    const target =
      own.find(({ id, record }) => (there ? id === there.id : isRowOf(record, draft))) ??
      (there ? targetOf(draft, there.record, there.id) : newTarget(draft, spelling, notes))
    if ('why' in target) return target
    if (!own.includes(target)) own.push(target)
    return { target, ...grow(target, draft) }
  }
}

/**
 * Whether all that a row says of its record stands in it or is missing there: then a cell that cannot be
 * read takes nothing away from the others.
 */
function agrees(record: InspectionRecord, draft: RowDraft): boolean {
  const isOfSame = nameKey(record.authority) === nameKey(draft.name.full)
  return isOfSame && compare(record, draft).differences.length === 0
}

/** A row without an id may be of the same inspection as an earlier row. */
function isRowOf(record: InspectionRecord, draft: RowDraft): boolean {
  return draft.id === '' && isSame(record, draft)
}

/** The most frequent spelling of an authority. */
function spellingOf(known: readonly Known[]): string | undefined {
  const counts = new Map<string, number>()
  for (const { record } of known) {
    counts.set(record.authority, (counts.get(record.authority) ?? 0) + 1)
  }
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0]
}

function targetOf(first: RowDraft, record: InspectionRecord, id?: string): RowTarget {
  return { id, first, record, additions: [] }
}

function newTarget(
  draft: RowDraft,
  authority: string,
  notes: string | undefined,
): RowTarget | { readonly why: string } {
  const { framework, unclear, title, said } = draft
  if (framework === undefined) return { why: unclear }
  if (dateOf(said) === undefined) return { why: 'it has neither a visit date nor a report date' }
  return targetOf(draft, {
    authority,
    framework,
    ...(title && !said.title ? { title } : {}),
    ...(notes && !said.notes ? { notes } : {}),
  })
}

/** Adds to a record what it lacks. */
function grow(target: RowTarget, draft: RowDraft): Comparison {
  const comparison = compare(target.record, draft)
  target.record = withAdditions(target.record, comparison.additions)
  target.additions.push(...comparison.additions)
  return comparison
}
