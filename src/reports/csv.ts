import { printable } from '../terminal/printable.ts'

/** What stands in one field; nothing stands for null. */
export type CsvCell = string | number | boolean | null

/**
 * Rows under the names of their columns as CSV by RFC 4180, with CRLF. Texts may come from records:
 * they are inert in a terminal, and a spreadsheet takes none for a formula.
 */
export async function csv(
  columns: readonly string[],
  rows: readonly (readonly CsvCell[])[],
): Promise<string> {
  // Loaded only for this format: no other one needs it.
  const { stringify } = await import('csv-stringify/sync')
  return stringify(
    [columns, ...rows].map((row) => row.map(inert)),
    { record_delimiter: 'windows', escape_formulas: true, cast: { boolean: String } },
  )
}

function inert(cell: CsvCell): CsvCell {
  return typeof cell === 'string' ? printable(cell) : cell
}
