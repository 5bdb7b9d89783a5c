import { dayOf, type IsoDate, isoOf } from '../calendar/day.ts'
import { longDate } from '../calendar/format-date.ts'
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import type { Action } from '../records/action.ts'
import type { RecordReading } from '../records/read-record.ts'
import type { InspectionRecord } from '../records/record.ts'
import { firstDayWithin, workingDayBefore, workingDaysLeft } from './days-left.ts'
import type { Status } from './item.ts'
import { actionMargin } from './margins.ts'
import { latestExtension, timesMoved, workingDaysMoved } from './moves.ts'
import { progressFacts } from './progress.ts'
import * as sentence from './sentences.ts'
import { type AssessedStage, daysLeft, type Measure, type Standing, snoozeOn } from './standing.ts'

/** An action as it stands for a record as at the day of the measure. */
export function assessAction(
  action: Action,
  record: InspectionRecord,
  plan: AssessedStage | undefined,
  measure: Measure,
): Standing {
  const extension = latestExtension(action.extensions) ?? null
  const lastDay = extension?.to ?? action.due
  const due = dayOf(lastDay)
  const at = action.done ? dayOf(action.done) : measure.today
  const base: Standing = {
    kind: 'action',
    stage: null,
    title: action.title,
    owner: action.owner ?? null,
    status: 'closed',
    statusReason: null,
    reasons: [],
    why: [],
    due: lastDay,
    originalDue: action.due,
    timesMoved: timesMoved(action.extensions, action.due),
    workingDaysMoved: workingDaysMoved(action.due, lastDay, measure.days),
    earliestDue: null,
    lastWorkingDay: workingDayBefore(due, measure.days),
    schoolHolidaysKnown: null,
    schoolHolidays: [],
    basis: extension ? 'extended' : 'fixed',
    extension,
    provisional: false,
    expected: action.expected ?? null,
    submitted: action.done ?? null,
    evidence: (action.done && action.evidence) ?? null,
    blocked: action.done || action.closed ? null : (action.blocked ?? null),
    atRiskFrom: null,
    atRiskWhy: [],
    risksAhead: [],
    steps: [],
    snooze: snoozeOn(measure.today, action.snooze),
    ...progressFacts(action.progress),
    ...daysLeft(at, { due }, measure),
  }
  if (action.done) {
    const why = [sentence.evidenced(base.evidence)]
    return { ...base, status: at > due ? 'metLate' : 'met', why }
  }
  if (action.closed) return { ...base, why: [sentence.closed(action.closed)] }
  const open = { action, due: lastDay, record, plan }
  const { status, reasons, why } = openStatus(open, measure)
  const from = firstDayWithin(actionMargin(measure.margins), due, measure.days)
  const risksAhead = [{ reason: 'dueSoon' as const, on: isoOf(from) }]
  const then = () => openStatus(open, { ...measure, today: from }).why
  const atRiskWhy = status === 'onTrack' ? then() : []
  return { ...base, status, reasons, why, atRiskFrom: isoOf(from), atRiskWhy, risksAhead }
}

type OpenAction = {
  readonly action: Action
  /** With its extensions. */
  readonly due: IsoDate
  readonly record: InspectionRecord
  readonly plan: AssessedStage | undefined
}

function openStatus(
  { action, due: lastDay, record, plan }: OpenAction,
  { today, days, margins }: Measure,
): Pick<Standing, 'status' | 'reasons' | 'why'> {
  const due = dayOf(lastDay)
  if (today > due) return { status: 'overdue', reasons: [], why: [] }
  const left = workingDaysLeft(today, due, days)
  const late = action.expected && action.expected > lastDay ? action.expected : undefined
  const stuck = late || action.blocked
  const planDue = planDueBefore(lastDay, plan)
  const risks = sentence.risks({
    dueSoon: left <= actionMargin(margins) && sentence.dueSoon(left, due - today),
    forecastLate: late && sentence.forecastLate(late, lastDay),
    blocked: action.blocked && sentence.blocked(action.blocked),
    actionAfterDeadline:
      stuck &&
      planDue &&
      answersPriority(action, record) &&
      sentence.actionAfterDeadline(planDue.title, planDue.due),
  })
  const status: Status = risks.reasons.length > 0 ? 'atRisk' : 'onTrack'
  return { status, ...risks }
}

/** A note on each action that is promised for a day after its plan is due. */
export function lateActionNotes(
  actions: readonly Action[],
  plan: AssessedStage | undefined,
  placeOf: RecordReading['placeOf'],
): Diagnostic[] {
  return actions.flatMap((action, index) => {
    const due = latestExtension(action.extensions)?.to ?? action.due
    const planDue = planDueBefore(due, plan)
    if (action.done || action.closed || !planDue) return []
    const { title: stage, due: stageDue } = planDue
    const args = { due: longDate(due), stage, stageDue: longDate(stageDue) }
    return [diagnose(placeOf(['actions', index, 'due']), 'action-after-deadline', args)]
  })
}

function answersPriority({ answers = [] }: Action, record: InspectionRecord): boolean {
  return (record.areasForPriorityAction ?? []).some(({ id }) => answers.includes(id))
}

/** The plan and its due date, where that is before another date. */
function planDueBefore(date: IsoDate, plan: AssessedStage | undefined) {
  const { title, due } = plan?.standing ?? {}
  return title && due && due < date ? { title, due } : undefined
}
