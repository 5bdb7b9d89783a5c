import shipped from './bank-holidays.json' with { type: 'json' }
import { type Day, dayFrom, dayOf, EARLIEST_YEAR, LATEST_YEAR } from './day.ts'
import type { Division } from './division.ts'
import { type BankHoliday, scheduledHolidays } from './projection.ts'

/** A list of bank holidays in the shape of GOV.UK's bank-holidays.json, with where it came from. */
export type BankHolidayList = {
  readonly source?: string
  readonly retrieved?: string
} & { readonly [division in Division]?: { readonly events: readonly Event[] } }

type Event = { readonly title: string; readonly date: string }

/** The bank holidays of one division: official where a list covers the year, else projected. */
export type BankHolidays = {
  readonly division: Division
  /** Where the newest official list came from, and the day on which it was taken from there. */
  readonly source: string
  readonly retrieved: string | null
  /** The first day of the first year, and the last bank holiday, that an official list names. */
  readonly firstOfficial: Day
  readonly lastOfficial: Day
  /** The bank holidays of a year, in order of date. */
  inYear(year: number): readonly BankHoliday[]
}

/** The years that are counted in: margins and deadlines reach beyond the dates of a record. */
export const FIRST_YEAR = EARLIEST_YEAR - 5
export const HORIZON_YEAR = LATEST_YEAR + 50

/** The list that plandue ships; its file names the source and the day of retrieval. */
export const SHIPPED_LIST: BankHolidayList = shipped

/**
 * The bank holidays of a division. Of several lists that cover a year, the last one given counts,
 * for the whole of that year: a day that it does not name is no bank holiday.
 */
export function bankHolidays(
  division: Division,
  newerLists: readonly BankHolidayList[] = [],
): BankHolidays {
  const lists = [SHIPPED_LIST, ...newerLists].filter((list) => list[division]?.events.length)
  const official = new Map<number, BankHoliday[]>()
  for (const list of lists) {
    for (const [year, days] of byYear(list[division]?.events ?? [])) official.set(year, days)
  }
  const officialDays = [...official.values()].flat().sort((a, b) => a.day - b.day)
  const newest = lists.at(-1)
  return {
    division,
    source: newest?.source ?? 'a list without a named source',
    retrieved: newest?.retrieved ?? null,
    firstOfficial: dayFrom(Math.min(...official.keys()), 1, 1),
    lastOfficial: officialDays.at(-1)?.day ?? dayFrom(FIRST_YEAR, 1, 1),
    inYear: (year) => official.get(year) ?? scheduledHolidays(division, year),
  }
}

function byYear(events: readonly Event[]): Map<number, BankHoliday[]> {
  const years = new Map<number, BankHoliday[]>()
  for (const { title, date } of [...events].sort((a, b) => (a.date < b.date ? -1 : 1))) {
    const year = Number(date.slice(0, 4))
    years.set(year, [...(years.get(year) ?? []), { day: dayOf(date), title }])
  }
  return years
}
