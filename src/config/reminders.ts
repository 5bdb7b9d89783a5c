import type { ValueOf } from '../yaml/read.ts'
import {
  filledList,
  flag,
  integer,
  keyword,
  list,
  map,
  mapOf,
  matching,
  text,
} from '../yaml/schema-builder.ts'

/** The ways in which a reminder can reach somebody, and what `to` says there. */
export const CHANNELS = [
  { id: 'stdout', to: 'optional' },
  { id: 'email', to: 'address' },
  { id: 'slack', to: 'name' },
  { id: 'teams', to: 'name' },
  { id: 'webhook', to: 'name' },
  { id: 'notify', to: 'address' },
  { id: 'command', to: 'command' },
] as const

/** By the number of `weekday`. */
export const WEEKDAYS = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const

export type Weekday = (typeof WEEKDAYS)[number]

const to = text(
  'To',
  'Who: an address, or a name that the channel knows.',
  'ada.lovelace@example.gov.uk',
)

const channel = keyword(
  CHANNELS.map(({ id }) => id),
  'Channel',
  'How; printed as the result of the run where it is left out.',
  'email',
)

const on = filledList(
  keyword(WEEKDAYS, 'Weekday', 'A day of the digest.', 'monday'),
  'On',
  'The weekdays of the digest, each in place of a daily one; on a closed day it goes on the next open one.',
  ['monday'],
)

/** The address that a reply to a mail goes to, in words for where it stands. */
const replyTo = (description: string) =>
  matching(
    '^[^\\s@<>,;]+@[^\\s@<>,;]+$',
    'an address like plans@example.gov.uk',
    description,
    'plans@example.gov.uk',
  )

const ownReplyTo = replyTo(
  'Where a reply to a mail to this recipient goes, in place of `replyTo` for all.',
)

const recipient = map({
  title: 'a recipient like `{ to: ada@example.gov.uk, channel: email }`',
  description: 'Somebody who hears of what is late.',
  examples: [{ to: 'director@example.gov.uk', channel: 'email' }],
  properties: {
    to,
    channel,
    on,
    replyTo: ownReplyTo,
  },
})

const rule = map({
  title: 'a recipient like `{ to: ada@example.gov.uk, channel: email, authority: Leeds }`',
  description:
    'Somebody, and what of; all there is, where neither owner, authority nor framework is given.',
  examples: [{ to: 'ada.lovelace@example.gov.uk', channel: 'email', authority: 'Leeds' }],
  properties: {
    to,
    channel,
    on,
    replyTo: ownReplyTo,
    owner: text('Owner', 'Only actions whose owner has this text.', 'Head of Service'),
    authority: text('Authority', 'Only authorities whose name has this text.', 'Leeds'),
    framework: text('Framework', 'Only records of this framework.', 'ilacs-standard'),
  },
})

const time = matching(
  '^([01]\\d|2[0-3]):[0-5]\\d$',
  'a time like 19:00',
  'A time of day where the configuration says that it is today.',
  '19:00',
)

/** What the configuration says of reminders: who hears of what, when, and where that is kept. */
export const remindersSchema = map({
  title: 'a map like `{ ledger: reminders.ndjson }`',
  description: 'Whom `plandue remind` reminds of what, and when.',
  examples: [{ ledger: 'reminders.ndjson', before: [10, 5, 2, 1, 0] }],
  properties: {
    ledger: text(
      'Ledger',
      'The file in the repository that keeps the reminders sent.',
      'reminders.ndjson',
    ),
    before: list(
      integer(
        0,
        1000,
        'Working days left',
        'A reminder goes out when so many working days are left; 0 is the due day.',
        10,
      ),
      'Before',
      'At how many working days left to remind: 10, 5, 2, 1 and 0 where it is left out.',
      [20, 10, 5, 2, 1, 0],
    ),
    overdue: keyword(
      ['daily', 'weekly', 'never'],
      'Overdue',
      'How often to remind of what is overdue; daily, where it is left out, is every working day.',
      'weekly',
    ),
    escalation: map({
      title: 'a map like `{ after: 5, to: [{ to: director@example.gov.uk, channel: email }] }`',
      description: 'Who else hears of what is late.',
      examples: [{ after: 5, to: [{ to: 'director@example.gov.uk', channel: 'email' }] }],
      properties: {
        after: integer(1, 1000, 'Working days late', 'From how many working days late.', 5),
        to: filledList(recipient, 'To', 'Who else.', [
          { to: 'director@example.gov.uk', channel: 'email' },
        ]),
      },
      required: ['after', 'to'],
    }),
    onClosedDays: flag(
      'On closed days',
      'Whether to remind on weekends, bank holidays and closures too; not where it is left out.',
      true,
    ),
    quietHours: map({
      title: 'a map like `{ from: "19:00", to: "06:00" }`',
      description:
        'When to send no reminders; the first run after them catches up, so schedule one.',
      examples: [{ from: '19:00', to: '06:00' }],
      properties: {
        from: time,
        to: time,
      },
      required: ['from', 'to'],
    }),
    recipients: list(
      rule,
      'Recipients',
      'Who hears of what. Whoever is meant by several rules hears of it once.',
      [{ to: 'ada.lovelace@example.gov.uk', channel: 'email', authority: 'Leeds' }],
    ),
    default: { ...recipient, description: 'Who hears of what no rule is about.' },
    contact: text(
      'Contact',
      'Whom to ask about reminders; each digest names them.',
      'the QA team, 01743 000000',
    ),
    replyTo: replyTo('Where replies to mails go; to the sender where it is left out.'),
    link: matching(
      '^https?://\\S+$',
      'an address like https://example.org/{file}',
      'The address of a record; {file}, {line}, {record} and {item} are filled in.',
      'https://github.com/example/plans/blob/main/{file}#L{line}',
    ),
    commands: mapOf(
      filledList(
        text('Word', 'The program by its path, or one argument.', '/usr/local/bin/notify-desk'),
        'a program and its arguments',
        'The program, and what it is given; the digest is on its standard input.',
        ['/usr/local/bin/notify-desk', '--urgent'],
      ),
      'a map like `{ desk: [/usr/local/bin/notify-desk, --urgent] }`',
      'The programs of the channel `command`, by the names that `to` gives.',
      { desk: ['/usr/local/bin/notify-desk', '--urgent'] },
    ),
  },
  required: ['ledger'],
})

/** The reminders of a configuration, as they stand in it. */
export type Reminders = ValueOf<typeof remindersSchema>
