import type { Item } from '../../assessment/item.ts'
import type { IsoDate } from '../../calendar/day.ts'
import { longDate } from '../../calendar/format-date.ts'
import { type Column, heading, type Page, paragraph, rows, type Text } from '../../page/page.ts'

/** A part of the paper: a table, or a sentence where there is nothing to put into it. */
export function paperPart<T>(
  title: string,
  nothing: string,
  names: readonly string[],
  all: readonly T[],
  cellsOf: (one: T) => readonly Text[],
): Page {
  if (all.length === 0) return [heading(title), paragraph(nothing)]
  const columns = names.map(
    (name, index): Column => (index === 0 ? { name, wraps: true } : { name }),
  )
  return [heading(title), rows(columns, all.map(cellsOf), { isHeaded: true })]
}

export function dateOr(date: IsoDate | null): string {
  return date ? longDate(date) : 'No due date'
}

export function ownerOf({ owner }: Item): string {
  return owner ?? 'Not given'
}
