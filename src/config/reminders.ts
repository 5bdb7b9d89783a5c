import type { ValueOf } from '../yaml/read.ts'
import type { ObjectSchema } from '../yaml/schema.ts'

/** The ways in which a reminder can reach somebody. */
export const CHANNELS = [
  'stdout',
  'email',
  'slack',
  'teams',
  'webhook',
  'notify',
  'command',
] as const

const to = {
  type: 'string',
  title: 'To',
  description: 'Who: an address, or a name that the channel knows.',
  minLength: 1,
  examples: ['ada.lovelace@example.gov.uk'],
} as const

const channel = {
  type: 'string',
  title: 'Channel',
  description: 'How; printed as the result of the run where it is left out.',
  enum: CHANNELS,
  examples: ['email'],
} as const

const recipient = {
  type: 'object',
  title: 'a recipient like `{ to: ada@example.gov.uk, channel: email }`',
  description: 'Somebody who hears of what is late.',
  examples: [{ to: 'director@example.gov.uk', channel: 'email' }],
  properties: { to, channel },
  additionalProperties: false,
} as const satisfies ObjectSchema

const rule = {
  type: 'object',
  title: 'a recipient like `{ to: ada@example.gov.uk, channel: email, authority: Leeds }`',
  description:
    'Somebody, and what of; all there is, where neither owner, authority nor framework is given.',
  examples: [{ to: 'ada.lovelace@example.gov.uk', channel: 'email', authority: 'Leeds' }],
  properties: {
    to,
    channel,
    owner: {
      type: 'string',
      title: 'Owner',
      description: 'Only actions whose owner has this text.',
      minLength: 1,
      examples: ['Head of Service'],
    },
    authority: {
      type: 'string',
      title: 'Authority',
      description: 'Only authorities whose name has this text.',
      minLength: 1,
      examples: ['Leeds'],
    },
    framework: {
      type: 'string',
      title: 'Framework',
      description: 'Only records of this framework.',
      minLength: 1,
      examples: ['ilacs-standard'],
    },
  },
  additionalProperties: false,
} as const satisfies ObjectSchema

const time = {
  type: 'string',
  title: 'a time like 19:00',
  description: 'A time of day where the configuration says that it is today.',
  pattern: '^([01]\\d|2[0-3]):[0-5]\\d$',
  examples: ['19:00'],
} as const

/** What the configuration says of reminders: who hears of what, when, and where that is kept. */
export const remindersSchema = {
  type: 'object',
  title: 'a map like `{ ledger: reminders.ndjson }`',
  description: 'Whom `plandue remind` tells what, and when.',
  examples: [{ ledger: 'reminders.ndjson', before: [10, 5, 2, 1, 0] }],
  properties: {
    ledger: {
      type: 'string',
      title: 'Ledger',
      description: 'The file in the repository that keeps who was told what.',
      minLength: 1,
      examples: ['reminders.ndjson'],
    },
    before: {
      type: 'array',
      title: 'Before',
      description:
        'At how many working days left to remind: 10, 5, 2, 1 and 0 where it is left out.',
      examples: [[20, 10, 5, 2, 1, 0]],
      items: {
        type: 'integer',
        title: 'Working days left',
        description: 'A reminder goes out when so many working days are left; 0 is the due day.',
        minimum: 0,
        maximum: 1000,
        examples: [10],
      },
    },
    overdue: {
      type: 'string',
      title: 'Overdue',
      description:
        'How often to remind of what is overdue; daily, where it is left out, is every working day.',
      enum: ['daily', 'weekly', 'never'],
      examples: ['weekly'],
    },
    escalation: {
      type: 'object',
      title: 'a map like `{ after: 5, to: [{ to: director@example.gov.uk, channel: email }] }`',
      description: 'Who else hears of what is late.',
      examples: [{ after: 5, to: [{ to: 'director@example.gov.uk', channel: 'email' }] }],
      properties: {
        after: {
          type: 'integer',
          title: 'Working days late',
          description: 'From how many working days late.',
          minimum: 1,
          maximum: 1000,
          examples: [5],
        },
        to: {
          type: 'array',
          title: 'To',
          description: 'Who else.',
          items: recipient,
          minItems: 1,
          examples: [[{ to: 'director@example.gov.uk', channel: 'email' }]],
        },
      },
      required: ['after', 'to'],
      additionalProperties: false,
    },
    onClosedDays: {
      type: 'boolean',
      title: 'On closed days',
      examples: [true],
      description:
        'Whether to remind on weekends, bank holidays and closures too; not where it is left out.',
    },
    quietHours: {
      type: 'object',
      title: 'a map like `{ from: "19:00", to: "06:00" }`',
      description: 'When to tell nobody; the first run after them catches up, so schedule one.',
      examples: [{ from: '19:00', to: '06:00' }],
      properties: { from: time, to: time },
      required: ['from', 'to'],
      additionalProperties: false,
    },
    recipients: {
      type: 'array',
      title: 'Recipients',
      examples: [[{ to: 'ada.lovelace@example.gov.uk', channel: 'email', authority: 'Leeds' }]],
      description: 'Who hears of what. Whoever is meant by several rules hears of it once.',
      items: rule,
    },
    default: { ...recipient, description: 'Who hears of what no rule is about.' },
    link: {
      type: 'string',
      title: 'an address like https://example.org/{file}',
      description: 'The address of a record; {file}, {line}, {record} and {item} are filled in.',
      pattern: '^https?://\\S+$',
      examples: ['https://github.com/example/plans/blob/main/{file}#L{line}'],
    },
    commands: {
      type: 'object',
      examples: [{ desk: ['/usr/local/bin/tell-desk', '--urgent'] }],
      title: 'a map like `{ desk: [/usr/local/bin/tell-desk, --urgent] }`',
      description: 'The programs of the channel `command`, by the names that `to` gives.',
      properties: {},
      additionalProperties: {
        type: 'array',
        title: 'a program and its arguments',
        description: 'The program, and what it is given; the digest is on its standard input.',
        items: {
          type: 'string',
          title: 'Word',
          description: 'The program by its path, or one argument.',
          minLength: 1,
          examples: ['/usr/local/bin/tell-desk'],
        },
        minItems: 1,
        examples: [['/usr/local/bin/tell-desk', '--urgent']],
      },
    },
  },
  required: ['ledger'],
  additionalProperties: false,
} as const satisfies ObjectSchema

/** The reminders of a configuration, as they stand in it. */
export type Reminders = ValueOf<typeof remindersSchema>
/** Somebody whom the configuration names. */
export type Recipient = ValueOf<typeof recipient>
