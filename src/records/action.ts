import type { ValueOf } from '../yaml/read.ts'
import { date, list, matching, openMap, text } from '../yaml/schema-builder.ts'
import { closedMap, evidence, extensions, owner, progress, snooze } from './item-parts.ts'

/** A short name inside a record. */
export const shortId = (description: string, example: string) =>
  matching('^[A-Za-z0-9][A-Za-z0-9._-]*$', 'letters, digits, `.`, `_` or `-`', description, example)

/** The shape of one entry of `actions`. */
export const action = openMap({
  title: 'an action with `id`, `title` and `due`',
  description: 'One dated promise inside the plan, with an owner.',
  examples: [{ id: 'A1', title: 'Weekly audits of strategy discussions', due: '2024-03-31' }],
  properties: {
    id: shortId('A short name, unique in the record.', 'A1'),
    title: text('Title', 'What is promised.', 'Weekly audits of strategy discussions'),
    owner,
    answers: list(
      text('Area', 'The id of an area of this record.', 'P1'),
      'Areas that it answers',
      'The areas that it answers, by their ids.',
      ['P1'],
    ),
    due: date(
      'Due',
      'The day by which it is promised. It stays: an extension moves the due date.',
      '2024-03-31',
    ),
    extensions,
    expected: date('Expected', 'The day on which its owner expects it to be done.', '2024-04-10'),
    done: date('Done on', 'The day on which it was done.', '2024-03-20'),
    closed: closedMap,
    blocked: text('Blocked', 'What stands in its way.', 'The post is not filled'),
    evidence,
    progress,
    snooze,
  },
  required: ['id', 'title', 'due'],
})

export type Action = ValueOf<typeof action>
