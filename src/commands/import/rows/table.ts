import type { CsvError, Options } from 'csv-parse'

/** `line` is where the row begins, from 1; of a sheet, the number of the row. */
export type Row = { readonly line: number; readonly cells: readonly string[] }

export type Table = {
  /** The name of the sheet; null for a text. */
  readonly sheet: string | null
  readonly columns: readonly string[]
  readonly rows: readonly Row[]
}

export type BrokenTable = { readonly line: number; readonly why: string }

/** A list of inspections has some hundreds; each row may become a record, which takes its time. */
export const MAX_ROWS = 20_000

/** The line of the names, all rows, and one more by which too many are known. */
const MOST_LINES = MAX_ROWS + 2

/**
 * Reads CSV with commas, semicolons or tabs as separators, or the one that a first line like `sep=;`
 * names for Excel. Rows without any text are left out, as spreadsheets write them after the last one.
 */
export async function readTable(text: string): Promise<Table | BrokenTable> {
  const { parse, CsvError } = await import('csv-parse/sync')
  const named = SEPARATOR_LINE.exec(text)
  // Without the end of its line, so that the lines below keep their numbers.
  const rest = named ? text.slice(named[0].length) : text
  const all: Row[] = []
  let ended = 0
  const options: Options = {
    bom: true,
    delimiter: named?.[1] ?? delimiterOf(text),
    // By itself it takes the first end of a line for that of all, and rows that were added run together.
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    to: MOST_LINES,
    on_record: (cells, { lines }) => {
      ended = lines
      all.push({ line: lines - lineEndsIn(cells), cells: cells.map(unescaped) })
      return null
    },
  }
  try {
    parse(rest, options)
    return tableOf(all, null)
  } catch (failure) {
    if (failure instanceof CsvError) return { line: lineOf(failure, ended), why: whyOf(failure) }
    throw failure
  }
}

/** What Excel reads a separator from, as the first line of a file. */
const SEPARATOR_LINE = /^\uFEFF?"?sep=([,;\t|])"?(?=\r|\n)/i

/**
 * The rows of a sheet, all of one width. A title above the names of the columns, which stands in one
 * cell alone, is passed over.
 */
export function tableOfSheet(
  sheet: string,
  rows: readonly (readonly string[])[],
): Table | BrokenTable {
  const filled = rows
    .map((cells, index): Row => ({ line: index + 1, cells: cells.map(unescaped) }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .slice(0, MOST_LINES)
  const isTitle = ({ cells }: Row) => cells.filter((cell) => cell.trim() !== '').length === 1
  const head = filled.findIndex((row) => !isTitle(row))
  return tableOf(filled.slice(Math.max(head, 0)), sheet)
}

function tableOf([head, ...rows]: readonly Row[], sheet: string | null): Table | BrokenTable {
  if (!head) return { line: 1, why: 'the file is empty' }
  const columns = head.cells.map((name) => name.trim())
  const twice = columns.find((name, index) => name !== '' && columns.indexOf(name) < index)
  if (twice === undefined) return { sheet, columns, rows }
  return { line: head.line, why: `two columns are called \`${twice}\`` }
}

/** What stands between the fields: the sign that the first line has most of. */
function delimiterOf(text: string): string {
  const [line = ''] = text.replace(/^\uFEFF/, '').split(/[\r\n]/, 1)
  const bare = line.replace(/"[^"]*"/g, '')
  const count = (sign: string) => bare.split(sign).length
  return [',', ';', '\t'].reduce((most, sign) => (count(sign) > count(most) ? sign : most))
}

function lineEndsIn(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0)
}

/** Removes the apostrophe by which an export keeps spreadsheets from reading a text as a formula. */
export function unescaped(cell: string): string {
  return cell.replace(/^'(?=[=+\-@\t\r＝＋－＠])/, '')
}

/** The parser finds an unclosed quote at the end of the file, far from the row where it starts. */
function lineOf({ code, ...failure }: CsvError, ended: number): number {
  const lines = failure['lines']
  return code === 'CSV_QUOTE_NOT_CLOSED' || typeof lines !== 'number' ? ended + 1 : lines
}

function whyOf({ code, message }: CsvError): string {
  switch (code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return 'a quote opened in this row is never closed'
    case 'INVALID_OPENING_QUOTE':
      return 'there is a quote in the middle of a field: quote the whole field, and double the quote'
    case 'CSV_INVALID_CLOSING_QUOTE':
      return 'a quoted field continues after its closing quote: double the quotes within the text'
    default:
      return message
  }
}
