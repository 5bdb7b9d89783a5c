import { addDays, type Day, dayFrom, isWeekend, weekday } from './day.ts'
import type { Division } from './division.ts'

/** A bank holiday: the day on which it is kept, and its name. */
export type BankHoliday = {
  readonly day: Day
  readonly title: string
  /** Whether it is kept in place of a day at a weekend. */
  readonly isSubstitute?: boolean
}

/** The name of a bank holiday for people: `Boxing Day (substitute day)`. */
export function holidayName({ title, isSubstitute }: Omit<BankHoliday, 'day'>): string {
  return isSubstitute ? `${title} (substitute day)` : title
}

/** What a division keeps in each year, in the order in which substitute days are given out. */
type Rule = { title: string; on: (year: number) => Day; substitute?: true }

const MONDAY = 1

const fixed = (title: string, month: number, dayOfMonth: number): Rule => ({
  title,
  on: (year) => dayFrom(year, month, dayOfMonth),
  substitute: true,
})
const fromEaster = (title: string, days: number): Rule => ({
  title,
  on: (year) => addDays(easterSunday(year), days),
})
const firstMonday = (title: string, month: number): Rule => ({
  title,
  on: (year) => mondayOnOrAfter(dayFrom(year, month, 1)),
})
const lastMonday = (title: string, month: number): Rule => ({
  title,
  on: (year) => mondayOnOrAfter(addDays(dayFrom(year, month + 1, 1), -7)),
})

const GOOD_FRIDAY = fromEaster('Good Friday', -2)
const EARLY_MAY = firstMonday('Early May bank holiday', 5)
const SPRING = lastMonday('Spring bank holiday', 5)
const NEW_YEAR = fixed('New Year’s Day', 1, 1)
const CHRISTMAS = fixed('Christmas Day', 12, 25)
const BOXING_DAY = fixed('Boxing Day', 12, 26)

/**
 * The days that recur: Schedule 1 to the Banking and Financial Dealings Act 1971, with the days
 * that are proclaimed under it every year (early May; New Year's Day; Boxing Day in Scotland) and
 * the common-law holidays (Good Friday, Christmas Day).
 * https://www.legislation.gov.uk/ukpga/1971/80/schedule/1
 */
const SCHEDULE: Record<Division, readonly Rule[]> = {
  'england-and-wales': [
    NEW_YEAR,
    GOOD_FRIDAY,
    fromEaster('Easter Monday', 1),
    EARLY_MAY,
    SPRING,
    lastMonday('Summer bank holiday', 8),
    CHRISTMAS,
    BOXING_DAY,
  ],
  scotland: [
    NEW_YEAR,
    fixed('2nd January', 1, 2),
    GOOD_FRIDAY,
    EARLY_MAY,
    SPRING,
    firstMonday('Summer bank holiday', 8),
    fixed('St Andrew’s Day', 11, 30),
    CHRISTMAS,
    BOXING_DAY,
  ],
  'northern-ireland': [
    NEW_YEAR,
    fixed('St Patrick’s Day', 3, 17),
    GOOD_FRIDAY,
    fromEaster('Easter Monday', 1),
    EARLY_MAY,
    SPRING,
    fixed('Battle of the Boyne (Orangemen’s Day)', 7, 12),
    lastMonday('Summer bank holiday', 8),
    CHRISTMAS,
    BOXING_DAY,
  ],
}

/**
 * The bank holidays of a year as the schedule has them, in order of date: what is known of a year
 * for which no official list is out. Days proclaimed once (a jubilee, a coronation) cannot be
 * foreseen and are not in it.
 */
export function scheduledHolidays(division: Division, year: number): BankHoliday[] {
  const rules = SCHEDULE[division]
  const taken = new Set(rules.map((rule) => rule.on(year)))
  return rules
    .map((rule): BankHoliday => {
      const usual = rule.on(year)
      const day = rule.substitute ? kept(usual, taken) : usual
      return { day, title: rule.title, ...(day === usual ? {} : { isSubstitute: true }) }
    })
    .sort((a, b) => a.day - b.day)
}

/** A holiday at a weekend is kept on the next weekday that is not itself a holiday. */
function kept(day: Day, taken: Set<Day>): Day {
  if (!isWeekend(day)) return day
  let next = day
  do next = addDays(next, 1)
  while (isWeekend(next) || taken.has(next))
  taken.add(next)
  return next
}

function mondayOnOrAfter(day: Day): Day {
  return addDays(day, (MONDAY - weekday(day) + 7) % 7)
}

/**
 * Easter Sunday of a year from 1900 to 2199: the Sunday after the full moon that the tables of the
 * Calendar (New Style) Act 1750 give, in C. F. Gauss's form of them.
 */
function easterSunday(year: number): Day {
  const golden = year % 19
  const late = (19 * golden + 24) % 30
  const fullMoon = addDays(dayFrom(year, 3, 21), late < 28 ? late : late - 1)
  return addDays(fullMoon, 7 - weekday(fullMoon))
}
