import { strFromU8, type Unzipped, unzipSync, zipSync } from 'fflate'
import { readSheet } from 'read-excel-file/universal'
import { columnNumber, isFarOut } from './far-out.ts'
import { sheetsIn } from './named-sheets.ts'

/** Rows of texts by their numbers less one, as a sheet has them; or why there are none, and what to do. */
export type XlsxSheet =
  | { readonly name: string; readonly rows: readonly (readonly string[])[] }
  | { readonly why: string; readonly sheets?: readonly string[] }

/** Of the parts that are read, unpacked: some times what 20,000 rows of long texts need. */
const MAX_UNPACKED = 256 * 1_048_576

/**
 * The cells of a sheet, by default the first that is shown, as texts: a day as `2024-01-12`, whatever its time of day
 * and whatever the time zone here, a formula as its result. Nothing is unpacked that is too large, or
 * that is no part of a table.
 */
export async function readXlsx(bytes: Uint8Array, named?: string): Promise<XlsxSheet> {
  const archive = unpacked(bytes)
  if ('why' in archive) return archive
  const { parts } = archive
  const why = notRead(parts)
  if (why !== undefined) return { why }
  const sheets = sheetsIn((part) => strFromU8(parts[part] ?? new Uint8Array()))
  if (sheets.length === 0) return { why: `it has no sheets; ${SAVE_AGAIN}` }
  const sheet =
    named === undefined
      ? (sheets.find(({ isShown }) => isShown) ?? sheets[0])
      : sheets.find(({ name }) => name === named)
  if (!sheet) return { why: 'it has no such sheet', sheets: sheets.map(({ name }) => name) }
  const part = parts[sheet.path]
  if (!part) return { why: `it is damaged; ${SAVE_AGAIN}` }
  const xml = strFromU8(part)
  if (isFarOut(xml)) return { why: FAR_OUT }
  try {
    const file = new Blob([new Uint8Array(zipSync(parts, { level: 0 }))])
    const rows = await readSheet(file, sheets.indexOf(sheet) + 1, { trim: false })
    return {
      name: sheet.name,
      rows: withErrors(
        rows.map((row) => row.map(cellText)),
        xml,
      ),
    }
  } catch (failure) {
    return { why: faultIn(failure) }
  }
}

type Unpacked = { readonly parts: Unzipped } | { readonly why: string }

function unpacked(bytes: Uint8Array): Unpacked {
  let size = 0
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/\.(xml|rels)$/.test(name) && !MARKS.includes(name)) return false
        size += originalSize
        if (size > MAX_UNPACKED) throw new RangeError(TOO_LARGE)
        return true
      },
    })
    return { parts }
  } catch (failure) {
    const isLarge = failure instanceof RangeError
    return { why: isLarge ? TOO_LARGE : `it is damaged; ${SAVE_AGAIN}` }
  }
}

const FAR_OUT = 'a cell of it is very far from the others: copy the rows into a new workbook'
const TOO_LARGE =
  'unpacked it would be larger than 256 MB: copy the rows that matter into a new workbook'
const SAVE_AGAIN = 'open it in a spreadsheet, and save it again as an Excel Workbook (.xlsx)'

/** Parts by which other files in a ZIP archive are known. */
const MARKS = ['mimetype', 'xl/workbook.bin']

/** Why the parts of a file are not read as sheets; undefined for those that are. */
function notRead(parts: Unzipped): string | undefined {
  if ('mimetype' in parts) return `it is an OpenDocument file, such as .ods; ${SAVE_AGAIN}`
  if ('xl/workbook.bin' in parts) return `it is a binary workbook (.xlsb); ${SAVE_AGAIN}`
  if (!('xl/workbook.xml' in parts)) return `it has no sheets; ${SAVE_AGAIN}`
  if (Object.values(parts).some(hasEndlessTag)) return `it is damaged; ${SAVE_AGAIN}`
  return undefined
}

/** In bytes; no program writes a longer tag, and the reader begins it anew with each piece of a file. */
const LONGEST_TAG = 65_536

/** Whether a tag of a part has no end, or none in sight. */
function hasEndlessTag(part: Uint8Array): boolean {
  for (let at = part.indexOf(LESS); at >= 0; ) {
    const end = part.indexOf(GREATER, at)
    if (end < 0 || end - at > LONGEST_TAG) return true
    at = part.indexOf(LESS, end)
  }
  return false
}

const [LESS, GREATER] = [0x3c, 0x3e]

function cellText(value: unknown): string {
  if (value === null) return ''
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value)
}

/**
 * The reader takes a cell for empty that shows an error such as `#REF!`, or has a formula that no
 * program has worked out yet, and nobody would know.
 */
function withErrors(rows: string[][], xml: string): string[][] {
  for (const [, letters = '', number, body = ''] of xml.matchAll(CELL_OF_FORMULA)) {
    const row = rows[Number(number) - 1]
    const column = columnNumber(letters) - 1
    const [, shown = ''] = /<(?:\w+:)?v>(#[^<]*)</.exec(body) ?? []
    const isUnknown = !/<(?:\w+:)?v\b/.test(body)
    if (row && column < row.length && (shown || isUnknown)) row[column] = shown || '#VALUE!'
  }
  return rows
}

const CELL_OF_FORMULA =
  /<(?:\w+:)?c\b[^<>]*?\br="([A-Z]+)(\d+)"[^<>]*>(<(?:\w+:)?(?:f\b|v>#)(?:(?!<\/(?:\w+:)?c>)[\s\S])*)/g

/** What the reader says of a cell, in our words. */
function faultIn(failure: unknown): string {
  const said = failure instanceof Error ? failure.message : String(failure)
  const [, row = '', column = ''] = /<c\/> at row (\d+), col (\d+)/.exec(said) ?? []
  const where =
    row === '' ? 'it is damaged' : `its row ${row}, column ${column}, has no sound value`
  return `${where}; ${SAVE_AGAIN}`
}
