import { addDays, type Day, dayOf, isoOf } from '../calendar/day.ts'
import type { WorkingDays } from '../calendar/working-days.ts'
import type { Framework, Stage } from '../frameworks/framework.ts'
import type { InspectionRecord } from '../records/record.ts'
import { firstDayWithin, workingDaysLeft } from './days-left.ts'
import { type Deadline, deadlineOf, RECEIPT_LEAD, rulesFor } from './deadline.ts'
import type { Item } from './item.ts'
import { type Margins, stageMargin } from './margins.ts'
import * as sentence from './sentences.ts'

/** Where an item stands: what its record, its framework and the day decide of it. */
export type Standing = Omit<Item, 'id' | 'record' | 'file' | 'line' | 'authority' | 'framework'>

/** By what an item is measured: the day of the report, the working days that count, the margins. */
export type Measure = { readonly today: Day; readonly days: WorkingDays; readonly margins: Margins }

/** A stage as it stands, with the deadline behind it. */
export type AssessedStage = {
  readonly id: string
  readonly standing: Standing
  readonly deadline: Deadline | undefined
}

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
  atRiskFrom: null,
} as const

/** Whether the report must be out: it has a date, or somebody has written down what it names. */
export function isReported({ received, published, areasForPriorityAction }: InspectionRecord) {
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
  const plan = record.plan?.[rule.id] ?? {}
  const facts = {
    ...dueFacts(rule, deadline, measure),
    expected: plan.expected ?? null,
    submitted: plan.submitted ?? null,
  }
  if (plan.submitted) {
    const sent = dayOf(plan.submitted)
    const status = deadline && sent > deadline.due ? 'metLate' : 'met'
    return { ...facts, status, ...daysLeft(sent, deadline, measure) }
  }
  if (plan.closed) return { ...facts, status: 'closed', why: [sentence.closed(plan.closed)] }
  if (!deadline) return { ...facts, status: 'waiting', why: [sentence.clockNotStarted(rule)] }
  return { ...facts, ...openStanding(rule, plan.expected, deadline, earlier, measure) }
}

function openStanding(
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
  const openBefore = earlier.filter(({ standing }) => standing.submitted === null && isDemanded(standing))
  const from = [
    firstDayWithin(margin, due, days),
    ...openBefore.map((stage) => addDays(stage.deadline?.due ?? due, 1)),
    ...(isReceiptUnknown(rule, deadline) ? [firstDayWithin(RECEIPT_LEAD, due, days)] : []),
  ]
  const atRiskFrom = isoOf(from.reduce((first, day) => (day < first ? day : first)))
  if (today > due) return { status: 'overdue', ...left, atRiskFrom }

  const late = openBefore.find(({ standing }) => standing.status === 'overdue')
  const risks = sentence.risks({
    dueSoon: left.workingDaysLeft <= margin && sentence.dueSoon(left.workingDaysLeft),
    earlierStageOverdue: late && sentence.earlierStageOverdue(late.standing.title),
    forecastLate: expected && dayOf(expected) > due && sentence.forecastLate(expected, isoOf(due)),
    receiptUnknown:
      isReceiptUnknown(rule, deadline) &&
      left.workingDaysLeft <= RECEIPT_LEAD &&
      sentence.receiptUnknown(RECEIPT_LEAD),
  })
  return { status: risks.reasons.length > 0 ? 'atRisk' : 'onTrack', ...risks, ...left, atRiskFrom }
}

/** Whether a stage still has a due date to meet. */
function isDemanded({ status }: Standing): boolean {
  return status === 'overdue' || status === 'atRisk' || status === 'onTrack'
}

/** Whether a rule that runs from receipt had to be counted from publication. */
export function isReceiptUnknown({ clock }: Stage, { basis }: Deadline): boolean {
  return clock === 'received' && basis === 'published'
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

function daysLeft(at: Day, deadline: Deadline, measure: Measure): DaysLeft
function daysLeft(at: Day, deadline: Deadline | undefined, measure: Measure): Partial<DaysLeft>
function daysLeft(at: Day, deadline: Deadline | undefined, { days }: Measure): Partial<DaysLeft> {
  if (!deadline) return {}
  return {
    workingDaysLeft: workingDaysLeft(at, deadline.due, days),
    calendarDaysLeft: deadline.due - at,
  }
}

type DaysLeft = { workingDaysLeft: number; calendarDaysLeft: number }

function visitIsAhead({ visited, received, published }: InspectionRecord, today: Day): boolean {
  if (visited === undefined || received || published) return false
  const first = typeof visited === 'object' ? visited.from : visited
  const todayIso = isoOf(today)
  return first > todayIso.slice(0, first.length)
}
