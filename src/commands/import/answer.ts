import type { IsoDate } from '../../calendar/day.ts'
import { type ImportAnswer, type ImportedRow, OUTCOMES } from './answer-shape.ts'
import type { Existing } from './existing.ts'
import type { Prepared } from './files.ts'
import type { Mapping } from './rows/mapping.ts'
import type { PlannedRow } from './rows/plan.ts'
import { dateOf } from './rows/row-days.ts'

export type Imported = Prepared & {
  readonly today: IsoDate
  readonly name: string
  readonly sheet: string | null
  readonly mapping: Mapping
  readonly missing: readonly string[]
  readonly existing: Existing
  readonly isDryRun: boolean
}

export function answerOf(imported: Imported): ImportAnswer {
  const { today, name, sheet, mapping, missing, existing, files, closed, isDryRun } = imported
  const rows = imported.rows.map((row) => rowOf(row, imported))
  const count = (outcome: ImportedRow['outcome']) =>
    rows.filter((row) => row.outcome === outcome).length
  const counts = OUTCOMES.map((outcome) => [outcome, count(outcome)] as const)
  return {
    today,
    complete: existing.complete,
    diagnostics: existing.diagnostics,
    file: name,
    sheet,
    mapping: { id: mapping.id, title: mapping.title },
    missingColumns: missing,
    folder: existing.into,
    isDryRun,
    summary: {
      rows: rows.length,
      ...zeroes,
      ...Object.fromEntries(counts),
      differences: rows.reduce((sum, { differences }) => sum + differences.length, 0),
      unreadCells: rows.reduce((sum, { unread }) => sum + unread.length, 0),
      closedStages: closed,
      filesToWrite: files.length,
    },
    rows,
  }
}

const zeroes = { new: 0, filled: 0, unchanged: 0, duplicate: 0, passedOver: 0, refused: 0 }

function rowOf(row: PlannedRow, { existing, remarks }: Imported): ImportedRow {
  if ('why' in row) {
    const { line, kind, authority, date, source, why, likely } = row
    return {
      ...NOTHING_MORE,
      line,
      outcome: kind,
      authority,
      date: date || null,
      source: source || null,
      why,
      likely: likely ?? null,
    }
  }
  const { kind, draft, id, of, added, differences } = row
  const ofRecord = kind === 'new' ? (remarks.get(id) ?? []) : []
  return {
    ...NOTHING_MORE,
    line: draft.line,
    outcome: kind,
    record: id,
    file: existing.fileOf(id),
    authority: draft.name.full,
    framework: draft.framework ?? null,
    date: dateOf(draft.said) ?? null,
    source: draft.said.source ?? null,
    sameAsLine: of,
    added: kind === 'new' ? [] : added,
    differences,
    remarks: [...new Set([...draft.remarks, ...ofRecord])],
    unread: draft.unread.map(({ why, likely = null }) => ({ why, likely })),
  }
}

const NOTHING_MORE = {
  record: null,
  file: null,
  framework: null,
  date: null,
  sameAsLine: null,
  added: [],
  differences: [],
  remarks: [],
  unread: [],
  why: null,
  likely: null,
}
