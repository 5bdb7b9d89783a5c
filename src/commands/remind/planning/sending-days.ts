import { type Closure, closureOn } from '../../../assessment/back-plan.ts'
import { addDays, type Day, isoOf, weekday } from '../../../calendar/day.ts'
import type { WorkingDays } from '../../../calendar/working-days.ts'
import { WEEKDAYS, type Weekday } from '../../../config/reminders.ts'
import type { ItemRecipient, Policy } from './policy.ts'

type SendingTerms = {
  readonly policy: Pick<Policy, 'onClosedDays'>
  readonly closures: readonly Closure[]
}

/** Whether a day is a closed one, on which nothing is sent to anybody. */
export function isShut(day: Day, days: WorkingDays, { policy, closures }: SendingTerms): boolean {
  if (policy.onClosedDays) return false
  return !days.isWorkingDay(day) || closureOn(isoOf(day), closures) !== null
}

/** Whether a digest can go to a recipient on a day. That of a closed day goes on the next open one. */
export function isSendingDay(
  day: Day,
  { on }: Pick<ItemRecipient, 'on'>,
  days: WorkingDays,
  terms: SendingTerms,
): boolean {
  if (isShut(day, days, terms)) return false
  if (on === null || isOneOf(on, day)) return true
  let before = addDays(day, -1)
  while (isShut(before, days, terms) && !isOneOf(on, before)) before = addDays(before, -1)
  return isShut(before, days, terms)
}

function isOneOf(on: readonly Weekday[], day: Day): boolean {
  return on.some((name) => name === WEEKDAYS[weekday(day)])
}
