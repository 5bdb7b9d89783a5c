import { editCommand } from './command.ts'

/**
 * The commands that change a record. What each of them writes, and what it refuses, is in
 * `records/edit/edits.ts`; to add one, add it there, here, and to `index.ts`.
 */

/** `plandue submit`: a stage was sent. */
export const submit = editCommand('submit', {
  description: 'record that a stage was submitted',
  names: ['item'],
  options: {
    on: 'the day on which it was sent, if not today',
    evidence: 'what shows that it was sent: a path in the repository, or a URL',
  },
  needs: [],
  examples: [
    'plandue submit shropshire-2023#final',
    'plandue submit shropshire-2023#final --on 2024-04-22 --evidence papers/plan.pdf',
  ],
})

/** `plandue done`: an action was done. */
export const done = editCommand('done', {
  description: 'record that an action was done',
  names: ['item'],
  options: {
    on: 'the day on which it was done, if not today',
    evidence: 'what shows that it was done: a path in the repository, or a URL',
  },
  needs: [],
  examples: ['plandue done shropshire-2023#A1 --on 2024-03-20'],
})

/** `plandue extend`: a stage has a later due date. */
export const extend = editCommand('extend', {
  description: 'record a later due date of a stage',
  names: ['item'],
  options: {
    to: 'the new due date',
    by: 'who granted it',
    reason: 'why',
    on: 'the day on which it was granted, if not today',
  },
  needs: ['to', 'by', 'reason'],
  examples: ['plandue extend shropshire-2023#final --to 2024-05-07 --by Ofsted --reason "…"'],
})

/** `plandue close`: a stage is no longer demanded. */
export const close = editCommand('close', {
  description: 'record that a stage is no longer demanded',
  names: ['item'],
  options: { reason: 'why', on: 'the day from which it counts as closed, if not today' },
  needs: ['reason'],
  examples: ['plandue close shropshire-2023#final --reason "Inspectors came again"'],
})

/** `plandue expect`: the authority's own forecast. */
export const expect = editCommand('expect', {
  description: 'record when an item is expected',
  names: ['item'],
  options: { on: 'the day on which the authority expects to be done with it' },
  needs: ['on'],
  examples: ['plandue expect shropshire-2023#final --on 2024-04-19'],
})

/** `plandue receive`: the report has come, and the clock starts. */
export const receive = editCommand('receive', {
  description: 'record when the report was received',
  names: ['record'],
  options: { on: 'the day, if not today' },
  needs: [],
  examples: ['plandue receive shropshire-2023 --on 2024-01-05'],
})

/** `plandue waive`: one rule is silenced for a time. */
export const waive = editCommand('waive', {
  description: 'waive one rule on an item up to a day',
  names: ['item'],
  options: {
    rule: 'the rule: overdue, or a reason for being at risk such as blocked',
    reason: 'why',
    approvedBy: 'who approved it',
    until: 'the last day on which the waiver holds',
  },
  needs: ['rule', 'reason', 'approvedBy', 'until'],
  examples: [
    'plandue waive shropshire-2023#A1 --rule overdue --reason "The auditor fell ill"',
    '  --approved-by Director --until 2024-06-30',
  ],
})

/** `plandue step`: the authority's own way to a submission. */
export const step = editCommand('step', {
  description: 'record a step of governance, done or planned',
  names: ['item', 'the id of the step in the configuration'],
  options: {
    on: 'the day on which it was taken, if not today',
    planned: 'the day for which it is planned, instead',
  },
  needs: [],
  examples: [
    'plandue step shropshire-2023#final board --on 2024-04-02',
    'plandue step shropshire-2023#final board --planned 2024-03-28',
  ],
})
