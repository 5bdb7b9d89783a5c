import type { InspectionRecord } from '../../../records/record.ts'
import { printable } from '../../../terminal/printable.ts'
import type { RowDraft } from './draft.ts'

/** A value that a record lacks, and where it belongs. */
export type Addition = { readonly path: readonly string[]; readonly value: Value }

type Value = string | { readonly from: string; readonly to: string }

/** What a record and a row of a file say differently. */
export type FieldDifference = {
  readonly key: string
  readonly record: string
  readonly file: string
}

export type Comparison = {
  readonly additions: readonly Addition[]
  readonly differences: readonly FieldDifference[]
}

/** What a record lacks of what a row says, and what the two say differently. */
export function compare(
  record: InspectionRecord,
  { said, framework }: Pick<RowDraft, 'said' | 'framework'>,
): Comparison {
  const { judgements = {}, submitted = {} } = said
  const texts = ['title', 'visited', 'published', 'received', 'source', 'notes'] as const
  const parts = [
    one(['framework'], record.framework, framework),
    ...texts.map((key) => one([key], record[key], said[key])),
    ...Object.entries(judgements).map(([name, value]) =>
      one(['judgements', name], record.judgements?.[name], value),
    ),
    ...Object.entries(submitted).map(([stage, day]) =>
      one(['plan', stage, 'submitted'], sentOf(record, stage), day),
    ),
  ]
  return {
    additions: parts.flatMap(({ additions }) => additions),
    differences: parts.flatMap(({ differences }) => differences),
  }
}

/** The day of submission, or what is said in its place: a closed stage is not submitted as well. */
function sentOf({ plan = {} }: InspectionRecord, stage: string): string | undefined {
  const { submitted, closed } = plan[stage] ?? {}
  return submitted ?? (closed && `closed on ${closed.on}`)
}

function one(path: readonly string[], own: Value | undefined, file: Value | undefined): Comparison {
  if (file === undefined) return { additions: [], differences: [] }
  if (own === undefined) return { additions: [{ path, value: file }], differences: [] }
  const [record, row] = [words(own), words(file)]
  const difference = { key: path.join('.'), record, file: row }
  return { additions: [], differences: record === row ? [] : [difference] }
}

/** A value in one line; a spreadsheet keeps no line ends. */
function words(value: Value): string {
  return typeof value === 'string' ? printable(value).trim() : `${value.from} to ${value.to}`
}

/** A record with values that it lacked. */
export function withAdditions(
  record: InspectionRecord,
  additions: readonly Addition[],
): InspectionRecord {
  return additions.reduce(withAddition, record)
}

function withAddition(record: InspectionRecord, { path, value }: Addition): InspectionRecord {
  return { ...record, ...set(record, path, value) }
}

function set(map: object, [key = '', ...rest]: readonly string[], value: Value): object {
  const inner: unknown = Object.entries(map).find(([name]) => name === key)?.[1]
  const below = typeof inner === 'object' && inner !== null ? inner : {}
  return { ...map, [key]: rest.length === 0 ? value : set(below, rest, value) }
}
