import type { IsoDate } from '../../calendar/day.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { FieldDifference } from './rows/compare.ts'

export const OUTCOMES = [
  'new',
  'filled',
  'unchanged',
  'duplicate',
  'passedOver',
  'refused',
] as const

export type Outcome = (typeof OUTCOMES)[number]

/** A row and its outcome; null where there is no value. */
export type ImportedRow = {
  readonly line: number
  readonly outcome: Outcome
  readonly record: string | null
  readonly file: string | null
  readonly authority: string
  readonly framework: string | null
  /** The day of the report or the visit, or its month. */
  readonly date: string | null
  readonly source: string | null
  /** Of a duplicate: the line of the first row for the same inspection. */
  readonly sameAsLine: number | null
  /** The keys added to an existing record. */
  readonly added: readonly string[]
  readonly differences: readonly FieldDifference[]
  readonly remarks: readonly string[]
  /** The cells that could not be read, though the rest of the row was used. */
  readonly unread: readonly { readonly why: string; readonly likely: string | null }[]
  readonly why: string | null
  readonly likely: string | null
}

export type ImportAnswer = {
  readonly today: IsoDate
  /** False where an existing record could not be read. */
  readonly complete: boolean
  readonly diagnostics: readonly Diagnostic[]
  readonly file: string
  /** The name of the sheet; null for a text. */
  readonly sheet: string | null
  readonly mapping: { readonly id: string; readonly title: string }
  readonly missingColumns: readonly string[]
  /** The folder of new records. */
  readonly folder: string
  readonly isDryRun: boolean
  /** The number of rows, in total and by outcome. */
  readonly summary: Readonly<Record<Outcome, number>> & {
    readonly rows: number
    readonly differences: number
    readonly unreadCells: number
    readonly closedStages: number
    readonly filesToWrite: number
  }
  readonly rows: readonly ImportedRow[]
}
