import type { ChangeFailure } from '../assessment/change-result.ts'
import { capitalised } from '../language/capitalised.ts'

export type RuleWords = {
  readonly title: string
  readonly description: string
  readonly help: string
}

/** Of items by their status, and of a change by what it does. */
export const RULES: Readonly<Record<string, RuleWords>> = {
  overdue: {
    title: 'Overdue',
    description: 'A stage was not submitted, or an action not done, by its due date.',
    help: 'Record the date as `submitted` or `done`. `plandue explain ITEM` shows how the due date was calculated; a waiver suppresses the alert until a given date.',
  },
  atRisk: {
    title: 'At risk',
    description: 'An open stage or action is in danger of missing its due date.',
    help: 'Deal with each reason, or record what has changed. `plandue explain ITEM` shows how the due date was calculated; a waiver suppresses a reason until a given date.',
  },
  dueMoved: {
    title: 'Due date moved',
    description: 'A change makes an item due later, and records no extension.',
    help: 'Record who granted it and why with `plandue extend`; for a slip of the pen, a waiver of `dueMoved` approves it.',
  },
  removed: {
    title: 'Overdue item removed',
    description: 'A change takes an overdue item off the record, or its due date away.',
    help: 'To withdraw an item, keep it on record with `closed: { on, reason }`.',
  },
  unjustified: {
    title: 'Extension without a reason',
    description: 'A change extends a due date, and does not say by whom and why.',
    help: 'Complete the extension with `by` and `reason`.',
  },
  rewritten: {
    title: 'Postponement hidden',
    description: 'A change hides how far an item has moved, or will move it on a later day.',
    help: 'Leave what is on record, and move a date by one more extension; a waiver of `dueMoved` approves a correction.',
  },
  toBeAgreed: {
    title: 'To be agreed',
    description: 'A change releases an item from its due date, or takes a note off the record.',
    help: 'It fails nothing, but a reviewer has to agree to it.',
  },
}

/** What a change does, by the reason for which it fails. */
export function titleOfReason(reason: ChangeFailure['reason']): string {
  return RULES[reason]?.title ?? capitalised(reason)
}
