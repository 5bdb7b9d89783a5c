import type { Tone } from '../terminal/tones.ts'

/** A sheet of a spreadsheet, whose first row has the names of its columns. */
export type Sheet = {
  /** At most 31 characters, none of them one of `[]/\:*?`. */
  readonly name: string
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly (readonly SheetCell[])[]
  /** Whether its rows can be filtered by what stands in their columns. */
  readonly isTable: boolean
  /** How many columns stay in view beside the others. */
  readonly frozen: number
}

export type SheetColumn = {
  readonly name: string
  /** In characters. */
  readonly width: number
  /** Of a `day` the cells are ISO dates, of a `percent` numbers from 0 to 100. */
  readonly kind: 'text' | 'day' | 'number' | 'percent'
  /** Whether it is for people to fill in. */
  readonly isFilledIn: boolean
}

type Value = string | number | boolean | null

/** What stands in a cell; nothing stands for null. */
export type SheetCell = Value | { readonly value: Value; readonly tone: Tone | undefined }

/** What a spreadsheet calls the column at a position from 0: A, B, …, Z, AA. */
export function columnLetters(position: number): string {
  const last = String.fromCharCode('A'.charCodeAt(0) + (position % 26))
  return position < 26 ? last : columnLetters(Math.floor(position / 26) - 1) + last
}
