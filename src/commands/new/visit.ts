import type { DateSpan } from '../../calendar/date-span.ts'
import type { IsoDate } from '../../calendar/day.ts'
import { readWrittenDay, readWrittenMonth } from '../../calendar/written-day.ts'

/** When a visit was, as somebody wrote it, or what is wrong with it. */
export type WrittenVisit =
  | { readonly visited: DateSpan; readonly isNumeric: boolean }
  | { readonly fault: string }

/** Between two days: `13 to 14 feb`, `10-11 November 2026`, `2023-11-13..2023-11-14`. */
const RANGES = [
  /^(?<from>.+?)\s*(?:\.\.|–|—|\s(?:to|and|until|-)\s)\s*(?<to>.+)$/i,
  /^(?<from>\d{1,2})\s*-\s*(?<to>\d{1,2}\s+[a-z].*)$/i,
]

/** A day, a month or two days; the first of two takes month and year from the other. */
export function readWrittenVisit(text: string, today: IsoDate): WrittenVisit {
  const month = readWrittenMonth(text, today)
  if (month !== undefined) return { visited: month, isNumeric: false }
  const { from, to } = RANGES.map((form) => form.exec(text)).find(Boolean)?.groups ?? {}
  if (from !== undefined && to !== undefined) return readRange(from, to, today)
  const day = readWrittenDay(text, today)
  return 'fault' in day ? day : { visited: day.date, isNumeric: day.isNumeric }
}

function readRange(first: string, second: string, today: IsoDate): WrittenVisit {
  const to = readWrittenDay(second, today)
  if ('fault' in to) return to
  const from = readFirst(first, to.date, today)
  if ('fault' in from) return from
  if (from.date > to.date) return { fault: 'The last day comes before the first.' }
  return {
    visited: { from: from.date, to: to.date },
    isNumeric: from.isNumeric || to.isNumeric,
  }
}

function readFirst(first: string, last: IsoDate, today: IsoDate) {
  const [day] = /^\d{1,2}(?=(?:st|nd|rd|th)?$)/.exec(first) ?? []
  if (day === undefined) return readWrittenDay(first, today, last)
  return readWrittenDay(`${last.slice(0, 8)}${day}`, today)
}
