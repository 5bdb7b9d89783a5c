import { STATUSES } from '../../../assessment/item.ts'
import { diagnosticSchema } from '../../../reports/json-schema.ts'
import { waiverSchema } from '../../../reports/json-schema-item-parts.ts'
import {
  amount,
  ITEM,
  isoDay,
  listOf,
  note,
  number,
  string,
  yesOrNo,
} from '../../../reports/json-schema-parts.ts'
import {
  allKeys,
  answerShape,
  COMPLETE,
  dayOrNull,
  each,
  FILTERS,
  type Keys,
  orNothing,
  TODAY,
  textOrNull,
  texts,
  words,
} from './parts.ts'

const DIAGNOSTICS: Keys = {
  diagnostics: [listOf(note(diagnosticSchema, 'Diagnostic', 'One fault.', {})), 'Faults.', []],
}

const STANDING: Keys = {
  due: [dayOrNull, 'The due date.', '2024-02-29'],
  owner: [textOrNull, 'Who is responsible.', 'QA lead'],
  status: [words(STATUSES), 'The status.', 'onTrack'],
}

export const historyJson = answerShape('plandue history', 'When items moved, and by what.', {
  ...TODAY,
  ...COMPLETE,
  unreadable: [amount, 'How many commits left errors in the record.', 0],
  items: [
    each('An item.', {
      id: [string, 'The id of the item.', ITEM],
      record: [string, 'The id of the record.', 'shropshire-2023'],
      file: [string, 'The file of the record.', 'plans/shropshire-2023.yaml'],
      authority: [string, 'Who was inspected.', 'Shropshire Council'],
      title: [string, 'Its name for people.', 'Draft action plan'],
      now: [orNothing(allKeys(STANDING)), 'Where it stands; null where it is gone.', null],
      changes: [
        each('A commit that moved something.', {
          commit: [textOrNull, 'The id; null for what is not committed.', null],
          on: [isoDay, 'The day of the commit.', '2024-02-05'],
          author: [textOrNull, 'Who made it; null without --verbose.', null],
          change: [words(['added', 'changed', 'removed']), 'What became of the item.', 'changed'],
          moves: [
            each('What moved.', {
              what: [words(['due', 'owner', 'status']), 'What it is.', 'due'],
              from: [textOrNull, 'Its value before.', '2024-02-29'],
              to: [textOrNull, 'Its value after.', '2024-03-28'],
            }),
            'What moved.',
            [],
          ],
        }),
        'Oldest first.',
        [],
      ],
    }),
    'The items that were asked for.',
    [],
  ],
  ...DIAGNOSTICS,
})

const FLOW_NAMES = ['added', 'reopened', 'finished', 'withdrawn', 'notRequired', 'removed']
const NUMBERS = ['openThen', ...FLOW_NAMES, 'openNow', 'red', 'amber', 'green']
const sum = allKeys(
  Object.fromEntries(NUMBERS.map((name) => [name, [amount, 'How many items.', 1] as const])),
)

const tallies = each('What has something in common.', {
  name: [string, 'What that is.', 'QA lead'],
  sum: [sum, 'The sum of these items.', {}],
})

const PAPER_ITEM: Keys = {
  id: [string, 'The id of the item.', ITEM],
  authority: [string, 'Who was inspected.', 'Shropshire Council'],
  title: [string, 'Its name for people.', 'Draft action plan'],
  ...STANDING,
  expected: [dayOrNull, 'When it is expected.', null],
  submitted: [dayOrNull, 'When it was submitted or done.', null],
  blocked: [textOrNull, 'What stands in its way.', null],
  why: [texts('A sentence.', 'due soon: 4 working days left'), 'Why it stands so.', []],
  waivers: [listOf(waiverSchema), 'What is waived of that.', []],
}

const paperItems = each('An item.', PAPER_ITEM)

export const paperJson = answerShape('plandue paper', 'What a board reads.', {
  ...TODAY,
  since: [isoDay, 'The day of the last meeting.', '2024-02-01'],
  until: [isoDay, 'The day of the next meeting.', '2024-04-04'],
  ...FILTERS,
  ...COMPLETE,
  wasComplete: [yesOrNo, 'The same of what was known then.', true],
  sum: [sum, 'How many were and are open, and what lies between.', {}],
  plans: [tallies, 'The same by action plan.', []],
  areas: [tallies, 'The same by area.', []],
  owners: [tallies, 'The same by owner.', []],
  late: [paperItems, 'What is overdue.', []],
  atRisk: [paperItems, 'What is at risk.', []],
  dueSoon: [paperItems, 'What is on track and due by the next meeting.', []],
  moved: [
    each('An item.', {
      ...PAPER_ITEM,
      from: [isoDay, 'The due date then.', '2024-02-29'],
      to: [isoDay, 'The due date now.', '2024-03-28'],
      workingDays: [number, 'By how many; negative for an earlier date.', 20],
      by: [string, 'Who moved it, in words.', 'Ofsted, on Friday 2 February 2024'],
      reason: [string, 'Why, in words.', 'Change of director'],
    }),
    'What has another due date than then, or is new and was extended since.',
    [],
  ],
  finished: [paperItems, 'What was finished since.', []],
  others: [
    each('An item.', {
      ...PAPER_ITEM,
      flows: [listOf(note(words(FLOW_NAMES), 'Flow', 'One.', 'removed')), 'What happened.', []],
    }),
    'What was reopened, or ended otherwise.',
    [],
  ],
  decisions: [
    each('A decision.', {
      kind: [
        words(['agreeDate', 'acceptDate', 'unblock', 'nameOwner']),
        'What is to be decided.',
        'agreeDate',
      ],
      items: [texts('The id of an item.', ITEM), 'What it is about.', []],
    }),
    'What the board is asked for.',
    [],
  ],
  ...DIAGNOSTICS,
})
