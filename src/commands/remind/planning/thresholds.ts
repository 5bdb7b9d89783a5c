import type { Item } from '../../../assessment/item.ts'
import { count } from '../../../assessment/sentences.ts'
import type { ItemRecipient, Policy } from './policy.ts'

/**
 * The ladder to a deadline and beyond. A threshold is a number of working days left: 5 before the due day,
 * 0 on it, -3 three working days late. The thresholds that are crossed are those at or above the days that
 * are left, and of them only the lowest is ever told: a missed day is caught up, and nothing piles up.
 */
export type Threshold = number

/** The lowest threshold crossed for somebody, with so many working days left; undefined before the first. */
export function thresholdAt(
  left: number,
  recipient: ItemRecipient,
  policy: Policy,
): Threshold | undefined {
  const thresholds = [
    ...(recipient.isRegular ? regularThresholds(left, policy) : []),
    ...(recipient.isEscalated ? escalatedThresholds(left, policy) : []),
  ]
  return thresholds.length > 0 ? Math.min(...thresholds) : undefined
}

function regularThresholds(left: number, { before, overdue }: Policy): Threshold[] {
  const crossed = before.filter((threshold) => left <= threshold)
  return left < 0 && overdue !== 'never' ? [...crossed, since(-1, left, STEPS[overdue])] : crossed
}

/** From the first day of the escalation on in the same rhythm; once where there is none. */
function escalatedThresholds(left: number, { escalation, overdue }: Policy): Threshold[] {
  if (!escalation || left > -escalation.after) return []
  const first = -escalation.after
  return [overdue === 'never' ? first : since(first, left, STEPS[overdue])]
}

/** Working days from one reminder of what is overdue to the next. */
const STEPS = { daily: 1, weekly: 5 }

/** Of the thresholds from the first on downward, so many days apart, the lowest that is crossed. */
function since(first: Threshold, left: number, step: number): Threshold {
  return first - step * Math.floor((first - left) / step)
}

/**
 * A threshold in words: `5 working days before`, `on the due day`, `3 working days late`. Before a due
 * date of which only the latest day is known, it says from which day it is counted.
 */
export function thresholdWording(
  threshold: Threshold,
  { earliestDue }: Partial<Pick<Item, 'earliestDue'>> = {},
): string {
  if (threshold === 0) return 'on the due day'
  return threshold > 0
    ? `${count(threshold, 'working day')} before${earliestDue ? ' the earliest possible due date' : ''}`
    : `${count(-threshold, 'working day')} late`
}
