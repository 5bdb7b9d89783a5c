import { printable } from '../../../terminal/printable.ts'
import type { CellOf } from './columns.ts'
import type { Mapping } from './mapping.ts'

/** The texts of a row, or why one of them cannot be taken. */
export type RowTexts = {
  readonly authority: string
  readonly title: string
  readonly source: string
  readonly notes: string
}

/** Longer texts are none that people wrote into these fields. */
const LONGEST_NAME = 200
const LONGEST_TEXT = 10_000

/** The texts of a row. A text with characters that act instead of being shown is refused. */
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
    if (acts(text)) return { why: `its ${key} has characters that cannot be seen` }
    if (text.length > LONGEST_TEXT) return { why: `its ${key} has ${text.length} characters` }
  }
  return texts
}

/** Whether a text holds control characters, or marks that turn or hide what is read. */
export function acts(text: string): boolean {
  return printable(text).includes('\uFFFD')
}
