import type { Item } from '../assessment/item.ts'
import { dayOf } from '../calendar/day.ts'
import { dayMonthYear, monthName } from '../calendar/format-date.ts'
import { cut, printable, withoutPlace } from '../terminal/printable.ts'
import type { ReportOptions } from './report.ts'

/** Longer names are cut where people read; JSON has them whole. */
export const LONGEST_NAME = 400

/** What a record is about: `Exampleshire Council: ILACS focused visit`. */
export function recordName({ authority, framework }: Item, { titleOf }: ReportOptions): string {
  return withoutPlace(cut(printable(`${authority}: ${titleOf(framework)}`), LONGEST_NAME))
}

/** The day of a record: what happened on it, and when; undefined where none is known. */
export type RecordDay = { readonly event: string; readonly day: string }

/** The day of the report or letter, else of its receipt or its sending, else of the visit. */
export function recordDay(item: Item, { documentOf }: ReportOptions): RecordDay | undefined {
  const { published, received, sent, visited } = item.background
  if (published) return { event: documentOf(item.framework), day: published }
  if (received) return { event: 'received', day: received }
  if (sent) return { event: 'sent', day: sent }
  return visited ? { event: 'visited', day: visited } : undefined
}

/** The day of a record for a heading: `letter 20 Feb 2024`, or `visited November 2023`. */
export function recordDayWords({ event, day }: RecordDay): string {
  const isMonth = day.length === '2023-11'.length
  return `${printable(event)} ${isMonth ? monthName(dayOf(`${day}-01`)) : dayMonthYear(day)}`
}
