import { addDays, type Day, dayOf, isoOf } from '../calendar/day.ts'
import type { Stage } from '../frameworks/framework.ts'
import type { PlanStage } from '../records/plan-stage.ts'
import { afterDue, missed, onClosure, stepsTo } from './back-plan.ts'
import { firstDayWithin, workingDaysLeft } from './days-left.ts'
import type { Deadline } from './deadline.ts'
import { isOpen, type RiskAhead, type Step } from './item.ts'
import { stageMargin } from './margins.ts'
import * as sentence from './sentences.ts'
import { type AssessedStage, daysLeft, type Measure, type Standing } from './standing.ts'

/**
 * A stage that has started its clock and is neither submitted nor closed: overdue, or at risk for the
 * reasons that apply, or on track. `earlier` are the stages before it.
 */
export function openStanding(
  rule: Stage,
  plan: PlanStage,
  deadline: Deadline,
  earlier: readonly AssessedStage[],
  measure: Measure,
): Partial<Standing> & Pick<Standing, 'status'> {
  const { today } = measure
  const steps = stepsTo(rule.id, plan, deadline, measure)
  const stage: OpenStage = {
    rule,
    plan,
    deadline,
    openBefore: earlier.flatMap(({ standing, deadline: before }) =>
      before && isOpen(standing) ? [{ title: standing.title, due: before.due }] : [],
    ),
    steps,
  }
  const risksAhead = risksAheadOf(stage, measure)
  const from = risksAhead.map(({ on }) => dayOf(on)).reduce((a, b) => (b < a ? b : a))
  const days = daysLeft(today, deadline, measure)
  const base = { atRiskFrom: isoOf(from), risksAhead, steps, ...days }
  if (today > deadline.due) return { status: 'overdue', ...base }
  const risks = risksOn(today, stage, measure)
  const atRiskFrom = isoOf(from < today ? from : today)
  return risks.reasons.length > 0
    ? { status: 'atRisk', ...base, ...risks, atRiskFrom }
    : { status: 'onTrack', atRiskWhy: risksOn(from, stage, measure).why, ...base }
}

/** What decides whether an open stage is at risk on a day. */
type OpenStage = {
  readonly rule: Stage
  readonly plan: PlanStage
  readonly deadline: Deadline
  /** The earlier stages that are still to be submitted. */
  readonly openBefore: readonly { readonly title: string; readonly due: Day }[]
  readonly steps: readonly Step[]
}

/** The reasons that come with time, each with the first day on which it applies. */
function risksAheadOf(
  { rule, deadline: { due, earliestDue }, openBefore, steps }: OpenStage,
  { days, margins }: Measure,
): RiskAhead[] {
  const margin = stageMargin(rule.id, rule.period, margins)
  const after = (day: Day) => isoOf(addDays(day, 1))
  return [
    { reason: 'dueSoon', on: isoOf(firstDayWithin(margin, earliestDue ?? due, days)) },
    ...openBefore.map((stage): RiskAhead => {
      return { reason: 'earlierStageOverdue', on: after(stage.due) }
    }),
    ...(earliestDue === null
      ? []
      : [{ reason: 'receiptUnknown', on: isoOf(earliestDue) } satisfies RiskAhead]),
    ...steps
      .filter(({ done }) => !done)
      .map(({ on }): RiskAhead => ({ reason: 'stepMissed', on: after(dayOf(on)) })),
  ]
}

/** The reasons for which an open stage is at risk on a day, if nothing is done until then. */
function risksOn(
  day: Day,
  { rule, plan, deadline, openBefore, steps }: OpenStage,
  measure: Measure,
): Pick<Standing, 'reasons' | 'why'> {
  const { due, earliestDue } = deadline
  const { expected } = plan
  const past = missed(steps, isoOf(day))
  const closed = onClosure(steps, isoOf(day))
  const late = afterDue(steps, isoOf(due))
  const overdue = openBefore.find((stage) => day > stage.due)
  return sentence.risks({
    dueSoon: dueSoonOn(day, rule, deadline, measure),
    earlierStageOverdue: overdue && sentence.earlierStageOverdue(overdue.title),
    forecastLate: expected && dayOf(expected) > due && sentence.forecastLate(expected, isoOf(due)),
    receiptUnknown:
      earliestDue !== null && day >= earliestDue && sentence.receiptUnknown(isoOf(earliestDue)),
    stepMissed: past.length > 0 && sentence.stepMissed(past),
    stepOnClosure: closed.length > 0 && sentence.stepOnClosure(closed),
    stepAfterDue: late.length > 0 && sentence.stepAfterDue(late),
  })
}

/** Whether few days are left to the earliest possible due day, and how many, as a sentence. */
function dueSoonOn(day: Day, rule: Stage, deadline: Deadline, measure: Measure): string | false {
  const { due, earliestDue } = deadline
  const left = workingDaysLeft(day, earliestDue ?? due, measure.days)
  if (left > stageMargin(rule.id, rule.period, measure.margins)) return false
  if (earliestDue !== null && day < earliestDue)
    return sentence.dueSoonAtTheEarliest(left, isoOf(earliestDue))
  return sentence.dueSoon(workingDaysLeft(day, due, measure.days), due - day)
}
