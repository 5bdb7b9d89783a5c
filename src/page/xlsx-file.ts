import { unzipSync, zipSync } from 'fflate'
import writeXlsxFile, {
  type CellObject,
  type Sheet as WrittenSheet,
} from 'write-excel-file/universal'
import { dayOf, type IsoDate, MILLISECONDS, readIsoDate } from '../calendar/day.ts'
import { cut, printable } from '../terminal/printable.ts'
import type { Tone } from '../terminal/tones.ts'
import { columnLetters, type Sheet, type SheetCell, type SheetColumn } from './sheet.ts'

/**
 * Sheets as an .xlsx file, the first of them the one that is open. The heading row stays in view and has
 * a filter. Days are days for a spreadsheet, whatever its time zone; a text is never a formula. The same
 * sheets give the same bytes.
 */
export async function xlsxFile(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const more = { transform: withFilter(sheets), transformElementAttributes: withHeight(sheets) }
  const features = [{ files: { transform: { [SHEET]: more } } }]
  const blob = await writeXlsxFile(sheets.map(written), { ...FONT, features }).toBlob()
  const parts = unzipSync(new Uint8Array(await blob.arrayBuffer()))
  // Otherwise each part has the time at which it was written.
  return zipSync(parts, { mtime: new Date(1980, 0, 1) })
}

const SHEET = 'xl/worksheets/sheet{id}.xml'
const FONT = { fontFamily: 'Calibri', fontSize: 11 }

function written({ name, columns, rows, frozen }: Sheet): WrittenSheet<Blob> {
  return {
    sheet: name,
    orientation: 'landscape',
    stickyRowsCount: 1,
    ...(frozen > 0 ? { stickyColumnsCount: frozen } : {}),
    columns: columns.map(({ width }) => ({ width })),
    data: [columns.map(headingCell), ...rows.map((row) => columns.map(cellIn(row)))],
  }
}

function headingCell({ name, isFilledIn }: SheetColumn): CellObject {
  return {
    value: name,
    type: String,
    fontWeight: 'bold',
    textColor: '#FFFFFF',
    backgroundColor: isFilledIn ? '#1D70B8' : '#505A5F',
    alignVertical: 'center',
    wrap: true,
  }
}

function cellIn(row: readonly SheetCell[]) {
  return ({ kind }: SheetColumn, index: number): CellObject => {
    const cell = row[index] ?? null
    const { value, tone } =
      typeof cell === 'object' && cell ? cell : { value: cell, tone: undefined }
    return { ...valued(value, kind), ...(tone ? SHADES[tone] : {}), alignVertical: 'top' }
  }
}

/** An empty cell has the format of its column, for what somebody types there. */
function valued(value: string | number | boolean | null, kind: SheetColumn['kind']): CellObject {
  if (value === null) return FORMATS[kind]
  if (typeof value === 'number') {
    return kind === 'percent' ? { value: value / 100, ...PERCENT } : { value, ...NUMBER }
  }
  const date = kind === 'day' && typeof value === 'string' ? readIsoDate(value) : undefined
  return typeof date === 'string'
    ? { value: utcDay(date), ...DAY }
    : { value: cellText(String(value)), ...TEXT }
}

/** Named months are read alike on both sides of the Atlantic, and come back so from a CSV file. */
const DAY = { type: Date, format: 'd mmm yyyy', align: 'left' } as const
const PERCENT = { type: Number, format: '0%', align: 'left' } as const
const NUMBER = { type: Number, align: 'left' } as const
/** As text, a cell that begins with `=` is none even after somebody has edited it. */
const TEXT = { type: String, format: '@', wrap: true } as const

const FORMATS = { day: DAY, percent: PERCENT, number: NUMBER, text: TEXT }

function utcDay(date: IsoDate): Date {
  return new Date(dayOf(date) * MILLISECONDS)
}

/** What a cell of Excel can hold, in UTF-16 units. */
const LONGEST = 32_767

/** Excel takes `_x0041_` in a text for the letter A. */
function cellText(text: string): string {
  return cut(printable(text), LONGEST).replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
}

/** Black on them can be read, and so can they in print. */
const SHADES: Readonly<Record<Tone, CellObject>> = {
  strong: { fontWeight: 'bold' },
  faint: { textColor: '#505A5F' },
  bad: { backgroundColor: '#F6D2CC', fontWeight: 'bold' },
  risky: { backgroundColor: '#FFE3A8', fontWeight: 'bold' },
  good: { backgroundColor: '#CFE8D8' },
  open: { backgroundColor: '#D6E6F2' },
}

type InSheet = { readonly sheetIndex: number }
type Attributes = Record<string, string | number>

/**
 * How high a row is, so that all of its texts are seen: programs differ in whether they work it out. It
 * is not said to be fixed, so that a row grows with what is typed into it.
 */
function withHeight(sheets: readonly Sheet[]) {
  return (
    tag: string,
    attributes: Attributes,
    index: number | undefined,
    _options: unknown,
    { sheetIndex }: InSheet,
  ): Attributes => {
    if (tag !== 'row' || index === undefined) return attributes
    const { columns = [], rows = [] } = sheets[sheetIndex] ?? {}
    const row = rows[index - 1] ?? columns.map(({ name }) => name)
    const lines = Math.max(1, ...row.map((cell, at) => linesOf(cell, columns[at]?.width ?? 1)))
    return { ...attributes, ht: Math.min(lines * LINE, HIGHEST) }
  }
}

/** In points, of which Excel allows a row no more than 409. */
const LINE = 15
const HIGHEST = 405

function linesOf(cell: SheetCell, width: number): number {
  const value = typeof cell === 'object' && cell ? cell.value : cell
  // Words do not fill a line to its end.
  const { length } = typeof value === 'string' ? value : ''
  return length <= width ? 1 : Math.ceil((length * 1.15) / width)
}

/** The library has no filters: what follows the cells of a sheet begins with its filter. */
function withFilter(sheets: readonly Sheet[]) {
  return (xml: string, _options: unknown, { sheetIndex }: InSheet) => {
    const { columns = [], rows = [], isTable = false } = sheets[sheetIndex] ?? {}
    if (!isTable) return xml
    const ref = `A1:${columnLetters(columns.length - 1)}${rows.length + 1}`
    return xml.replace('</sheetData>', `</sheetData><autoFilter ref="${ref}"/>`)
  }
}
