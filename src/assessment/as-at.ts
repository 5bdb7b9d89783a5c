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
export function eventDates(record: InspectionRecord): IsoDate[] {
  const { received, published, sent, plan = {}, actions = [] } = record
  const dates = [received, published, sent]
  for (const action of actions) {
    dates.push(action.done)
    addLoggedDates(action, dates)
  }
  for (const stage of Object.values(plan)) {
    dates.push(stage.submitted)
    addLoggedDates(stage, dates)
    if (stage.steps) for (const { done } of Object.values(stage.steps)) dates.push(done)
  }
  return dates.filter((date) => date !== undefined)
}

/** What a stage and an action have alike. */
type Logged = Pick<PlanStage, 'closed' | 'extensions' | 'progress'>

function addLoggedDates(
  { closed, extensions, progress }: Logged,
  dates: (IsoDate | undefined)[],
): void {
  if (closed) dates.push(closed.on)
  if (extensions) for (const { on } of extensions) dates.push(on)
  if (progress) for (const { on } of progress) dates.push(on)
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
