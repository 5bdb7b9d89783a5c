import { addDays, dayOf, isoOf } from '../calendar/day.ts'
import type { Stage } from '../frameworks/framework.ts'
import type { PlanStage } from '../records/record.ts'
import { missed, onClosure, stepsTo } from './back-plan.ts'
import { firstDayWithin } from './days-left.ts'
import { type Deadline, RECEIPT_LEAD } from './deadline.ts'
import { isOpen } from './item.ts'
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
  const { today, days, margins } = measure
  const { expected } = plan
  const { due } = deadline
  const left = daysLeft(today, deadline, measure)
  const margin = stageMargin(rule.id, rule.period, margins)
  const steps = stepsTo(rule.id, plan, deadline, measure)
  const openBefore = earlier.filter(({ standing }) => isOpen(standing))
  const from = [
    firstDayWithin(margin, due, days),
    ...openBefore.map((stage) => addDays(stage.deadline?.due ?? due, 1)),
    ...(isReceiptUnknown(rule, deadline) ? [firstDayWithin(RECEIPT_LEAD, due, days)] : []),
    ...steps.filter(({ done }) => !done).map(({ on }) => addDays(dayOf(on), 1)),
  ]
  const atRiskFrom = from.map(isoOf).sort()[0] ?? null
  if (today > due) return { status: 'overdue', ...left, atRiskFrom, steps }

  const past = missed(steps, isoOf(today))
  const closed = onClosure(steps, isoOf(today))
  const late = openBefore.find(({ standing }) => standing.status === 'overdue')
  const risks = sentence.risks({
    dueSoon:
      left.workingDaysLeft <= margin &&
      sentence.dueSoon(left.workingDaysLeft, left.calendarDaysLeft),
    earlierStageOverdue: late && sentence.earlierStageOverdue(late.standing.title),
    forecastLate: expected && dayOf(expected) > due && sentence.forecastLate(expected, isoOf(due)),
    receiptUnknown:
      isReceiptUnknown(rule, deadline) &&
      left.workingDaysLeft <= RECEIPT_LEAD &&
      sentence.receiptUnknown(RECEIPT_LEAD),
    stepMissed: past.length > 0 && sentence.stepMissed(past),
    stepOnClosure: closed.length > 0 && sentence.stepOnClosure(closed),
  })
  return {
    status: risks.reasons.length > 0 ? 'atRisk' : 'onTrack',
    ...risks,
    ...left,
    atRiskFrom,
    steps,
  }
}

/** Whether a rule that runs from receipt had to be counted from publication. */
export function isReceiptUnknown({ clock }: Stage, { basis }: Deadline): boolean {
  return clock === 'received' && basis === 'published'
}
