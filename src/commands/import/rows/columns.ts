import { columnLetters } from '../../../page/sheet.ts'
import { plainWords } from '../../../records/name-key.ts'
import type { Mapping } from './mapping.ts'
import type { ColumnNames } from './mapping-columns.ts'
import type { Row, Table } from './table.ts'

/** The text of a field, by the names its column may have; empty where there is none. */
export type CellOf = (names: ColumnNames | undefined) => string

export type MissingColumns = {
  /** Required: without these no row can be read. */
  readonly needed: readonly string[]
  /** Optional: without these records lack something. */
  readonly others: readonly string[]
}

export function missingColumns(mapping: Mapping, columns: readonly string[]): MissingColumns {
  const { columns: own, frameworks = [], judgements = {}, submitted = {} } = mapping
  const positions = positionsIn(columns)
  const missing = (all: readonly (ColumnNames | undefined)[]) => [
    ...new Set(
      all
        .filter((names) => names !== undefined && positionOf(names, positions) === undefined)
        .flatMap((names) => [names].flat()[0] ?? []),
    ),
  ]
  return {
    needed: missing([
      ...[own.authority, own.framework, own.published, own.received],
      ...[own.visitedFrom, own.visitedTo],
      ...frameworks.map(({ when }) => when.column),
    ]),
    others: missing([
      ...[own.sent, own.title, own.source, own.notes],
      ...Object.values(judgements),
      ...Object.values(submitted),
    ]),
  }
}

/**
 * `raw` is the text as in the file; `cell` is empty for the texts that a mapping lists under `nothing`.
 * `label` is what a message calls the field: the name of its column, with the cell of a sheet.
 */
export type Cells = { readonly raw: CellOf; readonly cell: CellOf; readonly label: CellOf }

/** Returns a function that finds the fields of a row by column name. */
export function cellFinder(
  { columns, sheet }: Pick<Table, 'columns' | 'sheet'>,
  nothing: readonly string[] = [],
): (row: Row) => Cells {
  const positions = positionsIn(columns)
  const empty = new Set(nothing.map(plainText))
  return ({ cells, line }) => {
    const raw: CellOf = (names) => {
      const position = names === undefined ? undefined : positionOf(names, positions)
      return (cells[position ?? -1] ?? '').replace(/\s+/g, ' ').trim()
    }
    const cell: CellOf = (names) => {
      const text = raw(names)
      return empty.has(plainText(text)) ? '' : text
    }
    const label: CellOf = (names = '') => {
      const position = positionOf(names, positions)
      const name = columns[position ?? -1] ?? [names].flat()[0] ?? ''
      return sheet === null || position === undefined
        ? name
        : `${name} (${columnLetters(position)}${line})`
    }
    return { raw, cell, label }
  }
}

/** The columns that hold something, and are read by none of these names. */
export function unreadColumns(
  { columns, rows }: Pick<Table, 'columns' | 'rows'>,
  names: readonly ColumnNames[],
): readonly string[] {
  const positions = positionsIn(columns)
  const read = new Set(names.map((one) => positionOf(one, positions)))
  return columns.flatMap((name, index) => {
    const isRead = read.has(index) || rows.every(({ cells }) => !cells[index]?.trim())
    return isRead ? [] : [name || `${columnLetters(index)}, which has no name`]
  })
}

/** Positions by name, ignoring case, spaces and punctuation. */
function positionsIn(columns: readonly string[]): ReadonlyMap<string, number> {
  return new Map(columns.map((name, index) => [plainText(name), index] as const).reverse())
}

function positionOf(
  names: ColumnNames,
  positions: ReadonlyMap<string, number>,
): number | undefined {
  const found = [names].flat().map((name) => positions.get(plainText(name)))
  return found.find((position) => position !== undefined)
}

/** A text for comparison, ignoring case, accents and punctuation; punctuation alone stays as it is. */
export function plainText(text: string): string {
  return plainWords(text).join(' ') || text.trim()
}
