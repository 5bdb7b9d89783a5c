import { groupBy } from '../../../language/group-by.ts'
import { editedRecord } from '../../../records/edited-record.ts'
import { MAX_BYTES } from '../../../workspace/read-records.ts'
import type { Edited } from '../../../yaml/edit/edited.ts'
import type { ImportFile } from '../files.ts'
import type { ImportedAction, ImportedCell } from './answer-shape.ts'
import { type Batch, beginBatch, cellsFor, type DoneRow } from './batch.ts'
import type { AskingRow, PlannedAction } from './plan-rows.ts'
import type { SheetTerms } from './terms.ts'

export type Applied = {
  readonly files: readonly ImportFile[]
  readonly rows: readonly ImportedAction[]
}

/** The texts of the records as rows ask for them, and what came of each row. */
export function applyRows(planned: readonly PlannedAction[], terms: SheetTerms): Applied {
  const asking = planned.filter((row): row is AskingRow => 'one' in row)
  const records = [...groupBy(asking, ({ one }) => one.reading.file).values()]
  const applied = records.map((rows, index) => {
    terms.host.progress(index, records.length)
    return applyToRecord(rows, terms)
  })
  if (records.length > 0) terms.host.progress(records.length, records.length)
  const done = new Map(applied.flatMap(({ rows }) => rows))
  return {
    files: applied.flatMap(({ file }) => file ?? []),
    rows: planned.map((row) => outcomeOf(row, done.get(row))),
  }
}

type AppliedRecord = {
  readonly file?: ImportFile
  readonly rows: readonly (readonly [PlannedAction, DoneRow])[]
}

function applyToRecord(rows: readonly AskingRow[], terms: SheetTerms): AppliedRecord {
  const { file = '', id = '' } = rows[0]?.one.reading ?? {}
  const content = terms.host.read(file, MAX_BYTES)
  const before = 'text' in content ? content.text : ''
  const batch = beginBatch(before, file)
  if (!batch)
    return { rows: rows.map((row) => [row, failed(row, 'its record can no longer be read')]) }
  const all = rows.map((row) => [row, cellsFor(row, batch, terms)] as const)
  const changes = all.flatMap(([, done]) => done.changes)
  if (changes.length === 0) return { rows: all }
  const edited = editedRecord(before, { file, id }, changes, terms.workspace.stagesOf)
  if (!('text' in edited)) return applyEach(rows, before, terms)
  return { file: { file, text: edited.text, before }, rows: all }
}

/** Row by row, where one of them keeps the others from being written. */
function applyEach(rows: readonly AskingRow[], before: string, terms: SheetTerms): AppliedRecord {
  const { file = '', id = '' } = rows[0]?.one.reading ?? {}
  let text = before
  const all = rows.map((row): readonly [PlannedAction, DoneRow] => {
    const batch: Batch | undefined = beginBatch(text, file)
    const done = batch && cellsFor(row, batch, terms)
    if (!done || done.changes.length === 0)
      return [row, done ?? failed(row, 'its record cannot be read')]
    const edited = editedRecord(text, { file, id }, done.changes, terms.workspace.stagesOf)
    if (!('text' in edited)) return [row, failed(row, obstacleIn(edited))]
    text = edited.text
    return [row, done]
  })
  return { rows: all, ...(text === before ? {} : { file: { file, text, before } }) }
}

function obstacleIn(edited: Exclude<Edited, { readonly text: string }>): string {
  if ('diagnostics' in edited) {
    return `the record would be invalid: ${edited.diagnostics[0]?.message ?? ''}`
  }
  const { because, place } = edited.obstacle
  return `${because}: make the change by hand in ${place.file}:${place.line}`
}

function failed({ asks }: AskingRow, why: string): DoneRow {
  const cells = asks.map((ask): ImportedCell => {
    const { field, label } = ask
    return {
      field,
      label,
      outcome: 'refused',
      record: null,
      sheet: null,
      why: 'why' in ask ? ask.why : why,
    }
  })
  return { cells, changes: [], id: null }
}

function outcomeOf(row: PlannedAction, done: DoneRow | undefined): ImportedAction {
  const { line } = row
  if ('why' in row) return { line, item: row.item, outcome: 'refused', cells: [], why: row.why }
  const { cells = [], id = null } = done ?? {}
  const isWritten = cells.some(({ outcome }) => outcome === 'added' || outcome === 'changed')
  const isNew = row.item === null
  const outcome = isWritten ? (isNew ? 'new' : 'changed') : isNew ? 'refused' : 'unchanged'
  return { line, item: row.item ?? id, outcome, cells, why: null }
}
