import { type Day, dayOf, isoOf } from '../calendar/day.ts'
import { longDate } from '../calendar/format-date.ts'
import type { WorkingDays } from '../calendar/working-days.ts'
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import { count } from '../language/count.ts'
import { ownValue } from '../language/own-value.ts'
import type { RecordReading } from '../records/read-record.ts'
import type { InspectionRecord } from '../records/record.ts'
import { type Extended, extensionRemarks } from './extension-remarks.ts'
import { DEMANDING_KEYS } from './rules.ts'
import { isWithoutAreas } from './stages.ts'
import type { AssessedStage, Measure } from './standing.ts'

/** What is to be said of a record as a whole, as at the day of the report. */
export function recordRemarks(
  { placeOf }: RecordReading,
  record: InspectionRecord,
  stages: readonly AssessedStage[],
): Diagnostic[] {
  const reported = (['published', 'received', 'sent'] as const).find((key) => record[key])
  const asksForAreas = stages.some(({ rule }) => rule.required === 'ifPriorityAction')
  const { areasForPriorityAction: areas } = record
  const isWaiting = stages.some(({ standing }) => standing.status === 'waiting')
  return [
    ...(reported && asksForAreas && !areas
      ? [diagnose(placeOf([reported], 'key'), 'areas-unknown', {})]
      : []),
    ...(!reported && areas?.length && isWaiting
      ? [diagnose(placeOf(['areasForPriorityAction'], 'key'), 'date-unknown', {})]
      : []),
  ]
}

/** What is to be said of one stage of a record. */
export function stageRemarks(
  stage: AssessedStage,
  record: InspectionRecord,
  reading: RecordReading,
  measure: Measure,
): Diagnostic[] {
  return [
    ...contradicted(stage, record, reading),
    ...statedOutside(stage, record, reading, measure),
    ...extensionRemarks(extendedStage(stage, record, reading), reading),
    ...unknownSteps(stage, record, reading, measure),
  ]
}

/** A stage that the record speaks of, although the rule does not demand it. `closed` says as much. */
function contradicted(
  { id, rule, isInForce }: AssessedStage,
  record: InspectionRecord,
  reading: RecordReading,
): Diagnostic[] {
  const plan = ownValue(reading.record?.plan, id)
  const key = DEMANDING_KEYS.find((one) => one !== 'closed' && plan?.[one] !== undefined)
  const isUndemanded = !isInForce || isWithoutAreas(rule, record)
  if (!key || !isUndemanded) return []
  const args = { stage: id, key, because: isInForce ? 'areas' : 'validity' } as const
  return [diagnose(reading.placeOf(['plan', id, key], 'key'), 'stage-contradicted', args)]
}

/** A stated date that the rule gives for no receipt that can be. */
function statedOutside(
  { id, deadline, leavesOutHolidays }: AssessedStage,
  record: InspectionRecord,
  { placeOf }: RecordReading,
  { days }: Measure,
): Diagnostic[] {
  const stated = ownValue(record.plan, id)?.stated
  const computed = deadline?.computed
  if (!stated || !computed) return []
  const { due, clock, start, earliest } = computed
  const isEarly = stated < isoOf(earliest?.due ?? due)
  if (!isEarly && stated <= isoOf(due)) return []
  const limit = isEarly ? (earliest?.due ?? due) : due
  const from = isEarly && earliest ? `receipt on ${longDate(isoOf(earliest.start))}` : ''
  const isWithoutHolidays = !isEarly && leavesOutHolidays && record.schoolHolidays === undefined
  return [
    diagnose(placeOf(['plan', id, 'stated']), 'stated-differs', {
      stated: longDate(stated),
      distance: distanceWords(limit, dayOf(stated), days),
      computed: longDate(isoOf(limit)),
      from: from || `\`${clock}\`, ${longDate(isoOf(start))}`,
      isEarliest: isEarly ? earliest !== null : isWithoutHolidays,
      isWithoutHolidays,
    }),
  ]
}

/** How far one day lies from another: `3 working days before`. */
function distanceWords(from: Day, to: Day, days: WorkingDays): string {
  const working = Math.abs(days.between(from, to))
  const amount = working === 0 ? count(Math.abs(to - from), 'day') : count(working, 'working day')
  return `${amount} ${to < from ? 'before' : 'after'}`
}

function extendedStage(
  { id, standing }: AssessedStage,
  record: InspectionRecord,
  { record: whole }: RecordReading,
): Extended {
  const { extensions = [] } = ownValue(record.plan, id) ?? {}
  const inFile = ownValue(whole?.plan, id)?.extensions ?? []
  return { standing, extensions, inFile, path: ['plan', id, 'extensions'] }
}

function unknownSteps(
  { id: stage }: AssessedStage,
  { plan }: InspectionRecord,
  { placeOf }: RecordReading,
  { backPlan }: Measure,
): Diagnostic[] {
  const known = (ownValue(backPlan.governance, stage) ?? []).map(({ id }) => id)
  return Object.keys(ownValue(plan, stage)?.steps ?? {})
    .filter((id) => !known.includes(id))
    .map((id) => {
      const place = placeOf(['plan', stage, 'steps', id], 'key')
      return diagnose(place, 'unknown-reference', { id, what: 'step', known })
    })
}
