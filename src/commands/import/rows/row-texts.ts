import { printable } from '../../../terminal/printable.ts'
import type { Cells } from './columns.ts'
import type { Mapping } from './mapping.ts'

export type RowTexts = {
  readonly authority: string
  readonly title: string
  readonly source: string
  readonly notes: string
}

/** In characters; longer texts are not what these fields are for. */
const LONGEST_NAME = 200
const LONGEST_TEXT = 10_000

/** The texts of a row, or why one is refused: empty, too long, an error, or with control characters. */
export function readTexts(
  { cell, label }: Pick<Cells, 'cell' | 'label'>,
  { columns }: Mapping,
): RowTexts | { readonly why: string } {
  const authority = cell(columns.authority)
  const texts = {
    authority,
    title: cell(columns.title),
    source: cell(columns.source),
    notes: cell(columns.notes),
  }
  if (authority === '') return { why: `${label(columns.authority)} is empty` }
  if (authority.length > LONGEST_NAME) {
    return { why: `the name of the authority has ${authority.length} characters` }
  }
  for (const [key, text] of Object.entries(texts)) {
    const fault = faultOfText(text)
    if (fault !== undefined) return { why: `its ${key} ${fault}` }
  }
  return texts
}

/** What is wrong with a text for a record, as the end of a sentence; undefined for a sound one. */
export function faultOfText(text: string): string | undefined {
  // Including bidi controls and zero-width characters.
  if (printable(text).includes('\uFFFD')) return 'has control or invisible characters'
  if (text.length > LONGEST_TEXT) return `has ${text.length} characters`
  return SHEET_ERROR.test(text) ? `is \`${text}\`, an error of the spreadsheet` : undefined
}

/** What a spreadsheet shows where a formula has no value. */
const SHEET_ERROR = /^#(?:N\/A|REF!|NAME\?|VALUE!|DIV\/0!|NULL!|NUM!)$/
