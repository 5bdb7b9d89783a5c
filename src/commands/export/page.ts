import type { ActiveFilter } from '../../assessment/filters.ts'
import type { Item } from '../../assessment/item.ts'
import type { IsoDate } from '../../calendar/day.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { type CsvCell, csv } from '../../page/csv.ts'
import { type Formats, formatsOf } from '../../page/formats.ts'
import {
  dateText,
  heading,
  type Page,
  paragraph,
  rows,
  type Text,
  type View,
} from '../../page/page.ts'
import type { Sheet } from '../../page/sheet.ts'
import type { InspectionRecord } from '../../records/record.ts'
import { onlyWords } from '../../reports/filter-wording.ts'
import { incompleteness, STATUS_TONES, STATUS_WORDS } from '../../reports/wording.ts'

/** A record, and its stages as they stand. */
export type ExportedRecord = {
  readonly id: string
  readonly file: string
  readonly record: InspectionRecord
  readonly stages: readonly Item[]
}

export type ExportAnswer = {
  readonly today: IsoDate
  readonly filters: readonly ActiveFilter[]
  readonly complete: boolean
  readonly diagnostics: readonly Diagnostic[]
  readonly records: readonly ExportedRecord[]
}

/** The formats of `export`. What `csv` writes, `import` reads again. */
export const exportReports: Formats<ExportAnswer> = {
  csv: (answer, view) => csv(...namesAndCells(columnsFor(answer, view), answer)),
  xlsx: async (answer, view) =>
    (await import('../../page/xlsx-file.ts')).xlsxFile([sheetOf(columnsFor(answer, view), answer)]),
  ...formatsOf<ExportAnswer>(page, ({ today, filters, complete, records }) => ({
    today,
    filters,
    complete,
    records: records.map(({ id, file, record, stages }) => ({
      id,
      file,
      ...record,
      stages: stages.map(({ stage, due, status }) => ({ stage, due, status })),
    })),
  })),
}

/** A column: what it is called, and what stands in it for a record. */
type Column = readonly [name: string, cell: (one: ExportedRecord) => CsvCell | undefined]

/**
 * One row for each record. The columns up to the notes are what `import` reads, under the names of the
 * keys; the columns after them are for information only.
 */
function columnsFor({ records }: ExportAnswer, { quiet, verbose }: View): readonly Column[] {
  return [
    ...OWN,
    ...judgementsOf(records).map(
      (name): Column => [`judgements.${name}`, ({ record }) => record.judgements?.[name]],
    ),
    ...stagesOf(records).map(
      (id): Column => [`${id}.submitted`, ({ record }) => record.plan?.[id]?.submitted],
    ),
    ['notes', ({ record }) => record.notes],
    ...(quiet ? [] : derivedColumns(records)),
    ...(verbose ? [['file', ({ file }) => file] satisfies Column] : []),
  ]
}

/** The first row says so if the records are not complete. */
function namesAndCells(
  columns: readonly Column[],
  answer: ExportAnswer,
): [names: string[], rows: CsvCell[][]] {
  const warning = incompleteness(answer)
  const rows = answer.records.map((one) => columns.map(([, cell]) => cell(one) ?? null))
  const first = columns.map((_, index) => ['', warning ?? null][index] ?? null)
  return [columns.map(([name]) => name), warning ? [first, ...rows] : rows]
}

function sheetOf(columns: readonly Column[], answer: ExportAnswer): Sheet {
  const [names, rows] = namesAndCells(columns, answer)
  return {
    name: 'Records',
    columns: names.map((name) => ({
      name,
      width: WIDE.has(name) ? 36 : 16,
      kind: DAYS.test(name) ? 'day' : 'text',
      isFilledIn: !/^record$|^areas|\.(due|status)$|^file$/.test(name),
    })),
    rows,
    isTable: true,
    frozen: 1,
  }
}

const WIDE = new Set(['title', 'source', 'notes'])
const DAYS = /^(visited(From|To)|published|received|sent)$|\.(submitted|due)$/

const OWN: readonly Column[] = [
  ['record', ({ id }) => id],
  ['authority', ({ record }) => record.authority],
  ['framework', ({ record }) => record.framework],
  ['title', ({ record }) => record.title],
  [
    'visitedFrom',
    ({ record: { visited } }) => (typeof visited === 'object' ? visited.from : visited),
  ],
  ['visitedTo', ({ record: { visited } }) => (typeof visited === 'object' ? visited.to : null)],
  ['published', ({ record }) => record.published],
  ['received', ({ record }) => record.received],
  ['sent', ({ record }) => record.sent],
  ['source', ({ record }) => record.source],
]

/** What follows from the rest, and is not read again. */
function derivedColumns(records: readonly ExportedRecord[]): Column[] {
  const stageOf = ({ stages }: ExportedRecord, id: string) =>
    stages.find(({ stage }) => stage === id)
  return [
    ['areasForPriorityAction', ({ record }) => record.areasForPriorityAction?.length],
    ...stagesOf(records).flatMap((id): Column[] => [
      [`${id}.due`, (one) => stageOf(one, id)?.due],
      [`${id}.status`, (one) => stageOf(one, id)?.status],
    ]),
  ]
}

function judgementsOf(records: readonly ExportedRecord[]): string[] {
  return [...new Set(records.flatMap(({ record }) => Object.keys(record.judgements ?? {})))]
}

function stagesOf(records: readonly ExportedRecord[]): string[] {
  return [...new Set(records.flatMap(({ stages }) => stages.flatMap(({ stage }) => stage ?? [])))]
}

function page(answer: ExportAnswer, { quiet, verbose }: View): Page {
  const warning = incompleteness(answer)
  return [
    ...(warning ? [paragraph({ text: warning, tone: 'bad' as const })] : []),
    ...(quiet ? [] : [heading(`Records (${answer.records.length})${onlyWords(answer)}`)]),
    rows(
      [{ name: '' }, { name: '' }, { name: 'published' }],
      answer.records.map(({ id, record }): Text[] => [
        { text: id, tone: 'strong' },
        record.authority,
        record.published ? dateText(record.published) : '',
      ]),
    ),
    ...(verbose
      ? [
          heading('Stages'),
          rows(
            2,
            answer.records.flatMap(({ stages }) => stages.map(stageLine)),
          ),
        ]
      : []),
  ]
}

function stageLine({ id, status }: Item): Text[] {
  return [id, { text: STATUS_WORDS[status], tone: STATUS_TONES[status] }]
}
