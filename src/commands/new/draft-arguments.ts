import { InvalidArgumentError } from 'commander'
import { readIsoDate } from '../../calendar/day.ts'
import { likelyMonth } from '../../calendar/likely-date.ts'
import { inert } from '../../terminal/printable.ts'
import { dateArgument } from '../kit/options.ts'
import type { RecordDraft } from './new-record.ts'

/** A text for a record: one line, in which each character is there to be read. */
export function textArgument(text: string): string {
  const trimmed = text.trim()
  if (trimmed === '') throw new InvalidArgumentError('Expected a text.')
  if (inert(trimmed) === trimmed) return trimmed
  throw new InvalidArgumentError('It has a line break or a character that cannot be seen.')
}

/** The texts of an option that may be given several times. */
export function textsArgument(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, textArgument(text)]
}

/** When inspectors came: a day, a month, or two days with two dots between them. */
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
