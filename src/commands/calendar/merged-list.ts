import {
  type BankHolidayList,
  type Event,
  isOlderThanShipped,
  SHIPPED_LIST,
} from '../../calendar/bank-holidays.ts'
import { DIVISIONS, type Division } from '../../calendar/division.ts'

/**
 * A newer list with the years and divisions of an older one that it does not cover: GOV.UK drops a
 * year from its list when it is some years past, and the deadlines of that time are still counted. A
 * year that the shipped list has from a later day is left to that: kept here it would pass for new.
 */
export function mergedList(older: BankHolidayList, newer: BankHolidayList): BankHolidayList {
  const { source, retrieved } = newer
  const covered: { [division in Division]?: BankHolidayList[division] } = {}
  for (const division of DIVISIONS) {
    const shipped = isOlderThanShipped(older) ? SHIPPED_LIST[division].events : []
    const kept = eventsOutside(older[division]?.events ?? [], shipped)
    const events = mergedEvents(kept, newer[division]?.events ?? [])
    if (events.length === 0) continue
    covered[division] = { ...older[division], ...newer[division], events }
  }
  return { ...(source ? { source } : {}), ...(retrieved ? { retrieved } : {}), ...covered }
}

function mergedEvents(older: readonly Event[], newer: readonly Event[]): Event[] {
  return [...eventsOutside(older, newer), ...newer].sort((a, b) => (a.date < b.date ? -1 : 1))
}

/** The events of the years of which another list has none. */
function eventsOutside(events: readonly Event[], others: readonly Event[]): Event[] {
  const years = new Set(others.map(yearOfEvent))
  return events.filter((event) => !years.has(yearOfEvent(event)))
}

function yearOfEvent({ date }: Event): string {
  return date.slice(0, 4)
}
