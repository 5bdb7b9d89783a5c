import { STATUSES } from '../../../assessment/item.ts'
import { CHANNELS } from '../../../config/reminders.ts'
import {
  amount,
  FILE,
  ITEM,
  isoDay,
  number,
  position,
  string,
  yesOrNo,
} from '../../../reports/json-schema-parts.ts'
import {
  answerShape,
  COMPLETE,
  dayOrNull,
  each,
  type Keys,
  TODAY,
  textOrNull,
  texts,
  words,
} from './parts.ts'

const CHANNEL = words(CHANNELS.map(({ id }) => id))

const DIGEST: Keys = {
  recipient: [string, 'Who gets it.', 'ada@example.gov.uk'],
  subject: [string, 'What it is about.', 'Draft action plan due today, Friday 9 February'],
  ...COMPLETE,
  entries: [
    each('One item.', {
      item: [string, 'Its id.', ITEM],
      title: [string, 'Its name for people.', 'Draft action plan'],
      authority: [string, 'Who was inspected.', 'Shropshire Council'],
      owner: [textOrNull, 'Who is responsible.', null],
      kind: [words(['stage', 'action']), 'A stage or an action.', 'stage'],
      status: [words(STATUSES), 'Where it stands.', 'atRisk'],
      due: [isoDay, 'The last day that is in time.', '2024-02-09'],
      workingDaysLeft: [number, 'Negative after the due day.', 2],
      movedFrom: [dayOrNull, 'The due date last sent, where it has moved.', null],
      rung: [string, 'The threshold in words.', '2 working days before'],
      why: [texts('A sentence.', 'no evidence recorded'), 'What else there is to say.', []],
      link: [string, 'The address of the record, or its path.', FILE],
    }),
    'Most urgent first.',
    [],
  ],
  footer: [texts('A sentence.', 'For questions: ask the QA team'), 'Why, and whom to ask.', []],
}

export const remindJson = answerShape(
  'plandue remind',
  'A printed digest, one after the other.',
  DIGEST,
)

export const remindDryRunJson = answerShape('plandue remind --dry-run', 'What would be sent now.', {
  ...TODAY,
  ...COMPLETE,
  isQuietNow: [yesOrNo, 'Whether it is within the quiet hours.', false],
  digests: [
    each('One message.', {
      channel: [CHANNEL, 'How it goes.', 'email'],
      ...DIGEST,
      replyTo: [textOrNull, 'Where a reply to a mail goes.', null],
      text: [string, 'As text.', 'Draft action plan due today'],
      html: [string, 'As HTML.', '<!doctype html>'],
      content: [{ type: ['string', 'object'] }, 'As the channel gets it.', ''],
    }),
    'One for each recipient and channel.',
    [],
  ],
})

const DECISION: Keys = {
  item: [string, 'The id of the item.', ITEM],
  to: [string, 'The recipient.', 'ada@example.gov.uk'],
  channel: [CHANNEL, 'How.', 'email'],
  due: [isoDay, 'The last day that is in time.', '2024-02-09'],
  workingDaysLeft: [number, 'Negative after the due day.', 2],
  rung: [{ type: ['integer', 'null'] }, 'The threshold that is crossed.', 2],
}

export const remindExplainJson = answerShape(
  'plandue remind --explain',
  'Who is reminded of what.',
  {
    ...TODAY,
    until: [isoDay, 'The last day that was looked at.', '2024-08-05'],
    ...COMPLETE,
    isQuietNow: [yesOrNo, 'Whether it is within the quiet hours.', false],
    unmatched: [
      each('What a rule asks for and no item has.', {
        rule: [position, 'The number of the rule.', 1],
        to: [textOrNull, 'Whom it names.', 'ada@example.gov.uk'],
        key: [words(['owner', 'authority', 'framework']), 'By what it chooses.', 'owner'],
        value: [string, 'What it asks for.', 'QA'],
        why: [string, 'The same as a sentence.', 'no item has the owner `QA`'],
      }),
      'Rules that do nothing.',
      [],
    ],
    decisions: [
      each('One item and one recipient.', {
        ...DECISION,
        isToBeTold: [yesOrNo, 'Whether a reminder goes.', true],
        movedFrom: [dayOrNull, 'The due date last sent, where it has moved.', null],
        quiet: [
          {
            oneOf: [
              { type: 'null' },
              { type: 'object', properties: { kind: kindOfQuiet() }, required: ['kind'] },
            ],
          },
          'Why none goes, with what explains it.',
          null,
        ],
        next: [dayOrNull, 'When the next one goes if it stays open.', '2024-02-08'],
      }),
      'Of today.',
      [],
    ],
    ahead: [
      each('One reminder.', { on: [isoDay, 'The day.', '2024-02-08'], ...DECISION }),
      'After today, if nothing is done.',
      [],
    ],
  },
)

function kindOfQuiet() {
  return {
    title: 'Kind',
    description: 'What keeps it quiet; `told` is a reminder that was sent.',
    examples: ['notYet'],
    ...words(['waived', 'snoozed', 'acknowledged', 'notYet', 'told', 'closedDay', 'otherDay']),
  }
}

const ACK: Keys = {
  at: [string, 'When it was written, in UTC.', '2024-02-05T06:05:00Z'],
  asAt: [isoDay, 'The day of the report.', '2024-02-05'],
  item: [string, 'The id of the item.', ITEM],
  due: [isoDay, 'The due date at that time.', '2024-02-09'],
  by: [string, 'The recipient.', 'ada@example.gov.uk'],
  until: [isoDay, 'The last day without reminders.', '2024-02-08'],
}

export const remindLogJson = answerShape('plandue remind log', 'The reminders sent.', {
  ...COMPLETE,
  told: [
    each('One digest.', {
      at: [string, 'When, in UTC.', '2024-02-05T06:05:00Z'],
      asAt: [isoDay, 'The day of the report.', '2024-02-05'],
      key: [string, 'Its idempotency key.', '0123456789abcdef0123456789abcdef'],
      to: [string, 'The recipient.', 'ada@example.gov.uk'],
      channel: [string, 'How.', 'email'],
      items: [
        each('One item.', {
          item: [string, 'Its id.', ITEM],
          due: [isoDay, 'The due date at that time.', '2024-02-09'],
          rung: [number, 'The threshold, in working days left.', 2],
        }),
        'What it was about.',
        [],
      ],
      outcome: [words(['sent', 'failed', 'unknown']), 'What came of it.', 'sent'],
      why: [textOrNull, 'Why it failed.', null],
    }),
    'In the order of the ledger.',
    [],
  ],
  acks: [each('One acknowledgement.', ACK), 'In the order of the ledger.', []],
})

export const remindAckJson = answerShape('plandue remind ack', 'An acknowledgement.', {
  ...COMPLETE,
  ...ACK,
})

export const remindPruneJson = answerShape('plandue remind prune', 'What was taken out.', {
  ...COMPLETE,
  ledger: [string, 'The file of the ledger.', 'reminders.ndjson'],
  before: [isoDay, 'Entries from this day on are kept.', '2023-02-05'],
  lines: [amount, 'How many lines there were.', 40],
  kept: [amount, 'How many there are.', 12],
})

export const remindTestJson = answerShape(
  'plandue remind test',
  'What came back on each channel.',
  {
    results: [
      each('One recipient and one channel.', {
        to: [string, 'The recipient.', 'ada@example.gov.uk'],
        channel: [CHANNEL, 'How.', 'email'],
        outcome: [words(['sent', 'failed', 'printed']), 'What came of it.', 'sent'],
        answer: [string, 'What came back, or why nothing was sent.', 'the server said 250 OK'],
      }),
      'In the order of the configuration.',
      [],
    ],
  },
)
