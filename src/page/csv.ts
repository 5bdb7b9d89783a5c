import type { Options } from 'csv-stringify/sync'
import { printable } from '../terminal/printable.ts'

/** What stands in one field; nothing stands for null. */
export type CsvCell = string | number | boolean | null

/** Rows of fields, the first of them the names of the columns. */
type Rows = readonly (readonly CsvCell[])[]

/**
 * Rows under the names of their columns as CSV by RFC 4180, with CRLF. Texts may come from records:
 * they are inert in a terminal, and a spreadsheet takes none for a formula.
 */
export async function csv(columns: readonly string[], rows: Rows): Promise<string> {
  return delimited([columns, ...rows], { record_delimiter: 'windows' })
}

/** Rows under the names of their columns with tabs between their fields, likewise inert. */
export async function tsv(columns: readonly string[], rows: Rows): Promise<string> {
  // No field has a tab or a line end, so none needs quotes, for which the readers of TSV do not look.
  return delimited([columns, ...rows], { delimiter: '\t', quote: '', escape: '' })
}

async function delimited(rows: Rows, options: Options): Promise<string> {
  // Loaded only for these formats: no other one needs it.
  const { stringify } = await import('csv-stringify/sync')
  return stringify(
    rows.map((row) => row.map(inert)),
    { escape_formulas: true, cast: { boolean: String }, ...options },
  )
}

function inert(cell: CsvCell): CsvCell {
  return typeof cell === 'string' ? printable(cell) : cell
}
