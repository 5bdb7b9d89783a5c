import { DIVISIONS } from '../calendar/division.ts'
import type { ValueOf } from '../yaml/read.ts'
import { date, type ObjectSchema, ownKeys } from '../yaml/schema.ts'

const id = {
  type: 'string',
  title: 'lower-case letters, digits and hyphens',
  pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
} as const

const citation = {
  type: 'object',
  title: 'a citation with `name`, `url`, `checked` and `kind`',
  description: 'Where the rule is written.',
  properties: {
    name: { type: 'string', description: 'What the source is called.', minLength: 1 },
    url: { type: 'string', description: 'Where it can be read.', minLength: 1 },
    checked: {
      ...date,
      description: 'The day on which somebody last looked.',
      examples: ['2026-11-21'],
    },
    kind: {
      type: 'string',
      description: 'Whether the source is the rule itself, or somebody who tells of it.',
      enum: ['primary', 'secondary'],
      examples: ['primary'],
    },
    note: { type: 'string', description: 'What is inferred or in doubt.', minLength: 1 },
  },
  required: ['name', 'url', 'checked', 'kind'],
  patternProperties: ownKeys,
  additionalProperties: false,
} as const satisfies ObjectSchema

const stage = {
  type: 'object',
  title: 'a stage',
  description: 'One submission that the framework demands.',
  properties: {
    id: {
      ...id,
      description:
        'What the stage is called under `plan` in a record. Two entries may share an id if their dates of validity do not overlap.',
      examples: ['final'],
    },
    title: {
      type: 'string',
      description: 'Its name for people.',
      minLength: 1,
      examples: ['Final action plan'],
    },
    demand: {
      type: 'string',
      description:
        'What the authority must do with it: send it to the inspectorate (if left out), or publish it.',
      enum: ['send', 'publish'],
      examples: ['publish'],
    },
    period: {
      type: 'object',
      title: 'a period like `{ count: 20, unit: workingDays }`',
      description: 'How long the authority has.',
      properties: {
        count: { type: 'integer', minimum: 1, maximum: 10_000, examples: [20] },
        unit: {
          type: 'string',
          enum: ['workingDays', 'calendarDays', 'months'],
          examples: ['workingDays'],
        },
      },
      required: ['count', 'unit'],
      additionalProperties: false,
    },
    clock: {
      type: 'string',
      description: 'The date of the record from which the period runs.',
      enum: ['received', 'published', 'visited'],
      examples: ['received'],
    },
    fallback: {
      type: 'string',
      description: 'The date to count from where the other is not known.',
      enum: ['received', 'published', 'visited'],
      examples: ['published'],
    },
    firstDay: {
      type: 'string',
      description:
        '`dayAfter` for "within N days of", where the next day is day 1; `sameDay` for "beginning with the day".',
      enum: ['dayAfter', 'sameDay'],
      examples: ['dayAfter'],
    },
    required: {
      type: 'string',
      description: 'Whether it is always demanded, or only with an area for priority action.',
      enum: ['always', 'ifPriorityAction'],
      examples: ['always'],
    },
    from: { ...date, description: 'The first date of the clock for which the rule holds.' },
    until: { ...date, description: 'The last date of the clock for which the rule holds.' },
    citation,
  },
  required: ['id', 'title', 'period', 'clock', 'firstDay', 'required', 'citation'],
  patternProperties: ownKeys,
  additionalProperties: false,
} as const satisfies ObjectSchema

/** The shape of a framework: rules as data, which an officer of the field can hold to the source. */
export const frameworkSchema = {
  title: 'plandue framework',
  description: 'What an inspection framework demands, by when, and where that is written.',
  type: 'object',
  properties: {
    id: { ...id, description: 'What records call it.', examples: ['ilacs-focused-visit'] },
    title: {
      type: 'string',
      description: 'Its name for people.',
      minLength: 1,
      examples: ['ILACS focused visit'],
    },
    inspectorate: {
      type: 'string',
      description: 'Who inspects.',
      minLength: 1,
      examples: ['Ofsted'],
    },
    document: {
      type: 'string',
      description: 'What the authority is sent, as a word in a sentence; a report if left out.',
      minLength: 1,
      examples: ['letter'],
    },
    calendar: {
      type: 'string',
      description: 'Whose bank holidays count.',
      enum: DIVISIONS,
      examples: ['england-and-wales'],
    },
    stages: { type: 'array', description: 'What it demands, in order.', minItems: 1, items: stage },
  },
  required: ['id', 'title', 'calendar', 'stages'],
  patternProperties: ownKeys,
  additionalProperties: false,
} as const satisfies ObjectSchema

/** An inspection framework: who counts by which calendar, and the stages that it demands. */
export type Framework = ValueOf<typeof frameworkSchema>

/** One rule for one submission. Two rules may share a stage id, each for its own time. */
export type Stage = Framework['stages'][number]

/** A date of the record from which a period can run. */
export type Clock = Stage['clock']

/** The ids of the stages of a framework, in order, each once. */
export function stageIds(framework: Framework): string[] {
  return [...new Set(framework.stages.map(({ id }) => id))]
}
