import { type Day, dayOf, isoOf } from '../calendar/day.ts'
import type { Calendar } from '../calendar/division.ts'
import type { WorkingDays } from '../calendar/working-days.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Framework } from '../frameworks/framework.ts'
import { ownValue } from '../language/own-value.ts'
import type { RecordReading } from '../records/read-record.ts'
import type { InspectionRecord } from '../records/record.ts'
import { assessAction, lateActionNotes } from './actions.ts'
import { type LaterStart, withAhead, withLaterStart } from './ahead.ts'
import { asAt } from './as-at.ts'
import { actionBackground, stageBackground } from './assess-background.ts'
import type { BackPlan } from './back-plan.ts'
import { type Extended, extensionRemarks } from './extension-remarks.ts'
import type { Item } from './item.ts'
import type { Margins } from './margins.ts'
import { recordRemarks, stageRemarks } from './remarks.ts'
import { assessStages, finalStage } from './stages.ts'
import type { Standing } from './standing.ts'
import { waiverRemarks, waiversOn } from './waivers.ts'

/** By what records are assessed. */
export type AssessmentContext = {
  /** The day for which the assessment speaks. */
  readonly today: Day
  readonly frameworks: ReadonlyMap<string, Framework>
  workingDaysOf(calendar: Calendar): WorkingDays
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
  const today = isoOf(context.today)
  const record = asAt(reading.record, today)
  /** Most records date nothing after today. */
  const isAllPast = record === reading.record
  const measure = {
    today: context.today,
    days: context.workingDaysOf(framework.calendar),
    margins: context.margins,
    backPlan: context.backPlan,
  }
  const stages = assessStages(framework, record, reading.record.plan, measure)
  const plan = finalStage(stages, ({ id }) => id)
  // A faulty part is reported by its diagnostic; an item made of what is left could mislead.
  const soundStages = stages.filter(({ id }) => !reading.isSpoilt(id))
  const soundActions = [...(record.actions ?? []).entries()].filter(
    ([index]) => !reading.isSpoilt(index),
  )
  const start = isAllPast ? undefined : laterStart(reading, context)
  const stageItems = soundStages.map((stage) => {
    const { id, standing } = stage
    const facts = stageBackground(stage, record, measure)
    const said = ownValue(reading.record?.plan, id)
    const background = isAllPast ? facts : withAhead(facts, said, said?.submitted, today)
    const part = { id, line: stageLine(reading, id), background }
    return withLaterStart(itemOf(reading, record, part, standing, context), start)
  })
  const actionItems = soundActions.map(([index, action]) => {
    const line = reading.placeOf(['actions', index, 'id']).line
    const standing = assessAction(action, record, plan, measure)
    const said = reading.record?.actions?.[index]
    const facts = actionBackground(action, standing, record, measure)
    const background = isAllPast ? facts : withAhead(facts, said, said?.done, today)
    return itemOf(reading, record, { id: action.id, line, background }, standing, context)
  })
  const items = [...stageItems, ...actionItems]
  return {
    items,
    diagnostics: [
      ...recordRemarks(reading, record, stages),
      ...stages.flatMap((stage) => stageRemarks(stage, record, reading, measure)),
      ...soundActions.flatMap(([index, { extensions }], position) =>
        extensionRemarks(
          extendedAction(index, extensions, actionItems[position], reading),
          reading,
        ),
      ),
      ...lateActionNotes(record.actions ?? [], plan, reading.placeOf),
      ...waiverRemarks(record, items, today, reading.placeOf),
    ],
  }
}

/** The last day after today on which the record starts a clock, with what is due by it then. */
function laterStart(reading: RecordReading, context: AssessmentContext): LaterStart | undefined {
  const { received, sent, published } = reading.record ?? {}
  const days = [received, sent, published].filter((day) => day !== undefined)
  const on = days.sort().at(-1)
  if (on === undefined || on <= isoOf(context.today)) return undefined
  const { items } = assessRecord(reading, { ...context, today: dayOf(on) })
  return { on, dues: new Map(items.map(({ id, originalDue }) => [id, originalDue])) }
}

function extendedAction(
  index: number,
  extensions: Extended['extensions'] = [],
  standing: Extended['standing'] = NOT_EXTENDED,
  { record }: RecordReading,
): Extended {
  const inFile = record?.actions?.[index]?.extensions ?? []
  return { standing, extensions, inFile, path: ['actions', index, 'extensions'] }
}

const NOT_EXTENDED = { due: null, originalDue: null }

function itemOf(
  reading: RecordReading,
  record: InspectionRecord,
  { id, line, background }: Pick<Item, 'id' | 'line' | 'background'>,
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
    waivers: waiversOn(id, record, isoOf(today)),
    background,
    ...standing,
  }
}

/** Where a stage stands in its file, or the framework that demands it where the file is silent. */
function stageLine(reading: RecordReading, stage: string): number {
  const inPlan = ownValue(reading.record?.plan, stage) !== undefined
  return reading.placeOf(inPlan ? ['plan', stage] : ['framework'], 'key').line
}
