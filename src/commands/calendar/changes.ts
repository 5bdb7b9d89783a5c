import type { BankHolidayList, BankHolidays, Event } from '../../calendar/bank-holidays.ts'
import { type IsoDate, isoOf, yearOf } from '../../calendar/day.ts'
import { DIVISIONS, type Division } from '../../calendar/division.ts'
import { type BankHoliday, scheduledHolidays } from '../../calendar/projection.ts'

/** What another list makes of the bank holidays of a division. */
export type CalendarChange = {
  readonly division: Division
  /** The last official bank holiday. */
  readonly lastOfficial: { readonly from: IsoDate; readonly to: IsoDate }
  /** The years in which something changes. */
  readonly years: readonly YearChange[]
}

export type YearChange = {
  readonly year: number
  /** Projected before. */
  readonly isNewlyOfficial: boolean
  readonly added: readonly NamedDay[]
  readonly removed: readonly NamedDay[]
  readonly renamed: readonly (NamedDay & { readonly to: string })[]
}

/** A bank holiday as people write it. */
export type NamedDay = { readonly date: IsoDate; readonly title: string }

/** What changes in the official years of a division between two states of its bank holidays. */
export function calendarChange(before: BankHolidays, after: BankHolidays): CalendarChange {
  const first = yearOf(after.firstOfficial)
  const years = Array.from({ length: yearOf(after.lastOfficial) - first + 1 }, (_, index) =>
    yearChange(first + index, before, after),
  )
  return {
    division: after.division,
    lastOfficial: { from: isoOf(before.lastOfficial), to: isoOf(after.lastOfficial) },
    years: years.filter(isChange),
  }
}

function yearChange(year: number, before: BankHolidays, after: BankHolidays): YearChange {
  const earlier = titlesByDay(before.inYear(year))
  const later = titlesByDay(after.inYear(year))
  return {
    year,
    isNewlyOfficial: !before.originOf(year) && after.originOf(year) !== undefined,
    added: [...later].filter(([day]) => !earlier.has(day)).map(namedDay),
    removed: [...earlier].filter(([day]) => !later.has(day)).map(namedDay),
    renamed: [...later].flatMap(([day, to]) => {
      const title = earlier.get(day) ?? to
      return title === to ? [] : [{ date: isoOf(day), title, to }]
    }),
  }
}

function titlesByDay(days: readonly BankHoliday[]): Map<BankHoliday['day'], string> {
  return new Map(days.map(({ day, title }) => [day, title]))
}

function namedDay([day, title]: [BankHoliday['day'], string]): NamedDay {
  return { date: isoOf(day), title }
}

function isChange({ isNewlyOfficial, added, removed, renamed }: YearChange): boolean {
  return isNewlyOfficial || added.length + removed.length + renamed.length > 0
}

/** A year of which a list names fewer days than the schedule of bank holidays has. */
export type ShortYear = {
  readonly division: Division
  readonly year: number
  /** Where the first day of the year stands among the events of the division. */
  readonly index: number
  readonly count: number
  readonly scheduled: number
  /** The days of the schedule that the list does not name, neither by date nor by title. */
  readonly missing: readonly NamedDay[]
}

/** The short years of a list. A list counts for whole years: what is missing would be a working day. */
export function shortYears(list: BankHolidayList): ShortYear[] {
  return DIVISIONS.flatMap((division) => {
    const events = list[division]?.events ?? []
    const years = [...new Set(events.map(yearOfEvent))]
    return years.flatMap((year) => shortYear(division, year, events))
  })
}

function shortYear(division: Division, year: number, events: readonly Event[]): ShortYear[] {
  const named = events.filter((event) => yearOfEvent(event) === year)
  const count = new Set(named.map(({ date }) => date)).size
  const schedule = scheduledHolidays(division, year).map(({ day, title }) => namedDay([day, title]))
  if (count >= schedule.length) return []
  const missing = schedule.filter(
    (day) => !named.some(({ date, title }) => date === day.date || title === day.title),
  )
  const index = events.findIndex((event) => yearOfEvent(event) === year)
  return [{ division, year, index, count, scheduled: schedule.length, missing }]
}

function yearOfEvent({ date }: Event): number {
  return Number(date.slice(0, 4))
}
