import type { HolidayDays } from '../../calendar/bank-holidays.ts'
import type { Day, IsoDate } from '../../calendar/day.ts'
import { isoOf } from '../../calendar/day.ts'
import { type Calendar, calendarName, DIVISIONS } from '../../calendar/division.ts'
import { type FirstDay, lastDay, type Period } from '../../calendar/period.ts'
import type { BankHoliday } from '../../calendar/projection.ts'
import { type Span, withoutDays } from '../../calendar/without-days.ts'
import { type WorkingDays, workingDays } from '../../calendar/working-days.ts'
import type { Framework, Stage } from '../../frameworks/framework.ts'

/** The due date under one definition of the days that count. */
export type PeriodReading = {
  readonly id: ReadingId
  /** In words: `weekends only`. */
  readonly title: string
  readonly due: IsoDate
  /** By how much it differs from the rule: working days of the rule's own calendar, and days. */
  readonly workingDays: number
  readonly calendarDays: number
}

export type ReadingId =
  | 'rule'
  | 'workingDays'
  | 'weekendsOnly'
  | 'anywhereInTheUk'
  | 'commonToAll'
  | 'calendarDays'
  | 'triggerDay'

/**
 * The due date of a rule for a clock that starts on a day, first by the rule itself, then by the
 * definitions that others use by mistake or in dispute: each a way to read "70 days". The holidays of a
 * school that the rule leaves out are left out of all that count working days.
 */
export function readingsOf(
  rule: Pick<Stage, 'period' | 'firstDay'>,
  { calendar, roll }: Pick<Framework, 'calendar' | 'roll'>,
  start: Day,
  workingDaysOf: (calendar: Calendar) => WorkingDays,
  schoolHolidays: readonly Span[] = [],
): readonly PeriodReading[] {
  const leaving = (days: WorkingDays) => withoutDays(days, schoolHolidays)
  const own = leaving(workingDaysOf(calendar))
  const ruled = lastDay(start, rule.period, rule.firstDay, own, roll)
  return definitions(rule, calendar, workingDaysOf).map(({ id, title, period, firstDay, days }) => {
    const due = lastDay(start, period, firstDay, leaving(days), roll)
    return {
      id,
      title,
      due: isoOf(due),
      workingDays: own.between(ruled, due),
      calendarDays: due - ruled,
    }
  })
}

type Definition = {
  readonly id: ReadingId
  readonly title: string
  readonly period: Period
  readonly firstDay: FirstDay
  readonly days: WorkingDays
}

function definitions(
  { period, firstDay }: Pick<Stage, 'period' | 'firstDay'>,
  calendar: Calendar,
  workingDaysOf: (calendar: Calendar) => WorkingDays,
): Definition[] {
  const { count, unit } = period
  const days = workingDaysOf(calendar)
  const all = DIVISIONS.map((one) => workingDaysOf(one).holidays)
  const ruled = { period, firstDay, days }
  const working = { ...ruled, period: { count, unit: 'workingDays' } as const }
  const everyDay = { ...ruled, period: { count, unit: 'calendarDays' } as const }
  const by = (inYear: HolidayDays['inYear']) => ({
    ...working,
    days: workingDays({ ...days.holidays, inYear }),
  })
  const known: (Definition & { units: readonly Period['unit'][] })[] = [
    { id: 'rule', title: ruleTitle(period, calendar), ...ruled, units: ALL },
    {
      id: 'workingDays',
      title: `working days in ${calendarName(calendar)}`,
      ...working,
      units: ['calendarDays'],
    },
    {
      id: 'weekendsOnly',
      title: 'weekends skipped, bank holidays counted',
      ...by(() => []),
      units: DAYS,
    },
    {
      id: 'anywhereInTheUk',
      title: 'a bank holiday anywhere in the UK skipped',
      ...by((year) => anywhere(all, year)),
      units: DAYS,
    },
    {
      id: 'commonToAll',
      title: 'only bank holidays of all three divisions skipped',
      ...by((year) => common(all, year)),
      units: DAYS,
    },
    { id: 'calendarDays', title: 'calendar days', ...everyDay, units: ['workingDays'] },
    {
      id: 'triggerDay',
      title: `${firstDay === 'sameDay' ? 'not counting' : 'counting'} the day of the clock`,
      ...ruled,
      firstDay: firstDay === 'sameDay' ? 'dayAfter' : 'sameDay',
      units: ALL,
    },
  ]
  return known.filter(({ units }) => units.includes(unit))
}

const DAYS: readonly Period['unit'][] = ['workingDays', 'calendarDays']
const ALL: readonly Period['unit'][] = [...DAYS, 'months']

function ruleTitle({ unit }: Period, calendar: Calendar): string {
  if (unit === 'workingDays') return `working days in ${calendarName(calendar)}`
  return unit === 'months' ? 'calendar months' : 'calendar days'
}

function anywhere(all: readonly HolidayDays[], year: number): readonly BankHoliday[] {
  const days = new Map(all.flatMap(({ inYear }) => inYear(year)).map((one) => [one.day, one]))
  return [...days.values()]
}

function common(all: readonly HolidayDays[], year: number): readonly BankHoliday[] {
  const [first, ...others] = all.map(({ inYear }) => inYear(year))
  return (first ?? []).filter(({ day }) => others.every((one) => one.some((h) => h.day === day)))
}
