import type { AssessmentContext } from '../../assessment/assess-record.ts'
import { workingDayBefore } from '../../assessment/days-left.ts'
import { clockOf } from '../../assessment/deadline.ts'
import { lastDayOf } from '../../assessment/last-day.ts'
import { isOfAnyReport } from '../../assessment/rules.ts'
import { leavesOutHolidays } from '../../assessment/school-time.ts'
import type { HolidayDays } from '../../calendar/bank-holidays.ts'
import { type Counting, countDays } from '../../calendar/counting.ts'
import { dayOf, type IsoDate, isoOf } from '../../calendar/day.ts'
import type { Calendar } from '../../calendar/division.ts'
import type { BankHoliday } from '../../calendar/projection.ts'
import { type Span, withoutDays } from '../../calendar/without-days.ts'
import type { Clock, Framework, Stage } from '../../frameworks/framework.ts'
import type { RecordReading } from '../../records/read-record.ts'
import type { InspectionRecord } from '../../records/record.ts'
import { type PeriodReading, readingsOf } from './readings.ts'

/** Where in a file something stands. */
export type FileLine = { readonly file: string; readonly line: number }

/** How the rule of a stage comes to a date. */
export type Derivation = {
  readonly rule: Stage
  readonly calendar: Calendar
  readonly clock: { readonly name: Clock; readonly date: IsoDate; readonly at: FileLine | null }
  readonly counting: Counting
  readonly provisional: boolean
  /** The last working day before a computed date that is none itself. */
  readonly lastWorkingDay: IsoDate | null
  /** Whether it leaves out the long holidays of a school, if they are known. */
  readonly leavesOutHolidays: boolean
  /** The times of a relaxed rule in which the due date falls. */
  readonly relaxed: NonNullable<Stage['relaxed']>
  /** The bank holidays among the skipped days that no official list names yet. */
  readonly projected: readonly BankHoliday[]
  /** Those of the calendar, to be shown also where the count passes over none. */
  readonly holidays: HolidayDays
  /** The same date under other definitions, the rule's own first. */
  readonly readings: readonly PeriodReading[]
}

/** How each rule of a framework that is in force on a date comes to its due day from there. */
export function derivationsFrom(
  framework: Framework,
  date: IsoDate,
  { workingDaysOf }: Pick<AssessmentContext, 'workingDaysOf'>,
): readonly Derivation[] {
  return framework.stages
    .filter((rule) => isOfAnyReport(rule, date))
    .map((rule) => {
      const clock = { name: rule.clock, date, at: null }
      return derive(rule, framework, clock, [], workingDaysOf)
    })
}

/** How the rule of a stage comes to its date for a record; null where its clock has not started. */
export function derivationOf(
  rule: Stage,
  record: InspectionRecord,
  framework: Framework,
  { file, placeOf }: RecordReading,
  holidays: readonly Span[],
  { workingDaysOf }: AssessmentContext,
): Derivation | null {
  const clock = clockOf(rule, record)
  if (!clock) return null
  const isAfter = clock.name === 'submitted'
  const path = isAfter ? ['plan', rule.after ?? '', 'submitted'] : [clock.name]
  const at = { file, line: placeOf(path).line }
  return derive(rule, framework, { ...clock, at }, holidays, workingDaysOf)
}

function derive(
  rule: Stage,
  framework: Framework,
  clock: Derivation['clock'],
  schoolHolidays: readonly Span[],
  workingDaysOf: AssessmentContext['workingDaysOf'],
): Derivation {
  const { calendar, roll } = framework
  const days = withoutDays(workingDaysOf(calendar), schoolHolidays)
  const { firstOfficial, lastOfficial } = days.holidays
  const start = dayOf(clock.date)
  const counting = countDays(start, rule.period, rule.firstDay, days, roll)
  return {
    rule,
    calendar,
    clock,
    counting,
    provisional: lastDayOf(rule, framework, start, days).provisional,
    lastWorkingDay: workingDayBefore(counting.due, days),
    leavesOutHolidays: leavesOutHolidays(rule, framework),
    relaxed: relaxedOn([isoOf(counting.due)], rule),
    projected: counting.bankHolidays.filter(({ day }) => day > lastOfficial || day < firstOfficial),
    holidays: days.holidays,
    readings: readingsOf(rule, framework, start, workingDaysOf, schoolHolidays),
  }
}

/** The times in which one of some due dates was not the only limit. */
function relaxedOn(dues: readonly IsoDate[], { relaxed = [] }: Stage): Derivation['relaxed'] {
  return relaxed.filter(({ from, until }) => dues.some((due) => from <= due && due <= until))
}

/** A derivation beside a due date that somebody stated or granted, which may be relaxed by itself. */
export function alsoRelaxedOn(due: IsoDate | null, derivation: Derivation): Derivation {
  const dues = [isoOf(derivation.counting.due), due ?? []].flat()
  return { ...derivation, relaxed: relaxedOn(dues, derivation.rule) }
}
