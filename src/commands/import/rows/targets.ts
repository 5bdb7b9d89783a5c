import type { InspectionRecord } from '../../../records/record.ts'
import { type Addition, type Comparison, compare, withAdditions } from './compare.ts'
import type { RowDraft } from './draft.ts'
import { isSame } from './match.ts'
import { nameKey } from './names.ts'
import { dateOf } from './row-days.ts'

/** A record that exists. */
export type Known = { readonly id: string; readonly record: InspectionRecord }

/** A record that rows are about: one that exists, or one that they make. It grows by them. */
export type RowTarget = {
  /** Undefined for a record that is to be made. */
  readonly id: string | undefined
  readonly first: RowDraft
  record: InspectionRecord
  readonly additions: Addition[]
}

/** What a row is about, and what it has to say of it; or why it can be about nothing. */
export type RowTargetMatch =
  | (Comparison & { readonly target: RowTarget })
  | { readonly why: string }

/**
 * A function that finds what each row is about: a row before it, a record that exists, or a new one,
 * which it makes; `notes` are those of a new one.
 */
export function targetFinder(
  known: readonly Known[],
  notes: string | undefined,
): (draft: RowDraft) => RowTargetMatch {
  const existing = grouped(known)
  const byId = new Map(known.map((one) => [one.id, one]))
  const targets = new Map<string, RowTarget[]>()
  return (draft) => {
    const key = nameKey(draft.name.full)
    const ofKey = existing.get(key) ?? []
    const own = targets.get(key) ?? []
    targets.set(key, own)
    const there = byId.get(draft.id) ?? ofKey.find(({ record }) => isSame(record, draft))
    const spelling = own[0]?.record.authority ?? spellingOf(ofKey) ?? draft.name.full
    const target =
      own.find(({ id, record }) => (there ? id === there.id : isRowOf(record, draft))) ??
      (there ? targetOf(draft, there.record, there.id) : newTarget(draft, spelling, notes))
    if ('why' in target) return target
    if (!own.includes(target)) own.push(target)
    return { target, ...grow(target, draft) }
  }
}

/** A row that gives no id can be of an inspection that an earlier row makes a record of. */
function isRowOf(record: InspectionRecord, draft: RowDraft): boolean {
  return draft.id === '' && isSame(record, draft)
}

function grouped(known: readonly Known[]): Map<string, Known[]> {
  const groups = new Map<string, Known[]>()
  for (const one of known) {
    const key = nameKey(one.record.authority)
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return groups
}

/** The spelling that most records of an authority have. */
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
  if (dateOf(said) === undefined)
    return { why: 'it has neither a day of the visit nor one of the report' }
  return targetOf(draft, {
    authority,
    framework,
    ...(title && !said.title ? { title } : {}),
    ...(notes && !said.notes ? { notes } : {}),
  })
}

/** Gives a record what a row has and it lacks. */
function grow(target: RowTarget, draft: RowDraft): Comparison {
  const comparison = compare(target.record, draft)
  target.record = withAdditions(target.record, comparison.additions)
  target.additions.push(...comparison.additions)
  return comparison
}
