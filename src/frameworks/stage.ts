import { date, type ObjectSchema, ownKeys } from '../yaml/schema.ts'
import { citation, exampleCitation } from './citation.ts'

/** How frameworks and stages are called. */
export const id = {
  type: 'string',
  title: 'lower-case letters, digits and hyphens',
  pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
} as const

/** A stage as a framework may have it. */
export const exampleStage = {
  id: 'final',
  title: 'Final action plan',
  period: { count: 70, unit: 'workingDays' },
  clock: 'received',
  firstDay: 'dayAfter',
  required: 'always',
  citation: exampleCitation,
} as const

/** The dates of a record from which a period can run; `submitted` is that of the stage named by `after`. */
export const CLOCKS = ['received', 'sent', 'published', 'visited', 'submitted'] as const

const exampleRelaxation = {
  from: '2020-04-24',
  until: '2020-09-24',
  text: 'or as soon as reasonably practicable',
  citation: exampleCitation,
} as const

const relaxation = {
  type: 'object',
  title: 'a time with `from`, `until`, `text` and `citation`',
  description: 'A time in which the period was not the only limit.',
  examples: [exampleRelaxation],
  properties: {
    from: { ...date, title: 'From', description: 'Its first day.', examples: ['2020-04-24'] },
    until: { ...date, title: 'Until', description: 'Its last day.', examples: ['2020-09-24'] },
    text: {
      title: 'Text',
      type: 'string',
      description: 'What stood beside the period, as words in a sentence.',
      minLength: 1,
      examples: ['or as soon as reasonably practicable'],
    },
    citation,
  },
  required: ['from', 'until', 'text', 'citation'],
  additionalProperties: false,
} as const satisfies ObjectSchema

/** The days that are no working days besides weekends and bank holidays. */
export const excludes = {
  title: 'Excludes',
  type: 'array',
  description:
    'Other days that are no working days: `schoolHolidays` for the holidays of the school that the record names, where they last longer than a week.',
  examples: [['schoolHolidays']],
  items: {
    title: 'What is excluded',
    type: 'string',
    description: 'A kind of days.',
    enum: ['schoolHolidays'],
    examples: ['schoolHolidays'],
  },
} as const

/** One submission that a framework demands, with its rule. */
export const stage = {
  type: 'object',
  title: 'a stage',
  description: 'One submission that the framework demands.',
  examples: [exampleStage],
  properties: {
    id: {
      ...id,
      description:
        'What the stage is called under `plan` in a record. Two entries may share an id if their dates of validity do not overlap.',
      examples: ['final'],
    },
    title: {
      title: 'Title',
      type: 'string',
      description: 'Its name for people.',
      minLength: 1,
      examples: ['Final action plan'],
    },
    demand: {
      title: 'Demand',
      type: 'string',
      description:
        'What the authority must do: send it to the inspectorate (if left out), publish it, prepare it, or make it, as a decision.',
      enum: ['send', 'publish', 'prepare', 'make'],
      examples: ['publish'],
    },
    period: {
      examples: [{ count: 20, unit: 'workingDays' }],
      type: 'object',
      title: 'a period like `{ count: 20, unit: workingDays }`',
      description: 'How long the authority has.',
      properties: {
        count: {
          title: 'Count',
          description: 'How many of the unit.',
          type: 'integer',
          minimum: 1,
          maximum: 10_000,
          examples: [20],
        },
        unit: {
          title: 'Unit',
          description: 'What is counted.',
          type: 'string',
          enum: ['workingDays', 'calendarDays', 'months'],
          examples: ['workingDays'],
        },
      },
      required: ['count', 'unit'],
      additionalProperties: false,
    },
    clock: {
      title: 'Clock',
      type: 'string',
      description:
        'The date of the record from which the period runs; `submitted` is that of another stage, which `after` names.',
      enum: CLOCKS,
      examples: ['received'],
    },
    fallback: {
      title: 'Fallback',
      description:
        'The date to count from where the other is not known, or several, the first one first. `sent` in place of `received` gives the earliest date that can be right, `published` the latest.',
      examples: ['published', ['sent', 'published']],
      oneOf: [
        { title: 'a date such as `published`', type: 'string', enum: CLOCKS },
        {
          title: 'a list like `[sent, published]`',
          type: 'array',
          minItems: 1,
          items: {
            title: 'Date',
            type: 'string',
            description: 'A date of the record.',
            enum: CLOCKS,
            examples: ['published'],
          },
        },
      ],
    },
    after: {
      ...id,
      title: 'After',
      description: 'For the clock `submitted`: the stage whose submission starts the period.',
      examples: ['final'],
    },
    excludes: {
      ...excludes,
      description:
        'Other days that are no working days for this stage, where it differs from the framework: `[]` for none.',
    },
    firstDay: {
      title: 'First day',
      type: 'string',
      description:
        '`dayAfter` for "within N days of", where the next day is day 1; `sameDay` for "beginning with the day".',
      enum: ['dayAfter', 'sameDay'],
      examples: ['dayAfter'],
    },
    required: {
      title: 'Required',
      type: 'string',
      description: 'Whether it is always demanded, or only with an area for priority action.',
      enum: ['always', 'ifPriorityAction'],
      examples: ['always'],
    },
    optional: {
      title: 'Optional',
      type: 'boolean',
      description:
        'Left out of every report until `stages` in the configuration, or a key under `plan` in the record, asks for it.',
      examples: [true],
    },
    recipients: {
      title: 'Recipients',
      type: 'string',
      description:
        'To whom it is sent, as words in a sentence; the inspectorate if left out. Of what is published, who gets a copy of it thereby.',
      minLength: 1,
      examples: ['the Chief Inspector and the Secretary of State'],
    },
    relaxed: {
      title: 'Relaxed',
      examples: [[exampleRelaxation]],
      type: 'array',
      description:
        'Times in which a law put something beside the period: a due date that falls in one is not firm.',
      items: relaxation,
    },
    from: {
      ...date,
      title: 'In force from',
      examples: ['2018-08-01'],
      description: 'The first date of the clock for which the rule holds.',
    },
    until: {
      ...date,
      title: 'In force until',
      examples: ['2022-12-31'],
      description: 'The last date of the clock for which the rule holds.',
    },
    citation,
  },
  required: ['id', 'title', 'period', 'clock', 'firstDay', 'required', 'citation'],
  patternProperties: ownKeys,
  additionalProperties: false,
} as const satisfies ObjectSchema
