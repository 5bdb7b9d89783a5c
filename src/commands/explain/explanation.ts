import { asAt } from '../../assessment/as-at.ts'
import type { AssessmentContext } from '../../assessment/assess-record.ts'
import type { Closure } from '../../assessment/back-plan.ts'
import { clockOf, isInForce, lastDayOf, rulesFor } from '../../assessment/deadline.ts'
import type { Item } from '../../assessment/item.ts'
import type { BankHolidays } from '../../calendar/bank-holidays.ts'
import { type Closed, type Counting, closedBy, countDays } from '../../calendar/counting.ts'
import { dayOf, type IsoDate, isoOf } from '../../calendar/day.ts'
import type { Division } from '../../calendar/division.ts'
import type { BankHoliday } from '../../calendar/projection.ts'
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
  readonly division: Division
  readonly clock: { readonly name: Clock; readonly date: IsoDate; readonly at: FileLine | null }
  readonly counting: Counting
  readonly provisional: boolean
  /** The bank holidays among the skipped days that no official list names yet. */
  readonly projected: readonly BankHoliday[]
  /** Those of the division, to be shown also where the count passes over none. */
  readonly holidays: BankHolidays
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

type Stated = { readonly date: IsoDate; readonly workingDaysFromRule: number | null }
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
  const rules = rulesFor(framework, record)
  const isClosed = closedBy(context.workingDaysOf(framework.calendar))
  return items.map((item) => {
    const rule = item.due === null ? undefined : rules.get(item.stage ?? '')
    const derivation = rule ? derivationOf(rule, record, framework, reading, context) : null
    return {
      item,
      framework,
      derivation,
      ...said(item, record, reading, (stated) => fromRule(stated, derivation, context)),
      dueClosed: item.due ? (isClosed(dayOf(item.due)) ?? null) : null,
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
    .filter((rule) => isInForce(rule, date))
    .map((rule) => derive(rule, framework, { name: rule.clock, date, at: null }, workingDaysOf))
}

function derivationOf(
  rule: Stage,
  record: InspectionRecord,
  framework: Framework,
  { file, placeOf }: RecordReading,
  { workingDaysOf }: AssessmentContext,
): Derivation | null {
  const clock = clockOf(rule, record)
  if (!clock) return null
  const at = { file, line: placeOf([clock.name]).line }
  return derive(rule, framework, { ...clock, at }, workingDaysOf)
}

function derive(
  rule: Stage,
  { calendar }: Framework,
  clock: Derivation['clock'],
  workingDaysOf: AssessmentContext['workingDaysOf'],
): Derivation {
  const days = workingDaysOf(calendar)
  const { firstOfficial, lastOfficial } = days.holidays
  const start = dayOf(clock.date)
  const counting = countDays(start, rule.period, rule.firstDay, days)
  return {
    rule,
    division: calendar,
    clock,
    counting,
    provisional: lastDayOf(rule, start, days).provisional,
    projected: counting.bankHolidays.filter(({ day }) => day > lastOfficial || day < firstOfficial),
    holidays: days.holidays,
    readings: readingsOf(rule, start, calendar, workingDaysOf),
  }
}

function said(
  { stage }: Item,
  { plan = {} }: InspectionRecord,
  { file, placeOf, record }: RecordReading,
  workingDaysFromRule: (stated: IsoDate) => number | null,
): Pick<Explanation, 'stated' | 'extensions'> {
  const { stated, extensions = [] } = ownValue(plan, stage ?? '') ?? {}
  // Those of a later day are not among the extensions as at the day, but they are in the file.
  const inFile = ownValue(record?.plan, stage ?? '')?.extensions ?? []
  const line = (...path: (string | number)[]) => placeOf(['plan', stage ?? '', ...path]).line
  return {
    stated: stated
      ? {
          date: stated,
          workingDaysFromRule: workingDaysFromRule(stated),
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

function fromRule(
  stated: IsoDate,
  derivation: Derivation | null,
  { workingDaysOf }: AssessmentContext,
): number | null {
  if (!derivation) return null
  return workingDaysOf(derivation.division).between(derivation.counting.due, dayOf(stated))
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
