import type { IsoDate } from '../../calendar/day.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { FieldDifference } from './rows/compare.ts'

/** What can come of a row. */
export const OUTCOMES = [
  'new',
  'filled',
  'unchanged',
  'duplicate',
  'passedOver',
  'refused',
] as const

export type Outcome = (typeof OUTCOMES)[number]

/** A row of a file, and what came of it; null stands for what there is not. */
export type ImportedRow = {
  readonly line: number
  readonly outcome: Outcome
  readonly record: string | null
  readonly file: string | null
  readonly authority: string
  readonly framework: string | null
  /** The day of the report or of the visit, perhaps a month only. */
  readonly date: string | null
  readonly source: string | null
  /** Of a duplicate: the line of the row before it for the same inspection. */
  readonly sameAsLine: number | null
  /** The keys that a record that exists gets. */
  readonly added: readonly string[]
  readonly differences: readonly FieldDifference[]
  readonly remarks: readonly string[]
  readonly why: string | null
  readonly likely: string | null
}

/** What an import did, or would do. */
export type ImportAnswer = {
  readonly today: IsoDate
  /** False where a record that exists could not be read. */
  readonly complete: boolean
  readonly diagnostics: readonly Diagnostic[]
  readonly file: string
  readonly mapping: { readonly id: string; readonly title: string }
  readonly missingColumns: readonly string[]
  /** Where new records go. */
  readonly folder: string
  readonly isDryRun: boolean
  /** How many rows there are, and how many of each outcome: those are all of them. */
  readonly summary: Readonly<Record<Outcome, number>> & {
    readonly rows: number
    readonly differences: number
    readonly closedStages: number
    readonly filesToWrite: number
  }
  readonly rows: readonly ImportedRow[]
}
