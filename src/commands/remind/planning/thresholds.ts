import type { Item } from '../../../assessment/item.ts'
import { count } from '../../../language/count.ts'
import type { ItemRecipient, Policy } from './policy.ts'

/**
 * Working days left at which a reminder is due: 5 before the due day, 0 on it, -3 three working days
 * late. Thresholds at or above the days left are crossed. Only the lowest of them is ever sent, so a
 * missed run is caught up and reminders never pile up.
 */
export type Threshold = number

/** The lowest threshold crossed for a recipient with `left` working days; undefined before the first. */
export function thresholdAt(
  left: number,
  recipient: ItemRecipient,
  policy: Policy,
): Threshold | undefined {
  const thresholds = [
    ...(recipient.isRegular ? regularThresholds(left, recipient, policy) : []),
    ...(recipient.isEscalated ? escalatedThresholds(left, recipient, policy) : []),
  ]
  return thresholds.length > 0 ? Math.min(...thresholds) : undefined
}

function regularThresholds(left: number, recipient: ItemRecipient, policy: Policy): Threshold[] {
  const crossed = policy.before.filter((threshold) => left <= threshold)
  const step = stepFor(recipient, policy)
  return left < 0 && step !== null ? [...crossed, since(-1, left, step)] : crossed
}

/** Repeats like regular reminders from the first day of the escalation; once if those never repeat. */
function escalatedThresholds(left: number, recipient: ItemRecipient, policy: Policy): Threshold[] {
  const { escalation } = policy
  if (!escalation || left > -escalation.after) return []
  const first = -escalation.after
  const step = stepFor(recipient, policy)
  return [step === null ? first : since(first, left, step)]
}

/** Working days between reminders of an overdue item. */
const STEPS = { daily: 1, weekly: 5, never: null }

/** A week with a bank holiday has four working days, so one digest a week has all that is overdue. */
function stepFor({ on }: ItemRecipient, { overdue }: Policy): number | null {
  return overdue === 'weekly' && on?.length === 1 ? 1 : STEPS[overdue]
}

/** The lowest threshold crossed of first, first - step, first - 2 * step, … */
function since(first: Threshold, left: number, step: number): Threshold {
  return first - step * Math.floor((first - left) / step)
}

/**
 * A threshold in words: `5 working days before`, `on the due day`, `3 working days late`. Of a due
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
