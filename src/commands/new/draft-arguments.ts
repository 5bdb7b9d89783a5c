import { InvalidArgumentError } from 'commander'
import { readIsoDate } from '../../calendar/day.ts'
import { likelyMonth } from '../../calendar/likely-date.ts'
import { inert } from '../../terminal/printable.ts'
import { dateArgument } from '../kit/options.ts'
import type { RecordDraft } from './new-record.ts'

/** A text for a record: one line without control characters. Throws an InvalidArgumentError. */
export function textArgument(text: string): string {
  const trimmed = text.trim()
  if (trimmed === '') throw new InvalidArgumentError('Expected a text.')
  if (inert(trimmed) === trimmed) return trimmed
  throw new InvalidArgumentError('It has a line break or an invisible character.')
}

/** For an option that can be repeated. */
export function textsArgument(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, textArgument(text)]
}

/** The visit: a day, a month, or a range like `2023-11-13..2023-11-14`. */
export function visitedArgument(text: string): NonNullable<RecordDraft['visited']> {
  const [from = '', to] = text.split('..', 2)
  if (to === undefined) return isMonth(text) ? text : dayOrMonth(text)
  const range = { from: dateArgument(from.trim()), to: dateArgument(to.trim()) }
  if (range.from <= range.to) return range
  throw new InvalidArgumentError('The last day comes before the first.')
}

function isMonth(text: string): boolean {
  return /^\d{4}-\d{2}$/.test(text) && typeof readIsoDate(`${text}-01`) === 'string'
}

function dayOrMonth(text: string): string {
  const month = likelyMonth(text)
  if (month) throw new InvalidArgumentError(`Did you mean ${month}?`)
  return dateArgument(text)
}
