import { dayOf, isoOf } from '../calendar/day.ts'
import { withoutDays } from '../calendar/without-days.ts'
import { ownValue } from '../language/own-value.ts'
import type { Action } from '../records/action.ts'
import type { InspectionRecord } from '../records/record.ts'
import type { Background } from './background.ts'
import { actionMargin, stageMargin } from './margins.ts'
import { lastVisited } from './record-facts.ts'
import type { AssessedStage, Measure, Standing } from './standing.ts'

/** A step is worth a line as long as somebody can still prepare for it, but not for weeks. */
const SOON = 5

/** The background of a stage. */
export function stageBackground(
  { id, rule, deadline, standing }: AssessedStage,
  record: InspectionRecord,
  measure: Measure,
): Background {
  const { closed, extensions = [] } = ownValue(record.plan, id) ?? {}
  const isCounted = deadline?.computed !== undefined && deadline.basis === deadline.computed.clock
  return {
    closedOn: closed?.on ?? null,
    extensions,
    areas: [],
    countedFrom: isCounted && deadline.computed ? isoOf(deadline.computed.start) : null,
    margin: stageMargin(id, rule.period, measure.margins),
    ...common(standing, record, measure),
  }
}

/** The background of an action. */
export function actionBackground(
  { answers = [], closed, extensions = [] }: Action,
  standing: Standing,
  record: InspectionRecord,
  measure: Measure,
): Background {
  const { areasForPriorityAction = [], areasForImprovement = [] } = record
  return {
    closedOn: closed?.on ?? null,
    extensions,
    areas: [...areasForPriorityAction, ...areasForImprovement]
      .filter(({ id }) => answers.includes(id))
      .map(({ id, text }) => ({ id, text })),
    countedFrom: null,
    margin: actionMargin(measure.margins),
    ...common(standing, record, measure),
  }
}

function common(standing: Standing, record: InspectionRecord, { today, days }: Measure) {
  const { published = null, received = null, sent = null } = record
  const { due, expected, schoolHolidays, steps } = standing
  const counted = withoutDays(days, schoolHolidays)
  const isLate = due !== null && expected !== null && expected > due
  const next = steps.find(({ on, done }) => done === null && on >= isoOf(today))
  return {
    published,
    received,
    sent,
    visited: lastVisited(record),
    workingDaysExpectedLate: isLate ? counted.between(dayOf(due), dayOf(expected)) : 0,
    nextStep: next && days.between(today, dayOf(next.on)) <= SOON ? next : null,
  }
}
