import { type Day, dayOf, isoOf } from '../calendar/day.ts'
import { clocksOf, type Framework, type Stage } from '../frameworks/framework.ts'
import { own } from '../language/own-value.ts'
import type { InspectionRecord } from '../records/record.ts'
import { firstDayWithin } from './days-left.ts'
import { type Deadline, deadlineOf, RECEIPT_LEAD, rulesFor } from './deadline.ts'
import { isReceiptUnknown, openStanding } from './open-stage.ts'
import * as sentence from './sentences.ts'
import { type AssessedStage, daysLeft, type Measure, type Standing, snoozeOn } from './standing.ts'

/** Each stage of a framework, once, as it stands for a record as at the day of the measure. */
export function assessStages(
  framework: Framework,
  record: InspectionRecord,
  measure: Measure,
): AssessedStage[] {
  const assessed: AssessedStage[] = []
  for (const [id, rule] of rulesFor(framework, record)) {
    const title = (rule ?? framework.stages.find((stage) => stage.id === id))?.title ?? id
    const base = { ...NOTHING_KNOWN, stage: id, title }
    if (!rule) {
      const standing = { ...base, status: 'notRequired' as const, why: [sentence.notYetInForce] }
      assessed.push({ id, standing, deadline: undefined })
    } else {
      const deadline = deadlineOf(rule, record, measure.days)
      const standing = { ...base, ...stageStanding(rule, record, deadline, assessed, measure) }
      assessed.push({ id, standing, deadline })
    }
  }
  return assessed
}

const NOTHING_KNOWN = {
  kind: 'stage',
  owner: null,
  reasons: [],
  why: [],
  due: null,
  originalDue: null,
  earliestDue: null,
  basis: null,
  provisional: false,
  expected: null,
  submitted: null,
  workingDaysLeft: null,
  calendarDaysLeft: null,
  workingDaysLate: 0,
  atRiskFrom: null,
  atRiskWhy: [],
  steps: [],
  snooze: null,
} as const

/** Whether the report must be out: it has a date, or somebody has written down what it names. */
function isReported({ received, published, areasForPriorityAction }: InspectionRecord) {
  return Boolean(received || published || areasForPriorityAction)
}

function stageStanding(
  rule: Stage,
  record: InspectionRecord,
  deadline: Deadline | undefined,
  earlier: readonly AssessedStage[],
  measure: Measure,
): Partial<Standing> & Pick<Standing, 'status'> {
  const { today } = measure
  if (visitIsAhead(record, today)) return { status: 'waiting', why: [sentence.notVisitedYet] }
  if (!isReported(record) && !deadline) return { status: 'waiting', why: [sentence.noReportYet] }
  if (rule.required === 'ifPriorityAction' && record.areasForPriorityAction?.length === 0) {
    return { status: 'notRequired', why: [sentence.noPriorityAction] }
  }
  const plan = own(record.plan, rule.id) ?? {}
  const facts = {
    ...dueFacts(rule, deadline, measure),
    expected: plan.expected ?? null,
    submitted: plan.submitted ?? null,
    snooze: snoozeOn(today, plan.snooze),
  }
  if (plan.submitted) {
    const sent = dayOf(plan.submitted)
    const status = deadline && sent > deadline.due ? 'metLate' : 'met'
    return { ...facts, status, ...(deadline ? daysLeft(sent, deadline, measure) : {}) }
  }
  if (plan.closed) return { ...facts, status: 'closed', why: [sentence.closed(plan.closed)] }
  if (!deadline)
    return {
      ...facts,
      status: 'waiting',
      why: [sentence.clockNotStarted(rule, isMonthOnly(rule, record))],
    }
  return { ...facts, ...openStanding(rule, plan, deadline, earlier, measure) }
}

function dueFacts(rule: Stage, deadline: Deadline | undefined, { days }: Measure) {
  if (!deadline) return {}
  const { due, originalDue, basis, provisional } = deadline
  const earliest = isReceiptUnknown(rule, deadline) ? firstDayWithin(RECEIPT_LEAD, due, days) : null
  return {
    due: isoOf(due),
    originalDue: isoOf(originalDue),
    earliestDue: earliest === null ? null : isoOf(earliest),
    basis,
    provisional,
  }
}

/** Whether a clock that starts with the visit lacks nothing but its day. */
function isMonthOnly(stage: Stage, { visited }: InspectionRecord): boolean {
  return clocksOf(stage).includes('visited') && typeof visited === 'string'
}

function visitIsAhead({ visited, received, published }: InspectionRecord, today: Day): boolean {
  if (visited === undefined || received || published) return false
  const first = typeof visited === 'object' ? visited.from : visited
  const todayIso = isoOf(today)
  return first > todayIso.slice(0, first.length)
}
