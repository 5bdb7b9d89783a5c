import type { Item } from '../../../assessment/item.ts'
import type { Action } from '../../../records/action.ts'
import type { Edit } from '../../edit/edits.ts'
import type { EditOptions } from '../../edit/guards.ts'
import type { ActionField } from './action-mapping.ts'
import type { ActionRow } from './action-row.ts'
import type { CellValue } from './cell-values.ts'

/** What a cell asks to have changed. */
export type Want = {
  readonly field: ActionField
  readonly label: string
  /** What the record says in its place; null where that is nothing. */
  readonly before: string | null
  readonly after: string
  readonly edit: Edit
  readonly options: Partial<EditOptions>
  /** A file or an address that is to be recorded as evidence. */
  readonly evidence?: string | undefined
}

/** A cell that cannot be used: the cause, and what to do. */
export type RefusedCell = {
  readonly field: ActionField
  readonly label: string
  readonly why: string
}

export type Asked = Want | RefusedCell

/** An action as it stands. */
export type KnownAction = { readonly item: Item; readonly action: Action }

/** A value that cannot be read, with the text in which it stands. */
export function withText<T>(read: CellValue<T>, text: string): CellValue<T> {
  return 'why' in read ? { why: `it is \`${text}\`: ${read.why}` } : read
}

/** What a cell asks for, without the edit that does it. */
export function changeOf(
  row: ActionRow,
  field: ActionField,
  before: string | undefined,
  after: string,
) {
  return { field, label: row.label(field), before: before ?? null, after }
}

/** A cell that is refused, and why. */
export function refusedCell(row: ActionRow, field: ActionField, why: string): RefusedCell {
  return { field, label: row.label(field), why }
}
