import { addDays, type Day, dayOf, isoOf } from '../calendar/day.ts'
import type { Stage } from '../frameworks/framework.ts'
import type { PlanStage } from '../records/plan-stage.ts'
import { afterDue, missed, onClosure, stepsTo } from './back-plan.ts'
import { firstDayWithin } from './days-left.ts'
import { type Deadline, RECEIPT_LEAD } from './deadline.ts'
import { isOpen, type Step } from './item.ts'
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
    openBefore: earlier.filter(({ standing }) => isOpen(standing)),
    steps,
  }
  const from = firstDayAtRisk(stage, measure)
  const base = { ...daysLeft(today, deadline, measure), atRiskFrom: isoOf(from), steps }
  if (today > deadline.due) return { ...base, status: 'overdue' }
  const risks = risksOn(today, stage, measure)
  const atRiskFrom = isoOf(from < today ? from : today)
  return risks.reasons.length > 0
    ? { ...base, ...risks, status: 'atRisk', atRiskFrom }
    : { ...base, status: 'onTrack', atRiskWhy: risksOn(from, stage, measure).why }
}

/** What decides whether an open stage is at risk on a day. */
type OpenStage = {
  readonly rule: Stage
  readonly plan: PlanStage
  readonly deadline: Deadline
  /** The earlier stages that are still to be submitted. */
  readonly openBefore: readonly AssessedStage[]
  readonly steps: readonly Step[]
}

/** The first day on which a reason applies that comes with a day. */
function firstDayAtRisk(
  { rule, deadline, openBefore, steps }: OpenStage,
  { days, margins }: Measure,
): Day {
  const { due } = deadline
  const from = [
    firstDayWithin(stageMargin(rule.id, rule.period, margins), due, days),
    ...openBefore.map((stage) => addDays(stage.deadline?.due ?? due, 1)),
    ...(isReceiptUnknown(rule, deadline) ? [firstDayWithin(RECEIPT_LEAD, due, days)] : []),
    ...steps.filter(({ done }) => !done).map(({ on }) => addDays(dayOf(on), 1)),
  ]
  return from.reduce((first, day) => (day < first ? day : first))
}

/** The reasons for which an open stage is at risk on a day, if nothing is done until then. */
function risksOn(
  day: Day,
  { rule, plan, deadline, openBefore, steps }: OpenStage,
  measure: Measure,
): Pick<Standing, 'reasons' | 'why'> {
  const { due } = deadline
  const { expected } = plan
  const { workingDaysLeft: left, calendarDaysLeft } = daysLeft(day, deadline, measure)
  const past = missed(steps, isoOf(day))
  const closed = onClosure(steps, isoOf(day))
  const late = afterDue(steps, isoOf(due))
  const overdue = openBefore.find((stage) => day > (stage.deadline?.due ?? due))
  return sentence.risks({
    dueSoon:
      left <= stageMargin(rule.id, rule.period, measure.margins) &&
      sentence.dueSoon(left, calendarDaysLeft),
    earlierStageOverdue: overdue && sentence.earlierStageOverdue(overdue.standing.title),
    forecastLate: expected && dayOf(expected) > due && sentence.forecastLate(expected, isoOf(due)),
    receiptUnknown:
      isReceiptUnknown(rule, deadline) &&
      left <= RECEIPT_LEAD &&
      sentence.receiptUnknown(RECEIPT_LEAD),
    stepMissed: past.length > 0 && sentence.stepMissed(past),
    stepOnClosure: closed.length > 0 && sentence.stepOnClosure(closed),
    stepAfterDue: late.length > 0 && sentence.stepAfterDue(late),
  })
}

/** Whether a rule that runs from receipt had to be counted from publication. */
export function isReceiptUnknown({ clock }: Stage, { basis }: Deadline): boolean {
  return clock === 'received' && basis === 'published'
}
