import { editCommand } from './command.ts'

/**
 * The commands that change a record. What each writes and refuses is in `edits.ts`; to add one, add it
 * there, here and to `commands/index.ts`.
 */

export const submit = editCommand('submit', {
  description: 'record that a stage was submitted',
  names: ['item'],
  options: {
    on: 'the day of submission (default: today)',
    evidence: 'evidence of the submission: a path in the repository, or a URL',
  },
  needs: [],
  examples: [
    'plandue submit shropshire-2023#final',
    'plandue submit shropshire-2023#final --on 2024-04-22 --evidence papers/plan.pdf',
  ],
})

export const done = editCommand('done', {
  description: 'record that an action was completed',
  names: ['item'],
  options: {
    on: 'the day of completion (default: today)',
    evidence: 'evidence of completion: a path in the repository, or a URL',
  },
  needs: [],
  examples: ['plandue done shropshire-2023#A1 --on 2024-03-20'],
})

export const extend = editCommand('extend', {
  description: 'record a later due date of a stage or an action',
  names: ['item'],
  options: {
    to: 'the new due date',
    by: 'who granted it',
    reason: 'why',
    on: 'the day on which it was granted (default: today)',
  },
  needs: ['to', 'by', 'reason'],
  examples: [
    'plandue extend shropshire-2023#final --to 2024-05-07 --by Ofsted --reason "…"',
    'plandue extend A8 --to 2024-05-24 --by "Improvement board" --reason "No auditor"',
  ],
})

export const close = editCommand('close', {
  description: 'record that an item is no longer required',
  names: ['item'],
  options: { reason: 'why', on: 'the day from which it is closed (default: today)' },
  needs: ['reason'],
  examples: [
    'plandue close shropshire-2023#final --reason "Inspectors came again"',
    'plandue close shropshire-2023#A1 --reason "Replaced by action A9"',
  ],
})

export const expect = editCommand('expect', {
  description: 'record when an item is expected to be completed',
  names: ['item'],
  options: { on: 'the day on which the authority expects to complete it' },
  needs: ['on'],
  examples: ['plandue expect shropshire-2023#final --on 2024-04-19'],
})

export const receive = editCommand('receive', {
  description: 'record when the report was received',
  names: ['record'],
  options: { on: 'the day of receipt (default: today)' },
  needs: [],
  examples: ['plandue receive shropshire-2023 --on 2024-01-05'],
})

export const waive = editCommand('waive', {
  description: 'waive one rule on an item until a day',
  names: ['item'],
  options: {
    rule: 'the rule: overdue, or a reason for at risk such as blocked',
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

export const step = editCommand('step', {
  description: 'record a governance step, taken or planned',
  names: ['item', { key: 'step', words: 'the id of the step in the configuration' }],
  options: {
    on: 'the day on which it was taken (default: today)',
    planned: 'the day for which it is planned, instead of --on',
  },
  needs: [],
  examples: [
    'plandue step shropshire-2023#final board --on 2024-04-02',
    'plandue step shropshire-2023#final board --planned 2024-03-28',
  ],
})

export const block = editCommand('block', {
  description: 'record what stands in the way of an action',
  names: ['item'],
  options: { reason: 'what stands in its way' },
  needs: ['reason'],
  examples: ['plandue block shropshire-2023#A1 --reason "The post is not filled"'],
})

export const unblock = editCommand('unblock', {
  description: 'record that nothing stands in the way any more; the reason becomes a progress note',
  names: ['item'],
  options: { on: 'the day from which it is unblocked (default: today)', by: 'who reports it' },
  needs: [],
  examples: ['plandue unblock shropshire-2023#A1'],
})

export const noteCommand = editCommand('note', {
  description: 'add an entry to the progress of a stage or an action',
  names: ['item', { key: 'text', words: 'what was done or decided', isOptional: true }],
  options: {
    percent: 'how much of it is complete; 100 is not done yet',
    by: 'who reports it',
    on: 'the day of which it is true (default: today)',
  },
  needs: [],
  examples: [
    'plandue note A8 "Audit tool agreed" --percent 40 --by "Head of Service"',
    'plandue note shropshire-2023#final "First half written"',
  ],
})

export const assign = editCommand('assign', {
  description: 'record who answers for a stage or an action',
  names: ['item', { key: 'owner', words: 'who answers for it' }],
  options: {},
  needs: [],
  examples: ['plandue assign A8 "Head of Service"'],
})
