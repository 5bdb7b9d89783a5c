import { type Day, isoOf } from '../calendar/day.ts'
import type { Division } from '../calendar/division.ts'
import { longDate } from '../calendar/format-date.ts'
import type { WorkingDays } from '../calendar/working-days.ts'
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import type { Framework } from '../frameworks/framework.ts'
import { ownValue } from '../language/own-value.ts'
import type { Action } from '../records/action.ts'
import type { RecordReading } from '../records/read-record.ts'
import type { InspectionRecord } from '../records/record.ts'
import { assessAction, lateActionNotes } from './actions.ts'
import { asAt } from './as-at.ts'
import type { BackPlan } from './back-plan.ts'
import type { Item } from './item.ts'
import type { Margins } from './margins.ts'
import { assessStages } from './stages.ts'
import type { AssessedStage, Standing } from './standing.ts'
import { waiverRemarks, waiversOn } from './waivers.ts'

/** By what records are assessed. */
export type AssessmentContext = {
  /** The day for which the assessment speaks. */
  readonly today: Day
  readonly frameworks: ReadonlyMap<string, Framework>
  workingDaysOf(division: Division): WorkingDays
  readonly margins: Margins
  readonly backPlan: BackPlan
}

/** The items of one record and what there is to remark on it. */
export type RecordAssessment = {
  readonly items: readonly Item[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Assesses one record: each stage that its framework knows, then each action, as at `today`. */
export function assessRecord(reading: RecordReading, context: AssessmentContext): RecordAssessment {
  const framework = context.frameworks.get(reading.record?.framework ?? '')
  if (!reading.record || !framework) return { items: [], diagnostics: [] }
  const record = asAt(reading.record, isoOf(context.today))
  const measure = {
    today: context.today,
    days: context.workingDaysOf(framework.calendar),
    margins: context.margins,
    backPlan: context.backPlan,
  }
  const stages = assessStages(framework, record, measure)
  const plan = stages.find(({ id }) => id === 'final') ?? stages.at(-1)
  // A faulty part is reported by its diagnostic; an item made of what is left could mislead.
  const soundStages = stages.filter(({ id }) => !reading.isSpoilt(id))
  const soundActions = [...(record.actions ?? []).entries()].filter(
    ([index]) => !reading.isSpoilt(index),
  )
  const items = [
    ...soundStages.map(({ id, standing }) =>
      itemOf(reading, record, id, stageLine(reading, id), standing, context),
    ),
    ...soundActions.map(([index, action]) => {
      const line = reading.placeOf(['actions', index, 'id']).line
      const standing = assessAction(action, record, plan, measure)
      return itemOf(reading, record, action.id, line, standing, context)
    }),
  ]
  return {
    items,
    diagnostics: [
      ...remarks(reading, record, framework, stages, plan, context.backPlan),
      ...waiverRemarks(record, items, isoOf(context.today), reading.placeOf),
    ],
  }
}

function itemOf(
  reading: RecordReading,
  record: InspectionRecord,
  id: string,
  line: number,
  standing: Standing,
  { today }: AssessmentContext,
): Item {
  return {
    id: `${reading.id}#${id}`,
    record: reading.id,
    file: reading.file,
    line,
    authority: record.authority,
    framework: record.framework,
    ...standing,
    waivers: waiversOn(id, record, isoOf(today)),
  }
}

/** Where a stage stands in its file, or the framework that demands it where the file is silent. */
function stageLine(reading: RecordReading, stage: string): number {
  const inPlan = ownValue(reading.record?.plan, stage) !== undefined
  return reading.placeOf(inPlan ? ['plan', stage] : ['framework'], 'key').line
}

function remarks(
  reading: RecordReading,
  record: InspectionRecord,
  framework: Framework,
  stages: readonly AssessedStage[],
  plan: AssessedStage | undefined,
  backPlan: BackPlan,
): Diagnostic[] {
  const { placeOf } = reading
  const isReportOut = record.published ?? record.received
  const asksForAreas = framework.stages.some(({ required }) => required === 'ifPriorityAction')
  const areasUnknown = isReportOut && asksForAreas && !record.areasForPriorityAction
  const actions: readonly Action[] = record.actions ?? []
  return [
    ...(areasUnknown
      ? [
          diagnose(
            placeOf([record.published ? 'published' : 'received'], 'key'),
            'areas-unknown',
            {},
          ),
        ]
      : []),
    ...(!isReportOut && record.areasForPriorityAction?.length && isCountable(stages)
      ? [diagnose(placeOf(['areasForPriorityAction'], 'key'), 'date-unknown', {})]
      : []),
    ...stages.flatMap((stage) => statedDiffers(stage, record, placeOf)),
    ...stages.flatMap((stage) => shortened(stage, record, placeOf)),
    ...lateActionNotes(actions, plan, placeOf),
    ...unknownSteps(record, backPlan, placeOf),
  ]
}

/** Whether a stage waits for nothing but a date. */
function isCountable(stages: readonly AssessedStage[]): boolean {
  return stages.some(({ standing }) => standing.status === 'waiting')
}

function unknownSteps(
  { plan = {} }: InspectionRecord,
  { governance }: BackPlan,
  placeOf: RecordReading['placeOf'],
): Diagnostic[] {
  return Object.entries(plan).flatMap(([stage, { steps = {} }]) => {
    const known = (ownValue(governance, stage) ?? []).map(({ id }) => id)
    return Object.keys(steps)
      .filter((id) => !known.includes(id))
      .map((id) => {
        const place = placeOf(['plan', stage, 'steps', id], 'key')
        return diagnose(place, 'unknown-reference', { id, what: 'step', known })
      })
  })
}

function shortened(
  { id, deadline }: AssessedStage,
  record: InspectionRecord,
  placeOf: RecordReading['placeOf'],
): Diagnostic[] {
  if (deadline?.basis !== 'extended' || deadline.due >= deadline.originalDue) return []
  const to = longDate(isoOf(deadline.due))
  const due = longDate(isoOf(deadline.originalDue))
  const index =
    ownValue(record.plan, id)?.extensions?.findIndex((one) => one.to === isoOf(deadline.due)) ?? 0
  const place = placeOf(['plan', id, 'extensions', index, 'to'])
  return [diagnose(place, 'extension-shortens', { to, due })]
}

function statedDiffers(
  { id, deadline }: AssessedStage,
  record: InspectionRecord,
  placeOf: RecordReading['placeOf'],
): Diagnostic[] {
  const stated = ownValue(record.plan, id)?.stated
  const computed = deadline?.computed
  if (!stated || !computed || stated === isoOf(computed.due)) return []
  return [
    diagnose(placeOf(['plan', id, 'stated']), 'stated-differs', {
      stated: longDate(stated),
      computed: longDate(isoOf(computed.due)),
      from: `from \`${computed.clock}\`, ${longDate(isoOf(computed.start))}`,
    }),
  ]
}
