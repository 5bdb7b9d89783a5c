import { printable } from '../../../terminal/printable.ts'
import { cellFinder } from '../rows/columns.ts'
import { type Row, type Table, unescaped } from '../rows/table.ts'
import type { ActionField, ActionMapping } from './action-mapping.ts'

/** A row of a sheet of actions. */
export type ActionRow = {
  readonly line: number
  /** Why nothing in it can be relied on; null of a sound one. */
  readonly why: string | null
  /** What stands in a field, on one line; empty where nothing does, or where there is no column. */
  text(field: ActionField): string
  /** What messages call a field: the name of its column, with the cell of a sheet. */
  label(field: ActionField): string
}

/** Rows that say nothing at all in any column of the mapping are left out. */
export function actionRows(table: Table, mapping: ActionMapping): readonly ActionRow[] {
  const cellsOf = cellFinder(table, mapping.nothing)
  const fields = Object.keys(mapping.actions) as ActionField[]
  return table.rows
    .map((row) => rowOf(row, table.columns.length, cellsOf, mapping))
    .filter((row) => fields.some((field) => row.text(field) !== ''))
}

function rowOf(
  row: Row,
  width: number,
  cellsOf: ReturnType<typeof cellFinder>,
  { actions }: ActionMapping,
): ActionRow {
  const { cell, label } = cellsOf(row)
  return {
    line: row.line,
    why: row.cells.slice(width).some((text) => text.trim() !== '') ? tooLong(row, width) : null,
    text: (field) => cell(actions[field]),
    label: (field) => label(actions[field]),
  }
}

function tooLong({ cells }: Row, width: number): string {
  return `it has ${cells.length} fields, but the header has ${width}: a text with a comma or semicolon in it needs quotes`
}

/** The fields that hold days. */
export const DAY_FIELDS = ['due', 'done', 'expected', 'closed'] as const

/** Whether two texts are the same for people: a spreadsheet loses line ends, and what cannot be seen. */
export function isSameText(a: string, b: string): boolean {
  return plain(a) === plain(b)
}

function plain(text: string): string {
  return unescaped(printable(text).replaceAll('\uFFFD', '').replace(/\s+/g, ' ').trim())
}
