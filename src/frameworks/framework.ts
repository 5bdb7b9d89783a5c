import { DIVISIONS } from '../calendar/division.ts'
import type { ValueOf } from '../yaml/read.ts'
import { date, type ObjectSchema, ownKeys } from '../yaml/schema.ts'
import { citation, exampleCitation } from './citation.ts'

const id = {
  type: 'string',
  title: 'lower-case letters, digits and hyphens',
  pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
} as const

const exampleStage = {
  id: 'final',
  title: 'Final action plan',
  period: { count: 70, unit: 'workingDays' },
  clock: 'received',
  firstDay: 'dayAfter',
  required: 'always',
  citation: exampleCitation,
} as const

const stage = {
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
        'What the authority must do with it: send it to the inspectorate (if left out), or publish it.',
      enum: ['send', 'publish'],
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
      description: 'The date of the record from which the period runs.',
      enum: ['received', 'published', 'visited'],
      examples: ['received'],
    },
    fallback: {
      title: 'Fallback',
      type: 'string',
      description: 'The date to count from where the other is not known.',
      enum: ['received', 'published', 'visited'],
      examples: ['published'],
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

/** The shape of a framework: rules as data, which an officer of the field can hold to the source. */
export const frameworkSchema = {
  title: 'plandue framework',
  description: 'What an inspection framework demands, by when, and where that is written.',
  type: 'object',
  properties: {
    id: { ...id, description: 'What records call it.', examples: ['ilacs-focused-visit'] },
    title: {
      title: 'Title',
      type: 'string',
      description: 'Its name for people.',
      minLength: 1,
      examples: ['ILACS focused visit'],
    },
    inspectorate: {
      title: 'Inspectorate',
      type: 'string',
      description: 'Who inspects.',
      minLength: 1,
      examples: ['Ofsted'],
    },
    document: {
      title: 'Document',
      type: 'string',
      description: 'What the authority is sent, as a word in a sentence; a report if left out.',
      minLength: 1,
      examples: ['letter'],
    },
    calendar: {
      title: 'Calendar',
      type: 'string',
      description: 'Whose bank holidays count.',
      enum: DIVISIONS,
      examples: ['england-and-wales'],
    },
    stages: {
      title: 'Stages',
      examples: [[exampleStage]],
      type: 'array',
      description: 'What it demands, in order.',
      minItems: 1,
      items: stage,
    },
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
