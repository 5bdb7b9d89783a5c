import { InvalidArgumentError } from 'commander'
import type { DateSpan } from '../../calendar/date-span.ts'
import { type IsoDate, readIsoDate } from '../../calendar/day.ts'
import { likelyMonth } from '../../calendar/likely-date.ts'
import { isRelativeDay, relativeDate } from '../../calendar/relative-day.ts'
import { inert } from '../../terminal/printable.ts'
import { fullDate } from '../kit/options.ts'
import type { Pending } from '../kit/pending.ts'

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

/**
 * The visit: a day, a month, or a range like `2023-11-13..2023-11-14`. Throws an InvalidArgumentError, as
 * does what is pending.
 */
export function visitedArgument(text: string): DateSpan | Pending<DateSpan> {
  const days = text.split('..').map((day) => day.trim())
  return days.some(isRelativeDay)
    ? { settle: (today) => visit(days, (day) => relativeDate(day, today) ?? fullDate(day)) }
    : visit(days, fullDate)
}

function visit([from = '', to]: readonly string[], read: (day: string) => IsoDate): DateSpan {
  if (to === undefined) return isMonth(from) ? from : dayOrMonth(from, read)
  const range = { from: read(from), to: read(to) }
  if (range.from <= range.to) return range
  throw new InvalidArgumentError('The last day comes before the first.')
}

function isMonth(text: string): boolean {
  return /^\d{4}-\d{2}$/.test(text) && typeof readIsoDate(`${text}-01`) === 'string'
}

function dayOrMonth(text: string, read: (day: string) => IsoDate): string {
  const month = likelyMonth(text)
  if (month) throw new InvalidArgumentError(`Did you mean ${month}?`)
  return read(text)
}
