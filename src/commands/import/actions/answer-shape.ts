import type { IsoDate } from '../../../calendar/day.ts'
import type { Diagnostic } from '../../../diagnostics/diagnostic.ts'
import type { ActionField } from './action-mapping.ts'

export const CELL_OUTCOMES = ['added', 'changed', 'pending', 'refused'] as const

export const ROW_OUTCOMES = ['new', 'changed', 'unchanged', 'refused'] as const

/** A cell that asks for something, and what came of it. */
export type ImportedCell = {
  readonly field: ActionField
  /** The name of its column, with the cell of a sheet. */
  readonly label: string
  /** `pending`: it would change what is recorded. */
  readonly outcome: (typeof CELL_OUTCOMES)[number]
  /** What the record says in its place; null where that is nothing. */
  readonly record: string | null
  readonly sheet: string | null
  /** Of a refused one: the cause, and what to do. */
  readonly why: string | null
}

export type ImportedAction = {
  readonly line: number
  /** The id of the item; null where the row has none. */
  readonly item: string | null
  readonly outcome: (typeof ROW_OUTCOMES)[number]
  readonly cells: readonly ImportedCell[]
  /** Of a refused row: the cause, and what to do. */
  readonly why: string | null
}

export type ActionsImport = {
  readonly today: IsoDate
  /** False where a record could not be read. */
  readonly complete: boolean
  readonly diagnostics: readonly Diagnostic[]
  readonly file: string
  /** The name of the sheet; null for a text. */
  readonly sheet: string | null
  readonly mapping: { readonly id: string; readonly title: string }
  readonly isDryRun: boolean
  /** The columns that hold something, and are not read. */
  readonly unreadColumns: readonly string[]
  /** The number of rows by outcome, of cells by outcome, and of files. */
  readonly summary: {
    readonly rows: Readonly<Record<ImportedAction['outcome'], number>>
    readonly cells: Readonly<Record<ImportedCell['outcome'], number>>
    readonly filesToWrite: number
  }
  readonly rows: readonly ImportedAction[]
}
