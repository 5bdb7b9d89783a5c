import { count } from '../../../assessment/sentences.ts'
import type { Listener, Policy } from './policy.ts'

/**
 * The ladder to a deadline and beyond. A rung is a number of working days left: 5 before the due day,
 * 0 on it, -3 three working days late. The rungs that are crossed are those at or above the days that
 * are left, and of them only the lowest is ever told: a missed day is caught up, and nothing piles up.
 */
export type Rung = number

/** The lowest rung crossed for somebody, with so many working days left; undefined before the first. */
export function rungAt(left: number, listener: Listener, policy: Policy): Rung | undefined {
  const rungs = [
    ...(listener.isRegular ? regularRungs(left, policy) : []),
    ...(listener.isEscalated ? escalatedRungs(left, policy) : []),
  ]
  return rungs.length > 0 ? Math.min(...rungs) : undefined
}

function regularRungs(left: number, { before, overdue }: Policy): Rung[] {
  const crossed = before.filter((rung) => left <= rung)
  return left < 0 && overdue !== 'never' ? [...crossed, since(-1, left, STEPS[overdue])] : crossed
}

/** From the first day of the escalation on in the same rhythm; once where there is none. */
function escalatedRungs(left: number, { escalation, overdue }: Policy): Rung[] {
  if (!escalation || left > -escalation.after) return []
  const first = -escalation.after
  return [overdue === 'never' ? first : since(first, left, STEPS[overdue])]
}

/** Working days from one reminder of what is overdue to the next. */
const STEPS = { daily: 1, weekly: 5 }

/** Of the rungs from the first on downward, so many days apart, the lowest that is crossed. */
function since(first: Rung, left: number, step: number): Rung {
  return first - step * Math.floor((first - left) / step)
}

/** A rung in words: `5 working days before`, `on the due day`, `3 working days late`. */
export function rungWords(rung: Rung): string {
  if (rung === 0) return 'on the due day'
  return rung > 0 ? `${count(rung, 'working day')} before` : `${count(-rung, 'working day')} late`
}
