import type { IsoDate } from '../../../calendar/day.ts'
import type { InspectionRecord } from '../../../records/record.ts'
import type { CellOf } from './columns.ts'
import { isAmbiguous, monthFirst, type NoDate, readDate } from './dates.ts'
import type { Mapping } from './mapping.ts'
import type { ColumnNames } from './mapping-columns.ts'

export type RowDays = Pick<InspectionRecord, 'visited' | 'published' | 'received'> & {
  readonly submitted: Readonly<Record<string, IsoDate>>
}

export type DayTerms = {
  readonly mapping: Mapping
  readonly today: IsoDate
  /** Columns in which at least one date must have the month first. */
  readonly monthFirst: ReadonlySet<string>
}

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/

export function readDays(cell: CellOf, terms: DayTerms): RowDays | NoDate {
  const { columns, submitted = {} } = terms.mapping
  const from = MONTH.test(cell(columns.visitedFrom))
    ? { date: undefined }
    : readCell(columns.visitedFrom, cell, terms)
  const to = readCell(columns.visitedTo, cell, terms)
  const published = readCell(columns.published, cell, terms)
  const received = readCell(columns.received, cell, terms)
  const sent = Object.entries(submitted).map(
    ([stage, names]) => [stage, readCell(names, cell, terms)] as const,
  )
  const faulty = [from, to, published, received, ...sent.map(([, day]) => day)].find(isFault)
  if (faulty) return faulty
  const visited = visit(dateIn(from), dateIn(to), cell(columns.visitedFrom))
  if (visited && 'why' in visited) return { ...visited, likely: undefined }
  return {
    ...visited,
    ...keyed('published', dateIn(published)),
    ...keyed('received', dateIn(received)),
    submitted: submittedOf(sent),
  }
}

function submittedOf(sent: readonly (readonly [string, Read])[]): Record<string, IsoDate> {
  const known = sent.flatMap(([stage, read]) => {
    const day = dateIn(read)
    return day === undefined ? [] : [[stage, day] as const]
  })
  return Object.fromEntries(known)
}

type Read = { readonly date: IsoDate | undefined } | NoDate

function isFault(read: Read): read is NoDate {
  return 'why' in read
}

function dateIn(read: Read): IsoDate | undefined {
  return 'date' in read ? read.date : undefined
}

function keyed<K extends string>(key: K, date: IsoDate | undefined) {
  return date === undefined ? {} : { [key]: date }
}

function readCell(
  names: ColumnNames | undefined,
  cell: CellOf,
  { mapping, today, monthFirst: turned }: DayTerms,
): Read {
  const text = cell(names)
  const [name = ''] = [names ?? ''].flat()
  if (text === '') return { date: undefined }
  if (turned.has(name) && isAmbiguous(text)) {
    const why = 'another date in this column has the month first, so this one is ambiguous'
    return { why: `${name} is \`${text}\`: ${why}`, likely: undefined }
  }
  const read = readDate(text, mapping.dates, today)
  if (typeof read === 'string') return { date: read }
  return { why: `${name} is \`${text}\`: ${read.why}`, likely: read.likely }
}

/** A day, a range, or the month in the first field. */
function visit(
  from: IsoDate | undefined,
  to: IsoDate | undefined,
  written: string,
): Pick<InspectionRecord, 'visited'> | { readonly why: string } {
  if (from && to && to < from)
    return { why: `the visit ends on ${to}, before it begins on ${from}` }
  if (from && to && from < to) return { visited: { from, to } }
  const day = from ?? to ?? (MONTH.test(written) ? written : undefined)
  return day === undefined ? {} : { visited: day }
}

/** The date columns in which at least one date must have the month first. */
export function monthFirstColumns(cells: readonly CellOf[], mapping: Mapping): Set<string> {
  const { published, received, visitedFrom, visitedTo } = mapping.columns
  const all = [
    published,
    received,
    visitedFrom,
    visitedTo,
    ...Object.values(mapping.submitted ?? {}),
  ]
  const names = all.flatMap((one) => [one ?? []].flat()[0] ?? [])
  return new Set(names.filter((name) => cells.some((cell) => monthFirst(cell(name)) !== undefined)))
}

export type Dated = Pick<InspectionRecord, 'visited' | 'published' | 'received'>

/** The day of the report, else the last day of the visit or its month. */
export function dateOf({ published, received, visited }: Dated): string | undefined {
  return published ?? received ?? (typeof visited === 'object' ? visited.to : visited)
}
