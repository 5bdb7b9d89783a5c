import { type Day, dayOf, isoOf } from '../calendar/day.ts'
import { longDate } from '../calendar/format-date.ts'
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import type { Action } from '../records/action.ts'
import type { RecordReading } from '../records/read-record.ts'
import type { InspectionRecord } from '../records/record.ts'
import { firstDayWithin, workingDayBefore, workingDaysLeft } from './days-left.ts'
import type { Status } from './item.ts'
import { actionMargin } from './margins.ts'
import * as sentence from './sentences.ts'
import { type AssessedStage, daysLeft, type Measure, type Standing, snoozeOn } from './standing.ts'

/** An action as it stands for a record as at the day of the measure. */
export function assessAction(
  action: Action,
  record: InspectionRecord,
  plan: AssessedStage | undefined,
  measure: Measure,
): Standing {
  const due = dayOf(action.due)
  const at = action.done ? dayOf(action.done) : measure.today
  const base: Omit<Standing, keyof typeof NO_RISK | 'status'> = {
    kind: 'action',
    stage: null,
    title: action.title,
    owner: action.owner ?? null,
    statusReason: null,
    due: action.due,
    originalDue: action.due,
    earliestDue: null,
    lastWorkingDay: workingDayBefore(due, measure.days),
    schoolHolidaysKnown: null,
    schoolHolidays: [],
    basis: 'fixed',
    extension: null,
    provisional: false,
    expected: action.expected ?? null,
    submitted: action.done ?? null,
    steps: [],
    snooze: snoozeOn(measure.today, action.snooze),
    ...daysLeft(at, { due }, measure),
  }
  if (action.done) return { status: at > due ? 'metLate' : 'met', ...NO_RISK, ...base }
  if (action.closed) {
    return { ...NO_RISK, ...base, status: 'closed', why: [sentence.closed(action.closed)] }
  }
  const { status, reasons, why } = openStatus(action, record, plan, measure)
  const from = firstDayWithin(actionMargin(measure.margins), due, measure.days)
  const risksAhead = [{ reason: 'dueSoon' as const, on: isoOf(from) }]
  const then = () => openStatus(action, record, plan, { ...measure, today: from }).why
  const atRiskWhy = status === 'onTrack' ? then() : []
  return { status, reasons, why, atRiskFrom: isoOf(from), atRiskWhy, risksAhead, ...base }
}

const NO_RISK = { reasons: [], why: [], atRiskFrom: null, atRiskWhy: [], risksAhead: [] } as const

function openStatus(
  action: Action,
  record: InspectionRecord,
  plan: AssessedStage | undefined,
  { today, days, margins }: Measure,
): Pick<Standing, 'status' | 'reasons' | 'why'> {
  const due = dayOf(action.due)
  if (today > due) return { status: 'overdue', reasons: [], why: [] }
  const left = workingDaysLeft(today, due, days)
  const late = action.expected && action.expected > action.due
  const stuck = late || action.blocked
  const risks = sentence.risks({
    dueSoon: left <= actionMargin(margins) && sentence.dueSoon(left, due - today),
    forecastLate: late && sentence.forecastLate(action.expected ?? '', action.due),
    blocked: action.blocked && sentence.blocked(action.blocked),
    actionAfterDeadline:
      stuck &&
      answersPriority(action, record) &&
      isAfter(due, plan) &&
      sentence.actionAfterDeadline(plan?.standing.title ?? '', plan?.standing.due ?? ''),
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
  return actions.flatMap((action, index) =>
    !action.done && !action.closed && isAfter(dayOf(action.due), plan)
      ? [
          diagnose(placeOf(['actions', index, 'due']), 'action-after-deadline', {
            due: longDate(action.due),
            stage: plan?.standing.title ?? '',
            stageDue: longDate(plan?.standing.due ?? ''),
          }),
        ]
      : [],
  )
}

function answersPriority({ answers = [] }: Action, record: InspectionRecord): boolean {
  return (record.areasForPriorityAction ?? []).some(({ id }) => answers.includes(id))
}

function isAfter(due: Day, plan: AssessedStage | undefined): boolean {
  return plan?.deadline !== undefined && plan.standing.due !== null && due > plan.deadline.due
}
