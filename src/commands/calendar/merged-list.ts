import type { BankHolidayList, Event } from '../../calendar/bank-holidays.ts'
import { DIVISIONS, type Division } from '../../calendar/division.ts'

/**
 * A newer list with the years and divisions of an older one that it does not cover: GOV.UK drops a
 * year from its list when it is some years past, and the deadlines of that time are still counted.
 */
export function mergedList(older: BankHolidayList, newer: BankHolidayList): BankHolidayList {
  const { source, retrieved } = newer
  const covered: { [division in Division]?: BankHolidayList[division] } = {}
  for (const division of DIVISIONS) {
    const events = mergedEvents(older[division]?.events ?? [], newer[division]?.events ?? [])
    if (events.length === 0) continue
    covered[division] = { ...older[division], ...newer[division], events }
  }
  return { ...(source ? { source } : {}), ...(retrieved ? { retrieved } : {}), ...covered }
}

function mergedEvents(older: readonly Event[], newer: readonly Event[]): Event[] {
  const years = new Set(newer.map(yearOfEvent))
  const kept = older.filter((event) => !years.has(yearOfEvent(event)))
  return [...kept, ...newer].sort((a, b) => (a.date < b.date ? -1 : 1))
}

function yearOfEvent({ date }: Event): string {
  return date.slice(0, 4)
}
