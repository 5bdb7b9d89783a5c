import { asAt } from '../../assessment/as-at.ts'
import type { AssessmentContext } from '../../assessment/assess-record.ts'
import type { Closure } from '../../assessment/back-plan.ts'
import { workingDayBefore } from '../../assessment/days-left.ts'
import { type ComputedDeadline, clockOf, deadlineOf } from '../../assessment/deadline.ts'
import type { Item } from '../../assessment/item.ts'
import { lastDayOf } from '../../assessment/last-day.ts'
import { receiptFor, workingDaysBefore } from '../../assessment/receipt.ts'
import { isOfAnyReport, rulesFor } from '../../assessment/rules.ts'
import { leavesOutHolidays, longHolidays } from '../../assessment/school-time.ts'
import type { HolidayDays } from '../../calendar/bank-holidays.ts'
import { type Closed, type Counting, closedBy, countDays } from '../../calendar/counting.ts'
import { dayOf, type IsoDate, isoOf } from '../../calendar/day.ts'
import type { Calendar } from '../../calendar/division.ts'
import type { BankHoliday } from '../../calendar/projection.ts'
import { type Span, withoutDays } from '../../calendar/without-days.ts'
import type { WorkingDays } from '../../calendar/working-days.ts'
import type { Clock, Framework, Stage } from '../../frameworks/framework.ts'
import { ownValue } from '../../language/own-value.ts'
import type { PlanStage } from '../../records/plan-stage.ts'
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

/** Why an item is due on its day. */
export type Explanation = {
  readonly item: Item
  readonly framework: Framework
  /** The rule that gives the date; null for an action, and where no clock has started. */
  readonly derivation: Derivation | null
  /** The date that the letter states, and how many working days it lies after the rule's. */
  readonly stated: (FileLine & Stated) | null
  /** As granted, each with its place. */
  readonly extensions: readonly (FileLine & Extension)[]
  /** Why the due day is no working day, where it is none. */
  readonly dueClosed: Closed | null
  /** Closures of the authority between the start of the clock and the due day. */
  readonly closures: readonly Closure[]
}

type Stated = {
  readonly date: IsoDate
  readonly workingDaysFromRule: number | null
  /** The day of receipt from which the rule gives this date, where only publication is known. */
  readonly fits: Receipt | null
}

/** A day of receipt, and how many working days it lies before publication. */
export type Receipt = { readonly received: IsoDate; readonly workingDaysBefore: number }
type Extension = NonNullable<PlanStage['extensions']>[number]

/** Explains the items of one record, each stage and action, as at the day of the context. */
export function explainRecord(
  reading: RecordReading,
  items: readonly Item[],
  context: AssessmentContext,
): readonly Explanation[] {
  const framework = context.frameworks.get(reading.record?.framework ?? '')
  if (!reading.record || !framework) return []
  const record = asAt(reading.record, isoOf(context.today))
  const rules = rulesFor(framework, record, reading.record.plan)
  return items.map((item) => {
    const rule = item.due === null ? undefined : rules.get(item.stage ?? '')?.rule
    const excludes = rule?.excludes ?? framework.excludes
    const holidays = longHolidays(excludes, record)
    const days = withoutDays(context.workingDaysOf(framework.calendar), holidays)
    const counted = rule && derivationOf(rule, record, framework, reading, holidays, context)
    const derivation = counted ? alsoRelaxedOn(item.due, counted) : null
    const computed = rule && deadlineOf(rule, framework, record, days)?.computed
    return {
      item,
      framework,
      derivation,
      ...said(item, record, reading, (stated) => ({
        workingDaysFromRule: computed ? days.between(computed.due, dayOf(stated)) : null,
        fits: rule && computed ? fitting(stated, rule, framework, computed, days) : null,
      })),
      dueClosed: item.due ? (closedBy(days)(dayOf(item.due)) ?? null) : null,
      closures: closuresUntil(item, derivation, context),
    }
  })
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

function derivationOf(
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

function said(
  { stage }: Item,
  { plan = {} }: InspectionRecord,
  { file, placeOf, record }: RecordReading,
  againstRule: (stated: IsoDate) => Omit<Stated, 'date'>,
): Pick<Explanation, 'stated' | 'extensions'> {
  const { stated, extensions = [] } = ownValue(plan, stage ?? '') ?? {}
  // Those of a later day are not among the extensions as at the day, but they are in the file.
  const inFile = ownValue(record?.plan, stage ?? '')?.extensions ?? []
  const line = (...path: (string | number)[]) => placeOf(['plan', stage ?? '', ...path]).line
  return {
    stated: stated
      ? {
          date: stated,
          ...againstRule(stated),
          file,
          line: line('stated'),
        }
      : null,
    extensions: extensions.map((extension) => ({
      ...extension,
      file,
      line: line('extensions', inFile.indexOf(extension)),
    })),
  }
}

/** The receipt that a stated date fits, where the date of the rule is the latest of several. */
function fitting(
  stated: IsoDate,
  rule: Stage,
  framework: Framework,
  computed: ComputedDeadline,
  days: WorkingDays,
): Receipt | null {
  const { due, start, earliest } = computed
  if (!earliest || dayOf(stated) >= due || dayOf(stated) < earliest.due) return null
  const received = receiptFor(dayOf(stated), rule, framework, computed, days)
  if (received === undefined) return null
  return { received: isoOf(received), workingDaysBefore: workingDaysBefore(received, start, days) }
}

/** The times in which one of some due dates was not the only limit. */
function relaxedOn(dues: readonly IsoDate[], { relaxed = [] }: Stage): Derivation['relaxed'] {
  return relaxed.filter(({ from, until }) => dues.some((due) => from <= due && due <= until))
}

/** A derivation beside a due date that somebody stated or granted, which may be relaxed by itself. */
function alsoRelaxedOn(due: IsoDate | null, derivation: Derivation): Derivation {
  const dues = [isoOf(derivation.counting.due), due ?? []].flat()
  return { ...derivation, relaxed: relaxedOn(dues, derivation.rule) }
}

function closuresUntil(
  { due }: Item,
  derivation: Derivation | null,
  { today, backPlan }: AssessmentContext,
): readonly Closure[] {
  const from = derivation?.clock.date ?? isoOf(today)
  return backPlan.closures.filter(
    (closure) => due !== null && closure.from <= due && (closure.to ?? closure.from) >= from,
  )
}
