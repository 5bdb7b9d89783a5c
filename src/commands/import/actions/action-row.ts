import { printable } from '../../../terminal/printable.ts'
import { cellFinder } from '../rows/columns.ts'
import { type Row, type Table, unescaped } from '../rows/table.ts'
import { type ActionField, type ActionMapping, USUAL_NOTHING } from './action-mapping.ts'

/** A row of a sheet of actions. */
export type ActionRow = {
  readonly line: number
  /** Why nothing in it can be relied on; null of a sound one. */
  readonly why: string | null
  /** What stands in a field, on one line; empty where nothing does, or where there is no column. */
  text(field: ActionField): string
  /** What a field says by a word such as `No`, which `text` takes for an empty one; else undefined. */
  denial(field: ActionField): string | undefined
  /** What messages call a field: the name of its column, with the cell of a sheet. */
  label(field: ActionField): string
}

/**
 * Rows that say nothing at all in any column of the mapping are left out, and so are those that say in
 * all of them what an earlier one says.
 */
export function actionRows(table: Table, mapping: ActionMapping): readonly ActionRow[] {
  const cellsOf = cellFinder(table, mapping.nothing ?? USUAL_NOTHING)
  const fields = Object.keys(mapping.actions) as ActionField[]
  const known = new Set([''])
  return table.rows
    .map((row) => rowOf(row, table.columns.length, cellsOf, mapping))
    .filter((row) => {
      const texts = fields.map((field) => row.text(field))
      const said = texts.every((text) => text === '') ? '' : [...texts, row.why].join('\0')
      return !known.has(said) && known.add(said)
    })
}

function rowOf(
  row: Row,
  width: number,
  cellsOf: ReturnType<typeof cellFinder>,
  { actions }: ActionMapping,
): ActionRow {
  const { raw, cell, label } = cellsOf(row)
  const isError = (field: ActionField) => raw(actions[field]).startsWith('#')
  return {
    line: row.line,
    why: row.cells.slice(width).some((text) => text.trim() !== '') ? tooLong(row, width) : null,
    // `#N/A` is no `n/a`, and the id of an item may be any word.
    text: (field) => (field === 'item' || isError(field) ? raw : cell)(actions[field]),
    denial: (field) => DENIAL.exec(raw(actions[field]))?.[0],
    label: (field) => label(actions[field]),
  }
}

function tooLong({ cells }: Row, width: number): string {
  return `it has ${cells.length} fields, but the header has ${width}: a text with a comma or semicolon in it needs quotes`
}

/** That something is not so, where a dash or `tbc` only says that there is no news. */
const DENIAL = /^(n|no|none|nil|nothing|false)$/i

/** The fields that hold days. */
export const DAY_FIELDS = ['due', 'done', 'expected', 'closed'] as const

/** Whether two texts are the same for people: a spreadsheet loses line ends, and what cannot be seen. */
export function isSameText(a: string, b: string): boolean {
  return plain(a) === plain(b)
}

function plain(text: string): string {
  return unescaped(printable(text).replaceAll('\uFFFD', '').replace(/\s+/g, ' ').trim())
}
