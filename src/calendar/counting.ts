import { addDays, type Day, isWeekend, yearOf } from './day.ts'
import { type FirstDay, lastDay, type Period, type Roll } from './period.ts'
import type { BankHoliday } from './projection.ts'
import type { WorkingDays } from './working-days.ts'

/** A day of a period: the so-many-th, or one that does not count, with the reason. */
export type PeriodDay = { readonly day: Day } & (
  | { readonly number: number; readonly skipped?: never }
  | Closed
)

/** A period day by day: what `lastDay` works out in one step. */
export type Counting = {
  /** From the first day after day 0 to the last day of the period, each of them once. */
  readonly days: readonly PeriodDay[]
  readonly dayOne: Day
  /** The last day of the period, and where the framework moves that. */
  readonly last: Day
  readonly due: Day
  /** How many days count, and do not for each reason: together, all of them. */
  readonly counted: number
  readonly weekendDays: number
  readonly schoolHolidayDays: number
  readonly bankHolidays: readonly BankHoliday[]
}

/**
 * Counts a period day by day. In a period of calendar days or months every day counts; in one of
 * working days a bank holiday at a weekend is a weekend day.
 */
export function countDays(
  start: Day,
  period: Period,
  firstDay: FirstDay,
  working: WorkingDays,
  roll: Roll = 'none',
): Counting {
  const last = lastDay(start, period, firstDay, working)
  const first = firstDay === 'sameDay' ? start : addDays(start, 1)
  const closedBecause = period.unit === 'workingDays' ? closedBy(working) : () => undefined
  const days: PeriodDay[] = []
  let number = 0
  for (let day = first; day <= last; day = addDays(day, 1)) {
    const reason = closedBecause(day)
    days.push(reason ? { day, ...reason } : { day, number: ++number })
  }
  const skipped = (why: Closed['skipped']) => days.filter((day) => day.skipped === why).length
  return {
    days,
    dayOne: days.find((day) => 'number' in day)?.day ?? last,
    last,
    due: lastDay(start, period, firstDay, working, roll),
    counted: number,
    weekendDays: skipped('weekend'),
    schoolHolidayDays: skipped('schoolHoliday'),
    bankHolidays: days.flatMap((day) => ('title' in day ? withoutReason(day) : [])),
  }
}

function withoutReason({
  skipped: _,
  ...holiday
}: BankHoliday & { readonly skipped: string }): BankHoliday {
  return holiday
}

/** Why a day does not count. */
export type Closed =
  | { readonly skipped: 'weekend' }
  | ({ readonly skipped: 'bankHoliday' } & Omit<BankHoliday, 'day'>)
  | { readonly skipped: 'schoolHoliday' }

/** A function that says why a day is no working day; undefined for one that is. */
export function closedBy({
  holidays,
  isWorkingDay,
}: WorkingDays): (day: Day) => Closed | undefined {
  return (day) => {
    if (isWorkingDay(day)) return undefined
    const holiday = holidays.inYear(yearOf(day)).find((known) => known.day === day)
    if (isWeekend(day)) return { skipped: 'weekend' }
    if (!holiday) return { skipped: 'schoolHoliday' }
    const { day: _, ...named } = holiday
    return { skipped: 'bankHoliday', ...named }
  }
}
