import { dayOf, type IsoDate, isoOf } from '../calendar/day.ts'
import type { WorkingDays } from '../calendar/working-days.ts'
import { ownValue } from '../language/own-value.ts'
import type { PlanStage } from '../records/plan-stage.ts'
import type { Deadline } from './deadline.ts'
import type { Step } from './item.ts'

/** How an authority plans its way back from a deadline: its own steps, and when it is closed. */
export type BackPlan = {
  /** By stage id. */
  readonly governance: Readonly<Record<string, readonly GovernanceStep[]>>
  readonly closures: readonly Closure[]
}

/** A step that is to be taken so many working days before the due day. */
export type GovernanceStep = Pick<Step, 'id' | 'title' | 'workingDaysBefore'>

/** Days on which the authority is closed. They never move a deadline. */
export type Closure = {
  readonly from: IsoDate
  /** The last closed day; the first one is the only one where it is left out. */
  readonly to?: IsoDate
  readonly title: string
}

/** The steps on the way to the earliest possible deadline of a stage, first step first. */
export function stepsTo(
  stage: string,
  plan: PlanStage | undefined,
  { due, earliestDue }: Deadline,
  { days, backPlan }: { readonly days: WorkingDays; readonly backPlan: BackPlan },
): readonly Step[] {
  const steps = (ownValue(backPlan.governance, stage) ?? []).map(
    ({ id, title, workingDaysBefore }) => {
      const { planned, done = null } = ownValue(plan?.steps, id) ?? {}
      const usual = isoOf(days.add(earliestDue ?? due, -workingDaysBefore))
      const on = planned ?? usual
      const closure = closureOn(on, backPlan.closures)
      return { id, title, workingDaysBefore, on, usual, done, closure }
    },
  )
  return steps.sort((a, b) => dayOf(a.on) - dayOf(b.on))
}

/** The name of the closure that a day lies in. */
export function closureOn(date: IsoDate, closures: readonly Closure[]): string | null {
  return closures.find(({ from, to = from }) => from <= date && date <= to)?.title ?? null
}

/** The steps that are past and not done. */
export function missed(steps: readonly Step[], today: IsoDate): readonly Step[] {
  return steps.filter(({ on, done }) => done === null && on < today)
}

/** The steps ahead that are planned for a day after the due day. */
export function afterDue(steps: readonly Step[], due: IsoDate): readonly Step[] {
  return steps.filter(({ on, done }) => done === null && on > due)
}

/** The steps ahead that nobody can take on the day for which they are planned. */
export function onClosure(steps: readonly Step[], today: IsoDate): readonly Step[] {
  return steps.filter(({ on, done, closure }) => done === null && on >= today && closure !== null)
}
