import { type Column, type Rows, spokenText, type Text } from './page.ts'

/** Rows of a page with the columns that are read, and how wide each of these wants to be. */
export type ReadRows = {
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Text[])[]
  readonly isHeaded: boolean
}

export function readRows({ columns, rows, isHeaded }: Rows): ReadRows {
  const read = columns.flatMap((column, index) => (column.isDrawn ? [] : [{ column, index }]))
  return {
    columns: read.map(({ column }) => column),
    rows: rows.map((row) => read.map(({ index }) => row[index] ?? '')),
    isHeaded,
  }
}

/** Lengths are in twentieths of a point: what is free at each side of a cell. */
export const SIDE = 85

/** How wide a bold character of Arial at 11 points is at most, by its kind. */
const NARROW = 86
const USUAL = 135
const CAPITAL = 172
const WIDE = 220

/** A longer word breaks; a longer text gets no more room than this. */
const LONGEST_WORD = 14
const LONGEST_TEXT = 80

/** The least width of a table in which its words stay whole. */
export function leastWidth(table: ReadRows): number {
  return total(table.columns.map((_, index) => leastOf(textsOf(table, index))))
}

/** The widths of columns that fill a width: each has room for its words, and those of texts share the rest by their length. */
export function widthsOf(table: ReadRows, width: number): readonly number[] {
  const all = table.columns.map((_, index) => textsOf(table, index))
  const least = all.map(leastOf)
  const spare = width - total(least)
  if (spare <= 0) return least.map((one) => Math.floor((one / total(least)) * width))
  const isNumber = (index: number) => table.columns[index]?.align === 'right'
  const lengths = all.map((texts, index) => (isNumber(index) ? 0 : lengthOf(texts)))
  return least.map((one, index) =>
    Math.floor(one + (spare * (lengths[index] ?? 0)) / total(lengths)),
  )
}

function textsOf({ columns, rows }: ReadRows, index: number): string[] {
  return [columns[index]?.name ?? '', ...rows.map((row) => spokenText(row[index] ?? ''))]
}

function leastOf(texts: readonly string[]): number {
  const words = texts.flatMap((text) => text.split(/(?<=[ -])/))
  return 2 * SIDE + words.map(drawnWidth).reduce((a, b) => Math.max(a, b), 0)
}

function drawnWidth(word: string): number {
  const characters = [...word.trimEnd()].slice(0, LONGEST_WORD)
  return total(characters.map(characterWidth))
}

function characterWidth(character: string): number {
  if (/[fijlrtI.,:;'!()/ -]/.test(character)) return NARROW
  if (/[mwMW%@]|[^ -\u024f]/.test(character)) return WIDE
  return /[A-Z]/.test(character) ? CAPITAL : USUAL
}

/** How long the texts of a column are on average, in characters. */
function lengthOf(texts: readonly string[]): number {
  return total(texts.map(({ length }) => Math.min(LONGEST_TEXT, length))) / texts.length
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0)
}
