import type { IsoDate } from '../../../calendar/day.ts'
import { type CellOf, plainText } from './columns.ts'
import type { Condition } from './mapping-columns.ts'

export type RowFacts = {
  readonly raw: CellOf
  readonly cell: CellOf
  readonly published: IsoDate | undefined
  /** The first day of the visit, or its month. */
  readonly visited: string | undefined
}

export function holds(when: Condition, { raw, cell, published, visited }: RowFacts): boolean {
  const { column, is, isEmpty } = when
  return (
    (is === undefined || is.some((text) => plainText(text) === plainText(raw(column)))) &&
    (isEmpty === undefined || isEmpty === (cell(column) === '')) &&
    isFrom(published, when.publishedFrom) &&
    isUntil(published, when.publishedUntil) &&
    isFrom(visited, when.visitedFrom) &&
    isUntil(visited, when.visitedUntil)
  )
}

function isFrom(day: string | undefined, from: string | undefined): boolean {
  return from === undefined || (day !== undefined && day >= from)
}

function isUntil(day: string | undefined, until: string | undefined): boolean {
  return until === undefined || (day !== undefined && day <= until)
}
