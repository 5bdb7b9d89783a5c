import { addDays, dayOf, isoOf } from '../calendar/day.ts'
import type { Stage } from '../frameworks/framework.ts'
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
  expected: string | undefined,
  deadline: Deadline,
  earlier: readonly AssessedStage[],
  measure: Measure,
): Partial<Standing> & Pick<Standing, 'status'> {
  const { today, days, margins } = measure
  const { due } = deadline
  const left = daysLeft(today, deadline, measure)
  const margin = stageMargin(rule.id, rule.period, margins)
  const openBefore = earlier.filter(({ standing }) => isOpen(standing))
  const from = [
    firstDayWithin(margin, due, days),
    ...openBefore.map((stage) => addDays(stage.deadline?.due ?? due, 1)),
    ...(isReceiptUnknown(rule, deadline) ? [firstDayWithin(RECEIPT_LEAD, due, days)] : []),
  ]
  const atRiskFrom = from.map(isoOf).sort()[0] ?? null
  if (today > due) return { status: 'overdue', ...left, atRiskFrom }

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
  })
  return { status: risks.reasons.length > 0 ? 'atRisk' : 'onTrack', ...risks, ...left, atRiskFrom }
}

/** Whether a rule that runs from receipt had to be counted from publication. */
export function isReceiptUnknown({ clock }: Stage, { basis }: Deadline): boolean {
  return clock === 'received' && basis === 'published'
}
