import type { Item, Status } from '../../assessment/item.ts'
import { finalStage } from '../../assessment/stages.ts'
import { dayOf, type IsoDate } from '../../calendar/day.ts'
import { longDate } from '../../calendar/format-date.ts'
import type { WorkingDays } from '../../calendar/working-days.ts'
import { count } from '../../language/count.ts'
import { STATUS_WORDS } from '../../reports/wording.ts'

/** The stage by which the plan that has an action is due, and how the action lies to it. */
export type PlanOfAction = {
  readonly id: string
  readonly title: string
  readonly status: Status
  readonly due: IsoDate | null
  /** From the due date of the plan to that of the action: negative where the action is due before. */
  readonly workingDaysAfter: number | null
}

/** Of an action among the items of its record; null for a stage, and where no stage is known. */
export function planOfAction(
  { kind, due }: Item,
  items: readonly Item[],
  days: WorkingDays,
): PlanOfAction | null {
  const stages = items.filter((item) => item.kind === 'stage')
  const plan = kind === 'action' ? finalStage(stages, ({ stage }) => stage) : undefined
  if (!plan) return null
  const after = due && plan.due ? days.between(dayOf(plan.due), dayOf(due)) : null
  const { id, title, status, due: planDue } = plan
  return { id, title, status, due: planDue, workingDaysAfter: after }
}

/** The plan in words: `Final action plan, due on …: on track; this action is due 3 working days after it`. */
export function planWords({ title, due, status, workingDaysAfter: after }: PlanOfAction): string {
  if (due === null || after === null) return `${title}, no due date: ${STATUS_WORDS[status]}`
  const days = count(Math.abs(after), 'working day')
  const where = after === 0 ? 'then too' : `${days} ${after > 0 ? 'after' : 'before'} it`
  return `${title}, due on ${longDate(due)}: ${STATUS_WORDS[status]}; this action is due ${where}`
}
