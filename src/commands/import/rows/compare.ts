import type { InspectionRecord } from '../../../records/record.ts'
import { printable } from '../../../terminal/printable.ts'
import type { RowDraft } from './draft.ts'

/** A value that a record lacks, and its path. */
export type Addition = { readonly path: readonly string[]; readonly value: Value }

type Value = string | { readonly from: string; readonly to: string }

/** A key whose value differs between record and file. */
export type FieldDifference = {
  readonly key: string
  readonly record: string
  readonly file: string
}

export type Comparison = {
  readonly additions: readonly Addition[]
  readonly differences: readonly FieldDifference[]
}

export function compare(
  record: InspectionRecord,
  { said, framework }: Pick<RowDraft, 'said' | 'framework'>,
): Comparison {
  const { judgements = {}, submitted = {} } = said
  const texts = ['title', 'visited', 'published', 'received', 'sent', 'source', 'notes'] as const
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

/** The day of submission; a closed stage counts as different, as it is not submitted too. */
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

/** On one line, as spreadsheets lose line ends. */
function words(value: Value): string {
  return typeof value === 'string' ? printable(value).trim() : `${value.from} to ${value.to}`
}

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
