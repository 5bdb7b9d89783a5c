import { asAt } from '../../assessment/as-at.ts'
import type { AssessmentContext } from '../../assessment/assess-record.ts'
import type { Closure } from '../../assessment/back-plan.ts'
import { type ComputedDeadline, deadlineOf } from '../../assessment/deadline.ts'
import { type Item, partOf } from '../../assessment/item.ts'
import { leadOf, receiptFor, workingDaysBefore } from '../../assessment/receipt.ts'
import { rulesFor } from '../../assessment/rules.ts'
import { longHolidays } from '../../assessment/school-time.ts'
import { type Closed, closedBy } from '../../calendar/counting.ts'
import { dayOf, type IsoDate, isoOf } from '../../calendar/day.ts'
import { withoutDays } from '../../calendar/without-days.ts'
import type { WorkingDays } from '../../calendar/working-days.ts'
import type { Framework, Stage } from '../../frameworks/framework.ts'
import { ownValue } from '../../language/own-value.ts'
import type { GrantedExtension } from '../../records/item-parts.ts'
import type { PlanStage } from '../../records/plan-stage.ts'
import type { RecordReading } from '../../records/read-record.ts'
import type { InspectionRecord } from '../../records/record.ts'
import type { Path } from '../../yaml/place.ts'
import { alsoRelaxedOn, type Derivation, derivationOf, type FileLine } from './derivation.ts'
import { type PlanOfAction, planOfAction } from './plan-of-action.ts'

/** Why an item is due on its day. */
export type Explanation = {
  readonly item: Item
  readonly framework: Framework
  /** The plan that an action belongs to; null for a stage. */
  readonly plan: PlanOfAction | null
  /** The rule that gives the date; null for an action, and where no clock has started. */
  readonly derivation: Derivation | null
  /** The date that the letter states, and how many working days it lies after the rule's. */
  readonly stated: (FileLine & Stated) | null
  /** As granted, each with its place. */
  readonly extensions: readonly (FileLine & GrantedExtension)[]
  /** Whether the visit ended so late that the report cannot have come as early as others do. */
  readonly isBoundByVisit: boolean
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

/** Explains those of the items of one record that it is about, as at the day of the context. */
export function explainRecord(
  reading: RecordReading,
  items: readonly Item[],
  context: AssessmentContext,
  isAbout: (item: Item) => boolean = () => true,
): readonly Explanation[] {
  const framework = context.frameworks.get(reading.record?.framework ?? '')
  if (!reading.record || !framework) return []
  const record = asAt(reading.record, isoOf(context.today))
  const rules = rulesFor(framework, record, reading.record.plan)
  return items.filter(isAbout).map((item) => {
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
      plan: planOfAction(item, items, days),
      derivation,
      ...said(item, record, reading, (stated) => ({
        workingDaysFromRule: computed ? days.between(computed.due, dayOf(stated)) : null,
        fits: rule && computed ? fitting(stated, rule, framework, computed, days) : null,
      })),
      isBoundByVisit: computed ? isBoundByVisit(computed, framework, days) : false,
      dueClosed: item.due ? (closedBy(days)(dayOf(item.due)) ?? null) : null,
      closures: closuresUntil(item, derivation, context),
    }
  })
}

function said(
  item: Item,
  asAtDay: InspectionRecord,
  { file, placeOf, record }: RecordReading,
  againstRule: (stated: IsoDate) => Omit<Stated, 'date'>,
): Pick<Explanation, 'stated' | 'extensions'> {
  const { stated } = ownValue(asAtDay.plan, item.stage ?? '') ?? {}
  const { extensions = [] } = entryOf(item, asAtDay).entry
  // Those of a later day are not among the extensions as at the day, but they are in the file.
  const { entry, at } = entryOf(item, record ?? asAtDay)
  const inFile = entry.extensions ?? []
  const line = (...path: (string | number)[]) => placeOf([...at, ...path]).line
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

/** The stage or action that an item is, and the path on which it stands. */
function entryOf(
  item: Item,
  { plan, actions = [] }: InspectionRecord,
): { readonly entry: Pick<PlanStage, 'extensions'>; readonly at: Path } {
  const { stage } = item
  if (stage !== null) return { entry: ownValue(plan, stage) ?? {}, at: ['plan', stage] }
  const index = actions.findIndex(({ id }) => id === partOf(item))
  return { entry: actions[index] ?? {}, at: ['actions', index] }
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

function isBoundByVisit(
  { start, earliest }: ComputedDeadline,
  framework: Framework,
  days: WorkingDays,
): boolean {
  return earliest !== null && workingDaysBefore(earliest.start, start, days) < leadOf(framework)
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
