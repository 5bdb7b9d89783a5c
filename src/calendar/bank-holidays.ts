import shipped from './bank-holidays.json' with { type: 'json' }
import { type Day, dayFrom, dayOf, EARLIEST_YEAR, LATEST_YEAR, yearOf } from './day.ts'
import type { Division } from './division.ts'
import { type BankHoliday, scheduledHolidays } from './projection.ts'

/** A list of bank holidays in the shape of GOV.UK's bank-holidays.json, with where it came from. */
export type BankHolidayList = {
  readonly source?: string
  readonly retrieved?: string
} & { readonly [division in Division]?: { readonly events: readonly Event[] } }

/** One bank holiday of a list. GOV.UK's has more keys, which are kept. */
export type Event = { readonly title: string; readonly date: string; readonly notes?: unknown }

/** The bank holidays of one division: official where a list covers the year, else projected. */
export type BankHolidays = {
  readonly division: Division
  /** Where the newest official list came from, and the day on which it was taken from there. */
  readonly source: Origin['source']
  readonly retrieved: Origin['retrieved']
  /**
   * The first day of the first year, and the last bank holiday of the last one, that official lists
   * cover without a gap: what lies beyond a gap rests on projected days.
   */
  readonly firstOfficial: Day
  readonly lastOfficial: Day
  /** The bank holidays of a year, in order of date. */
  inYear(year: number): readonly BankHoliday[]
  /** Where the list that covers a year came from; undefined for a year that is projected. */
  originOf(year: number): Origin | undefined
  /** The years for which a list that was brought in is older than the shipped one, and differs. */
  readonly outdated: readonly number[]
}

/** Bank holidays without the name of a division: those of one, or of several at once. */
export type HolidayDays = Pick<
  BankHolidays,
  'firstOfficial' | 'lastOfficial' | 'inYear' | 'originOf'
>

/** Where a list came from, and the day on which it was taken from there. */
export type Origin = { readonly source: string; readonly retrieved: string | null }

/** The years that are counted in: margins and deadlines reach beyond the dates of a record. */
export const FIRST_YEAR = EARLIEST_YEAR - 5
export const HORIZON_YEAR = LATEST_YEAR + 50

/** The list that plandue ships; its file names the source and the day of retrieval. */
export const SHIPPED_LIST = shipped satisfies BankHolidayList

/**
 * The bank holidays of a division. Of several lists that cover a year, the last one given counts,
 * but the shipped one if it was retrieved later; it counts for the whole of that year: a day that it
 * does not name is no bank holiday.
 */
export function bankHolidays(
  division: Division,
  newerLists: readonly BankHolidayList[] = [],
): BankHolidays {
  let newest: BankHolidayList = SHIPPED_LIST
  const official = new Map<number, { days: BankHoliday[]; list: BankHolidayList }>()
  const outdated = new Set<number>()
  for (const list of [SHIPPED_LIST, ...newerLists]) {
    for (const [year, days] of byYear(list[division]?.events ?? [])) {
      newest = list
      const known = official.get(year)
      const givesWay = known !== undefined && isOlderThanShipped(list)
      if (!givesWay) official.set(year, { days, list })
      else if (!isAlike(days, known.days)) outdated.add(year)
    }
  }
  const inYear = (year: number) => official.get(year)?.days ?? scheduledHolidays(division, year)
  const [first, last] = coveredYears((year) => official.has(year))
  return {
    division,
    ...originOf(newest),
    firstOfficial: dayFrom(first, 1, 1),
    lastOfficial: Math.max(...inYear(last).map(({ day }) => day)) as Day,
    inYear,
    originOf: (year) => {
      const covering = official.get(year)
      return covering && originOf(covering.list)
    },
    outdated: [...outdated].sort(),
  }
}

/** The bank holidays of several divisions as one: a holiday in any of them is one. */
export function holidaysOfAll(all: readonly BankHolidays[]): HolidayDays {
  return {
    firstOfficial: Math.max(...all.map(({ firstOfficial }) => firstOfficial)) as Day,
    lastOfficial: Math.min(...all.map(({ lastOfficial }) => lastOfficial)) as Day,
    inYear: (year) => {
      const days = all.flatMap(({ inYear }) => inYear(year)).sort((a, b) => a.day - b.day)
      return days.filter(({ day }, index) => day !== days[index - 1]?.day)
    },
    originOf: (year) =>
      all.map(({ originOf }) => originOf(year)).reduce((one, other) => one && other),
  }
}

/** Whether a list was retrieved before the shipped one. Of one without a day nobody knows. */
export function isOlderThanShipped({ retrieved }: BankHolidayList): boolean {
  return (retrieved ?? SHIPPED_LIST.retrieved) < SHIPPED_LIST.retrieved
}

function isAlike(a: readonly BankHoliday[], b: readonly BankHoliday[]): boolean {
  return a.length === b.length && a.every(({ day }, index) => day === b[index]?.day)
}

/** A bank holiday that the shipped list does not have, or one that only it has. */
export type HolidayDifference = BankHoliday & { readonly isAdded: boolean }

/** How bank holidays differ from the shipped ones, in the years that these cover. */
export function differencesFromShipped({
  division,
  inYear,
}: Pick<BankHolidays, 'division' | 'inYear'>): readonly HolidayDifference[] {
  return [...byYear(SHIPPED_LIST[division].events)].flatMap(([year, known]) => {
    const used = inYear(year)
    const isIn = (list: readonly BankHoliday[], { day }: BankHoliday) =>
      list.some((other) => other.day === day)
    return [
      ...used.filter((one) => !isIn(known, one)).map((one) => ({ ...one, isAdded: true })),
      ...known.filter((one) => !isIn(used, one)).map((one) => ({ ...one, isAdded: false })),
    ]
  })
}

/** The official years, and where each run of them comes from: `2012 to 2018`, then another list. */
export function originsOf({
  firstOfficial,
  lastOfficial,
  originOf,
}: BankHolidays): { readonly from: number; readonly to: number; readonly origin: Origin }[] {
  const runs: { from: number; to: number; origin: Origin }[] = []
  for (let year = yearOf(firstOfficial); year <= yearOf(lastOfficial); year++) {
    const origin = originOf(year)
    const run = runs.at(-1)
    if (run && run.origin.source === origin?.source && run.origin.retrieved === origin.retrieved)
      run.to = year
    else if (origin) runs.push({ from: year, to: year, origin })
  }
  return runs
}

function originOf({ source, retrieved }: BankHolidayList): Origin {
  return { source: source ?? 'a list without a named source', retrieved: retrieved ?? null }
}

/** The years around that of the shipped list that are covered without a gap. */
function coveredYears(isCovered: (year: number) => boolean): [number, number] {
  let first = yearOf(dayOf(SHIPPED_LIST.retrieved))
  let last = first
  while (isCovered(first - 1)) first--
  while (isCovered(last + 1)) last++
  return [first, last]
}

/** GOV.UK notes it beside a day that is kept in place of another. */
function isSubstitute(notes: unknown): boolean {
  return typeof notes === 'string' && /^substitute day$/i.test(notes.trim())
}

function byYear(events: readonly Event[]): Map<number, BankHoliday[]> {
  const years = new Map<number, BankHoliday[]>()
  for (const holiday of events.map(holidayOf).sort((a, b) => a.day - b.day)) {
    const year = yearOf(holiday.day)
    years.set(year, [...(years.get(year) ?? []), holiday])
  }
  return years
}

function holidayOf({ title, date, notes }: Event): BankHoliday {
  return { day: dayOf(date), title, ...(isSubstitute(notes) ? { isSubstitute: true } : {}) }
}
