import type { ValueOf } from '../yaml/read.ts'
import { date, mapOf, openMap } from '../yaml/schema-builder.ts'
import { closedMap, evidence, extensions, owner, progress, snooze } from './item-parts.ts'

const step = openMap({
  title: 'a map like `{ done: 2024-04-02 }`',
  description: "A step of the authority's own on the way to a submission.",
  examples: [{ done: '2024-04-02' }, { planned: '2024-03-28' }],
  properties: {
    planned: date(
      'Planned for',
      'The day for which it is planned, where that differs from the usual one.',
      '2024-03-28',
    ),
    done: date('Done on', 'The day on which it was taken.', '2024-04-02'),
  },
})

/** The shape of one entry of `plan`. */
export const planStage = openMap({
  title: 'a map like `{ submitted: 2024-01-22 }`',
  description: 'One submission that the framework demands.',
  examples: [{ submitted: '2024-01-22' }],
  properties: {
    submitted: date('Submitted', 'The day on which it was sent.', '2024-01-22'),
    evidence,
    stated: date(
      'Stated due date',
      'The due date that the letter itself prints. It goes before the computed one.',
      '2024-04-23',
    ),
    extensions,
    expected: date(
      'Expected',
      'The day on which the authority itself expects to send it.',
      '2024-05-01',
    ),
    steps: mapOf(
      step,
      'a map like `{ board: { done: 2024-04-02 } }`',
      "How far the authority's own steps have come, by their ids under `governance` in the configuration.",
      { board: { done: '2024-04-02' } },
    ),
    closed: closedMap,
    owner,
    progress,
    snooze,
  },
})

export type PlanStage = ValueOf<typeof planStage>
export type PlanStep = ValueOf<typeof step>
