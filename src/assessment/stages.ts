import { type Day, dayOf, isoOf } from '../calendar/day.ts'
import { withoutDays } from '../calendar/without-days.ts'
import { CLOCKS, clocksOf, type Framework, type Stage } from '../frameworks/framework.ts'
import { ownValue } from '../language/own-value.ts'
import type { InspectionRecord } from '../records/record.ts'
import { workingDayBefore } from './days-left.ts'
import { type Deadline, deadlineOf } from './deadline.ts'
import { workingDaysMoved } from './moves.ts'
import { openStanding } from './open-stage.ts'
import { progressFacts } from './progress.ts'
import { demandingKey, isDecided, rulesFor } from './rules.ts'
import { leavesOutHolidays, longHolidays } from './school-time.ts'
import * as sentence from './sentences.ts'
import { type AssessedStage, daysLeft, type Measure, type Standing, snoozeOn } from './standing.ts'

/**
 * Each stage of a framework, once, as it stands for a record as at the day of the measure. `plan` is
 * that of the whole record: a stage that it speaks of was demanded before that too.
 */
export function assessStages(
  framework: Framework,
  record: InspectionRecord,
  plan: InspectionRecord['plan'],
  measure: Measure,
): AssessedStage[] {
  const assessed: AssessedStage[] = []
  for (const [id, { rule, isInForce }] of rulesFor(framework, record, plan)) {
    const excludes = rule.excludes ?? framework.excludes
    const schoolHolidays = longHolidays(excludes, record)
    const days = withoutDays(measure.days, schoolHolidays)
    const isAskedFor = demandingKey(ownValue(plan, id)) !== undefined
    const known = { id, rule, isInForce, leavesOutHolidays: leavesOutHolidays(rule, framework) }
    const said = ownValue(record.plan, id)
    const base = {
      ...NOTHING_KNOWN,
      stage: id,
      title: rule.title,
      owner: said?.owner ?? null,
      schoolHolidays,
      ...progressFacts(said?.progress),
    }
    if (!isInForce && !isAskedFor) {
      const standing = { ...base, ...without('notRequired', 'notInForce') }
      assessed.push({ standing, deadline: undefined, ...known })
    } else {
      const deadline = deadlineOf(rule, framework, record, days)
      const stage = { rule, isAskedFor, deadline, earlier: assessed }
      const found = stageStanding(stage, record, { ...measure, days })
      const standing = {
        ...base,
        ...(known.leavesOutHolidays ? withSchoolTime(found, record) : found),
      }
      assessed.push({ standing, deadline, ...known })
    }
  }
  return assessed
}

/** Whether the school's holidays are known, where a due date was counted that leaves them out. */
function withSchoolTime(standing: Found, { schoolHolidays }: InspectionRecord): Found {
  const isCounted = CLOCKS.some((clock) => clock === standing.basis)
  return isCounted ? { schoolHolidaysKnown: schoolHolidays !== undefined, ...standing } : standing
}

type Found = Partial<Standing> & Pick<Standing, 'status'>

/** Every key of a standing: see the decision on spreads in src/README.md. */
const NOTHING_KNOWN = {
  kind: 'stage',
  stage: '',
  title: '',
  status: 'waiting',
  owner: null,
  statusReason: null,
  reasons: [],
  why: [],
  due: null,
  originalDue: null,
  timesMoved: 0,
  workingDaysMoved: 0,
  earliestDue: null,
  lastWorkingDay: null,
  schoolHolidaysKnown: null,
  schoolHolidays: [],
  basis: null,
  extension: null,
  provisional: false,
  expected: null,
  submitted: null,
  evidence: null,
  blocked: null,
  progress: [],
  percent: null,
  workingDaysLeft: null,
  calendarDaysLeft: null,
  workingDaysLate: 0,
  atRiskFrom: null,
  atRiskWhy: [],
  risksAhead: [],
  steps: [],
  snooze: null,
} as const

/** Of the stages of a record, the one by which its plan is due: the final plan, or else the last. */
export function finalStage<T>(
  stages: readonly T[],
  idOf: (stage: T) => string | null,
): T | undefined {
  return stages.find((stage) => idOf(stage) === 'final') ?? stages.at(-1)
}

/** Whether the report must be out: it has a date, or somebody has written down what it names. */
function isReported({ received, published, sent, areasForPriorityAction }: InspectionRecord) {
  return Boolean(received || published || sent || areasForPriorityAction)
}

type StageBefore = {
  readonly rule: Stage
  /** Whether the record says something of it that shows that it was demanded. */
  readonly isAskedFor: boolean
  readonly deadline: Deadline | undefined
  readonly earlier: readonly AssessedStage[]
}

function stageStanding(
  { rule, isAskedFor, deadline, earlier }: StageBefore,
  record: InspectionRecord,
  measure: Measure,
): Found {
  const { today } = measure
  const plan = ownValue(record.plan, rule.id) ?? {}
  if (!isDecided(plan)) {
    if (visitIsAhead(record, today)) return without('waiting', 'notVisited')
    if (!isReported(record) && !deadline) return without('waiting', 'noReport')
  }
  if (!isAskedFor && isWithoutAreas(rule, record)) {
    return without('notRequired', 'noPriorityAction')
  }
  const facts = {
    expected: plan.expected ?? null,
    submitted: plan.submitted ?? null,
    snooze: snoozeOn(today, plan.snooze),
    ...dueFacts(deadline, measure),
  }
  if (plan.submitted) {
    const sent = dayOf(plan.submitted)
    const status = deadline && sent > deadline.due ? 'metLate' : 'met'
    const { evidence = null } = plan
    const why = evidence === null ? [] : [sentence.evidenced(evidence)]
    return {
      status,
      why,
      evidence,
      ...facts,
      ...(deadline ? daysLeft(sent, deadline, measure) : {}),
    }
  }
  if (plan.closed) return { status: 'closed', why: [sentence.closed(plan.closed)], ...facts }
  if (!deadline)
    return {
      status: 'waiting',
      statusReason: 'clockNotStarted',
      why: [sentence.clockNotStarted(rule, isMonthOnly(rule, record))],
      ...facts,
    }
  return Object.assign(openStanding(rule, plan, deadline, earlier, measure), facts)
}

/** Whether a stage is demanded only with areas for priority action, and there are none. */
export function isWithoutAreas(
  { required }: Stage,
  { areasForPriorityAction }: InspectionRecord,
): boolean {
  return required === 'ifPriorityAction' && areasForPriorityAction?.length === 0
}

/** A status without a deadline, with its reason and the sentence for it. */
function without<S extends 'waiting' | 'notRequired'>(
  status: S,
  statusReason: keyof typeof sentence.STATUS_REASON_WORDS,
) {
  return { status, statusReason, why: [sentence.STATUS_REASON_WORDS[statusReason]] }
}

function dueFacts(deadline: Deadline | undefined, { days }: Measure) {
  if (!deadline) return {}
  const { due, originalDue, earliestDue, basis, extension, provisional, timesMoved } = deadline
  return {
    due: isoOf(due),
    originalDue: isoOf(originalDue),
    timesMoved,
    workingDaysMoved: workingDaysMoved(isoOf(originalDue), isoOf(due), days),
    earliestDue: earliestDue === null ? null : isoOf(earliestDue),
    lastWorkingDay: workingDayBefore(due, days),
    basis,
    extension,
    provisional,
  }
}

/** Whether a clock that starts with the visit lacks nothing but its day. */
function isMonthOnly(stage: Stage, { visited }: InspectionRecord): boolean {
  return clocksOf(stage).includes('visited') && typeof visited === 'string'
}

function visitIsAhead(record: InspectionRecord, today: Day): boolean {
  const { visited, received, published, sent } = record
  if (visited === undefined || received || published || sent) return false
  const first = typeof visited === 'object' ? visited.from : visited
  // A month goes before each of its days.
  return first > isoOf(today)
}
