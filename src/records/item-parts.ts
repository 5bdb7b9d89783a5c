import type { ValueOf } from '../yaml/read.ts'
import { date, integer, list, openMap, text } from '../yaml/schema-builder.ts'

/** What a stage and an action have in common. */

export const owner = text('Owner', 'Who answers for it.', 'Head of Service')

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

/** Later due dates of a stage or an action; the date before them stays on record. */
export const extensions = list(
  extension,
  'Extensions',
  'Later due dates that were granted. The latest one counts; the date before them is kept.',
  [{ to: '2024-05-07', on: '2024-04-15', by: 'Ofsted', reason: 'The director changed in April' }],
)

const progressEntry = openMap({
  title: 'an entry like `{ on: 2024-02-16, note: … }`',
  description: 'How far it had come on a day, in words, as a percentage, or both.',
  examples: [
    { on: '2024-02-16', note: 'Audit tool agreed', percent: 40, by: 'Head of Service' },
    { on: '2024-03-01', percent: 60 },
  ],
  properties: {
    on: date('On', 'The day of which it is true.', '2024-02-16'),
    note: text('Note', 'What was done, or what is in the way.', 'Audit tool agreed'),
    percent: integer(
      0,
      100,
      'Percent',
      'How much of it is complete. With 100 it is not done yet: `done` or `submitted` says so.',
      40,
    ),
    by: text('By', 'Who reports it.', 'Head of Service'),
  },
  required: ['on'],
  anyOf: [{ required: ['note'] }, { required: ['percent'] }],
})

/** A log: a new entry is added at its end, and none is overwritten. */
export const progress = list(
  progressEntry,
  'Progress',
  'How it went on, entry by entry: add to the end, and leave the earlier ones as they are.',
  [{ on: '2024-02-16', note: 'Audit tool agreed', percent: 40, by: 'Head of Service' }],
)

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
  'What shows that it was sent or done: a path from the root of the repository, or a URL.',
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

export type GrantedExtension = ValueOf<typeof extension>
export type ProgressEntry = ValueOf<typeof progressEntry>
