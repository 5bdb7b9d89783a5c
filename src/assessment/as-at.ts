import type { IsoDate } from '../calendar/day.ts'
import type { Action } from '../records/action.ts'
import type { PlanStage, PlanStep } from '../records/plan-stage.ts'
import type { InspectionRecord } from '../records/record.ts'

/**
 * What a record could say on a day: whatever is dated later has not happened yet. Before the report
 * is out, nobody knows its areas, its judgements or the plan that answers it.
 */
export function asAt(record: InspectionRecord, today: IsoDate): InspectionRecord {
  return hasLaterEvents(record, today) ? withoutWhatIsLater(record, today) : record
}

/** Whether a record has something that has not happened yet on a day. */
export function hasLaterEvents(record: InspectionRecord, today: IsoDate): boolean {
  return eventDates(record).some((date) => date > today)
}

/** The dates on which something in a record happened, in no order. */
export function eventDates({
  received,
  published,
  sent,
  plan = {},
  actions = [],
}: InspectionRecord): IsoDate[] {
  return [
    received,
    published,
    sent,
    ...actions.flatMap((action) => [action.done, ...loggedDates(action)]),
    ...Object.values(plan).flatMap((stage) => [
      stage.submitted,
      ...loggedDates(stage),
      ...Object.values(stage.steps ?? {}).map(({ done }) => done),
    ]),
  ].flatMap((date) => date ?? [])
}

/** What a stage and an action have alike. */
type Logged = Pick<PlanStage, 'closed' | 'extensions' | 'progress'>

function loggedDates({ closed, extensions = [], progress = [] }: Logged) {
  return [closed?.on, ...extensions.map(({ on }) => on), ...progress.map(({ on }) => on)]
}

function withoutWhatIsLater(record: InspectionRecord, today: IsoDate): InspectionRecord {
  const { received, published, sent, ...rest } = record
  const known = {
    ...rest,
    ...(isOver(received, today) ? { received } : {}),
    ...(isOver(published, today) ? { published } : {}),
    ...(isOver(sent, today) ? { sent } : {}),
  }
  const isKnown = received || published || sent
  if (isKnown && !known.received && !known.published && !known.sent) {
    const { areasForPriorityAction, areasForImprovement, judgements, plan, actions, ...before } =
      known
    return before
  }
  const { plan, actions } = known
  return {
    ...known,
    ...(plan ? { plan: mapValues(plan, (stage) => stageAsAt(stage, today)) } : {}),
    ...(actions
      ? {
          actions: actions.map((action) => actionAsAt(action, today)),
        }
      : {}),
  }
}

function actionAsAt(action: Action, today: IsoDate): Action {
  const { done, closed, extensions, progress, ...rest } = action
  return {
    ...rest,
    ...(isOver(done, today) ? { done } : {}),
    ...loggedAsAt(action, today),
  }
}

function stageAsAt(stage: PlanStage, today: IsoDate): PlanStage {
  const { submitted, evidence, closed, extensions, progress, steps, ...rest } = stage
  return {
    ...rest,
    ...loggedAsAt(stage, today),
    ...(isOver(submitted, today) ? { submitted } : {}),
    ...(isOver(submitted, today) && evidence ? { evidence } : {}),
    ...(steps ? { steps: mapValues(steps, (step) => stepAsAt(step, today)) } : {}),
  }
}

function loggedAsAt({ closed, extensions, progress }: Logged, today: IsoDate): Logged {
  const granted = extensions?.filter(({ on }) => on === undefined || on <= today)
  const reported = progress?.filter(({ on }) => on <= today)
  return {
    ...(granted && granted.length > 0 ? { extensions: granted } : {}),
    ...(closed && closed.on <= today ? { closed } : {}),
    ...(reported && reported.length > 0 ? { progress: reported } : {}),
  }
}

function stepAsAt({ done, ...rest }: PlanStep, today: IsoDate): PlanStep {
  return isOver(done, today) ? { ...rest, done } : rest
}

function isOver(date: IsoDate | undefined, today: IsoDate): date is IsoDate {
  return date !== undefined && date <= today
}

function mapValues<T, U>(map: Record<string, T>, change: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]))
}
