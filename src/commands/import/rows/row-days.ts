import type { IsoDate } from '../../../calendar/day.ts'
import type { InspectionRecord } from '../../../records/record.ts'
import type { Dated } from '../../../records/same-inspection.ts'
import type { CellOf, Cells } from './columns.ts'
import { isAmbiguous, monthFirst, type NoDate, readDate, readMonth } from './dates.ts'
import type { Mapping } from './mapping.ts'
import type { ColumnNames } from './mapping-columns.ts'

export type RowDays = Dated & {
  readonly submitted: Readonly<Record<string, IsoDate>>
}

export type DayTerms = {
  readonly mapping: Mapping
  readonly today: IsoDate
  /** Columns in which at least one date must have the month first. */
  readonly monthFirst: ReadonlySet<string>
}

type FieldCells = Pick<Cells, 'cell' | 'label'>

/** The days of a row, and what is wrong with the cells of which none could be read. */
export function readDays(
  cells: FieldCells,
  terms: DayTerms,
): { readonly days: RowDays; readonly unread: readonly NoDate[] } {
  const { columns, submitted = {} } = terms.mapping
  const visited = readVisit(cells, terms)
  const published = readCell(columns.published, cells, terms)
  const received = readCell(columns.received, cells, terms)
  const sent = readCell(columns.sent, cells, terms)
  const stages = Object.entries(submitted).map(
    ([stage, names]) => [stage, readCell(names, cells, terms)] as const,
  )
  const days = {
    ...visited.days,
    ...keyed('published', dateIn(published)),
    ...keyed('received', dateIn(received)),
    ...keyed('sent', dateIn(sent)),
    submitted: submittedOf(stages),
  }
  const others = [published, received, sent, ...stages.map(([, day]) => day)].filter(isFault)
  return { days, unread: [...visited.unread, ...others] }
}

function submittedOf(stages: readonly (readonly [string, Read])[]): Record<string, IsoDate> {
  const known = stages.flatMap(([stage, read]) => {
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
  { cell, label }: FieldCells,
  { mapping, today, monthFirst: turned }: DayTerms,
): Read {
  const text = cell(names)
  const [name = ''] = [names ?? ''].flat()
  if (text === '') return { date: undefined }
  if (turned.has(name) && isAmbiguous(text)) {
    const why = 'another date in this column has the month first, so this one is ambiguous'
    return { why: `${label(names)} is \`${text}\`: ${why}`, likely: undefined }
  }
  const read = readDate(text, mapping.dates, today)
  if (typeof read === 'string') return { date: read }
  return { why: `${label(names)} is \`${text}\`: ${read.why}`, likely: read.likely }
}

type Visit = {
  readonly days: Pick<InspectionRecord, 'visited'>
  readonly unread: readonly NoDate[]
}

/** A day, a range, or the month in the first field; nothing where one of the fields cannot be read. */
function readVisit(cells: FieldCells, terms: DayTerms): Visit {
  const { columns } = terms.mapping
  const month = readMonth(cells.cell(columns.visitedFrom), terms.today)
  const first = month ? { date: undefined } : readCell(columns.visitedFrom, cells, terms)
  const last = readCell(columns.visitedTo, cells, terms)
  const unread = [first, last].filter(isFault)
  if (unread.length > 0) return { days: {}, unread }
  const [from, to] = [dateIn(first), dateIn(last)]
  if (from && to && to < from) {
    const why = `the visit ends on ${to}, before it begins on ${from}`
    return { days: {}, unread: [{ why, likely: undefined }] }
  }
  if (from && to && from < to) return { days: { visited: { from, to } }, unread }
  const day = from ?? to ?? month
  return { days: day === undefined ? {} : { visited: day }, unread }
}

/** The date columns in which at least one date must have the month first. */
export function monthFirstColumns(cells: readonly CellOf[], mapping: Mapping): Set<string> {
  const { published, received, sent, visitedFrom, visitedTo } = mapping.columns
  const all = [
    published,
    received,
    sent,
    visitedFrom,
    visitedTo,
    ...Object.values(mapping.submitted ?? {}),
  ]
  const names = all.flatMap((one) => [one ?? []].flat()[0] ?? [])
  return new Set(names.filter((name) => cells.some((cell) => monthFirst(cell(name)) !== undefined)))
}

/** The day of the report, else the last day of the visit or its month. */
export function dateOf({ published, received, sent, visited }: Dated): string | undefined {
  return published ?? received ?? sent ?? (typeof visited === 'object' ? visited.to : visited)
}
