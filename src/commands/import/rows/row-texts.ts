import { printable } from '../../../terminal/printable.ts'
import type { CellOf } from './columns.ts'
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

/** The texts of a row, or why one is refused: empty, too long, or with control characters. */
export function readTexts(cell: CellOf, { columns }: Mapping): RowTexts | { readonly why: string } {
  const authority = cell(columns.authority)
  const texts = {
    authority,
    title: cell(columns.title),
    source: cell(columns.source),
    notes: cell(columns.notes),
  }
  if (authority === '') return { why: `${[columns.authority].flat()[0]} is empty` }
  if (authority.length > LONGEST_NAME) {
    return { why: `the name of the authority has ${authority.length} characters` }
  }
  for (const [key, text] of Object.entries(texts)) {
    if (hasControlCharacters(text)) return { why: `its ${key} has control or invisible characters` }
    if (text.length > LONGEST_TEXT) return { why: `its ${key} has ${text.length} characters` }
  }
  return texts
}

/** Including bidi controls and zero-width characters. */
function hasControlCharacters(text: string): boolean {
  return printable(text).includes('\uFFFD')
}
