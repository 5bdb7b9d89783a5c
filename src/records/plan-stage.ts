import type { ValueOf } from '../yaml/read.ts'
import { date, list, mapOf, openMap, text } from '../yaml/schema-builder.ts'

const extension = openMap({
  title: 'an extension like `{ to: 2024-05-07, on: 2024-04-15, by: Ofsted, reason: … }`',
  description: 'A later due date that was granted.',
  examples: [
    { to: '2024-05-07', on: '2024-04-15', by: 'Ofsted', reason: 'The director changed in April' },
  ],
  properties: {
    to: date('New due date', 'The new due date.', '2024-05-07'),
    on: date('Granted on', 'The day on which it was granted.', '2024-04-15'),
    by: text('Granted by', 'Who granted it.', 'Ofsted'),
    reason: text('Reason', 'Why.', 'The director changed in April'),
  },
  required: ['to'],
})

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

/** What keeps an item out of reminders for a time. */
export const snooze = openMap({
  title: 'a map like `{ until: 2024-02-16, reason: … }`',
  description: 'Nobody is reminded of it for a time. It stands in every report as ever.',
  examples: [{ until: '2024-02-16', reason: 'The board meets on 16 February' }],
  properties: {
    until: date('Until', 'The last quiet day.', '2024-02-16'),
    reason: text('Reason', 'Why.', 'The board meets on 16 February'),
  },
  required: ['until', 'reason'],
})

/** What shows that something was done. */
export const evidence = text(
  'Evidence',
  'What shows that it was sent: a path from the root of the repository, or a URL.',
  'papers/draft-plan.pdf',
)

/** What ends the duty to submit or do something that never was. */
export const closedMap = openMap({
  title: 'a map like `{ on: 2024-08-30, reason: … }`',
  description: 'No longer required, although it was not completed.',
  examples: [{ on: '2024-08-30', reason: 'The inspectorate no longer asks for it' }],
  properties: {
    on: date('Closed from', 'The day from which it counts as closed.', '2024-08-30'),
    reason: text('Reason', 'Why.', 'The director changed in April'),
  },
  required: ['on', 'reason'],
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
    extensions: list(
      extension,
      'Extensions',
      'Later due dates that were granted. The latest one counts.',
      [
        {
          to: '2024-05-07',
          on: '2024-04-15',
          by: 'Ofsted',
          reason: 'The director changed in April',
        },
      ],
    ),
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
    snooze,
  },
})

export type PlanStage = ValueOf<typeof planStage>
export type GrantedExtension = ValueOf<typeof extension>
export type PlanStep = ValueOf<typeof step>
