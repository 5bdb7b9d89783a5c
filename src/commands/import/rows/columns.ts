import type { Mapping } from './mapping.ts'
import type { ColumnNames } from './mapping-columns.ts'
import { plainWords } from './names.ts'
import type { Row } from './table.ts'

/** What stands in a column of a row, by the names that the column may have; empty where nothing is known. */
export type CellOf = (names: ColumnNames | undefined) => string

/** The columns that a mapping names and a file does not have. */
export type MissingColumns = {
  /** Without these no row can be read. */
  readonly needed: readonly string[]
  /** Without these something is left out of each record. */
  readonly others: readonly string[]
}

/** Which of the columns of a mapping a file lacks. */
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
      ...[own.title, own.source, own.notes],
      ...Object.values(judgements),
      ...Object.values(submitted),
    ]),
  }
}

/** The fields of a row as the file has them, and what they mean. */
export type Cells = { readonly raw: CellOf; readonly cell: CellOf }

/** A function that finds the fields of the rows of a file by the names of their columns. */
export function cellFinder(
  columns: readonly string[],
  nothing: readonly string[] = [],
): (row: Row) => Cells {
  const positions = positionsIn(columns)
  const empty = new Set(nothing.map(plainText))
  return ({ cells }) => {
    const raw: CellOf = (names) => {
      const position = names === undefined ? undefined : positionOf(names, positions)
      return (cells[position ?? -1] ?? '').replace(/\s+/g, ' ').trim()
    }
    const cell: CellOf = (names) => {
      const text = raw(names)
      return empty.has(plainText(text)) ? '' : text
    }
    return { raw, cell }
  }
}

/** Where the columns stand; their names may be written with other capitals, blanks and hyphens. */
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

/** A text without what makes no difference; signs alone stay as they are. */
export function plainText(text: string): string {
  return plainWords(text).join(' ') || text.trim()
}
