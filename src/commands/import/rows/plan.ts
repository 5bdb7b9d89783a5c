import type { Addition, FieldDifference } from './compare.ts'
import type { RejectedRow, RowDraft } from './draft.ts'
import { idFor, isSafeId } from './ids.ts'
import type { Mapping } from './mapping.ts'
import { dateOf } from './row-days.ts'
import { type Known, type RowTarget, type RowTargetMatch, targetFinder } from './targets.ts'

export type ExistingRecords = {
  readonly known: readonly Known[]
  /** Ids of unreadable records, in lower case. */
  readonly unreadable: ReadonlySet<string>
  /** Whether an id, in lower case, is taken. */
  isTaken(id: string): boolean
}

export type Plan = {
  readonly made: readonly Made[]
  readonly filled: readonly Filled[]
  readonly rows: readonly PlannedRow[]
}

/** A new record. */
export type Made = Known & { readonly draft: RowDraft }

/** An existing record with gaps to fill. */
export type Filled = Known & { readonly additions: readonly Addition[] }

export type PlannedRow = RejectedRow | TakenRow

export type TakenRow = {
  readonly kind: 'new' | 'filled' | 'unchanged' | 'duplicate'
  readonly draft: RowDraft
  readonly id: string
  /** For a duplicate: the line of the first row of the same inspection. */
  readonly of: number | null
  readonly added: readonly string[]
  readonly differences: readonly FieldDifference[]
}

/** The plan of an import. Values that a record already has are never changed. */
export function planOf(
  rows: readonly (RowDraft | RejectedRow)[],
  mapping: Mapping,
  existing: ExistingRecords,
): Plan {
  const find = targetFinder(existing.known, mapping.notes)
  const found = rows.map((row) => ({ row, found: 'kind' in row ? row : find(row) }))
  const targets = [
    ...new Set(found.flatMap((one) => ('target' in one.found ? [one.found.target] : []))),
  ]
  const ids = idsFor(targets, mapping, existing)
  return {
    rows: found.map((one) => ('kind' in one.row ? one.row : plannedRow(one.row, one.found, ids))),
    made: targets.flatMap(({ id, record, first }) => {
      const own = ids.get(first)
      return id === undefined && typeof own === 'string' ? [{ id: own, record, draft: first }] : []
    }),
    filled: targets.flatMap(({ id, record, additions }) =>
      id === undefined || additions.length === 0 ? [] : [{ id, record, additions }],
    ),
  }
}

/** Ids by the first row of each inspection, or why there is none. */
type Ids = ReadonlyMap<RowDraft, string | { readonly why: string }>

/** New records get ids in the order of their dates, whatever the order of rows. */
function idsFor(targets: readonly RowTarget[], mapping: Mapping, existing: ExistingRecords): Ids {
  const ids = new Map<RowDraft, string | { why: string }>()
  const given = new Set<string>()
  const taken = { has: (id: string) => given.has(id) || existing.isTaken(id) }
  for (const target of [...targets].sort(byDate)) {
    const id = target.id ?? newId(target, mapping, existing, taken)
    ids.set(target.first, id)
    if (typeof id === 'string') given.add(id.toLowerCase())
  }
  return ids
}

/** Rows with an id first, then by date and line. */
function byDate(a: RowTarget, b: RowTarget): number {
  const order = ({ first, record }: RowTarget) => `${first.id === ''} ${dateOf(record)}`
  return order(a) === order(b) ? a.first.line - b.first.line : order(a) < order(b) ? -1 : 1
}

function newId(
  { first, record }: RowTarget,
  { ids }: Mapping,
  { unreadable }: ExistingRecords,
  taken: { has(id: string): boolean },
): string | { why: string } {
  const { id, name } = first
  if (id !== '' && !isSafeId(id)) return { why: `\`${id}\` is not a valid record id` }
  const free = { has: (one: string) => taken.has(one) && !unreadable.has(one) }
  const wanted = id || idFor(ids, record, name.short, free)
  if (wanted === undefined) return { why: 'no id can be derived from its name and date' }
  if (unreadable.has(wanted.toLowerCase())) {
    return { why: `the record \`${wanted}\` has errors and may be of the same inspection` }
  }
  return taken.has(wanted.toLowerCase()) ? { why: `the id \`${wanted}\` is taken` } : wanted
}

function plannedRow(draft: RowDraft, found: RowTargetMatch | RejectedRow, ids: Ids): PlannedRow {
  if ('why' in found) return rejectedRow(draft, found.why, found.likely)
  const { target, additions, differences } = found
  const id = ids.get(target.first)
  if (typeof id !== 'string') return rejectedRow(draft, id?.why ?? '')
  const isFirst = target.first === draft
  const kind = !isFirst
    ? 'duplicate'
    : target.id === undefined
      ? 'new'
      : additions.length > 0
        ? 'filled'
        : 'unchanged'
  const added = additions.map(({ path }) => path.join('.'))
  return { kind, draft, id, of: isFirst ? null : target.first.line, added, differences }
}

/** A readable row that is refused. */
export function rejectedRow(
  { line, name, said }: RowDraft,
  why: string,
  likely?: string,
): RejectedRow {
  const { full: authority } = name
  const { source = '' } = said
  const date = dateOf(said) ?? ''
  return { line, authority, date, source, kind: 'refused', why, likely }
}
