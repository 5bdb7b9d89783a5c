import type { IsoDate } from '../../../calendar/day.ts'
import { cellFinder } from './columns.ts'
import { draftOf, type RejectedRow, type RowDraft } from './draft.ts'
import type { Mapping } from './mapping.ts'
import { monthFirstColumns } from './row-days.ts'
import type { Table } from './table.ts'

/**
 * Reads each row by a mapping. `frameworks` are the titles of all frameworks, by id.
 */
export function draftsOf(
  table: Table,
  mapping: Mapping,
  today: IsoDate,
  frameworks: ReadonlyMap<string, string>,
): readonly (RowDraft | RejectedRow)[] {
  const { columns, rows } = table
  const cellsOf = cellFinder(table, mapping.nothing)
  const cells = rows.map((row) => cellsOf(row).cell)
  const monthFirst = monthFirstColumns(cells, mapping)
  const terms = { mapping, columns, today, frameworks, cellsOf, monthFirst }
  return rows.map((row) => draftOf(row, terms))
}
