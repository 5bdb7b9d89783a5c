import { DIVISIONS } from '../calendar/division.ts'
import type { ValueOf } from '../yaml/read.ts'
import { type ObjectSchema, ownKeys } from '../yaml/schema.ts'
import { exampleStage, excludes, id, stage } from './stage.ts'

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
      description:
        'Whose bank holidays count: of one division, or of several, where a holiday in any of them is no working day.',
      examples: ['england-and-wales', ['england-and-wales', 'scotland']],
      oneOf: [
        { title: 'a division such as `england-and-wales`', type: 'string', enum: DIVISIONS },
        {
          title: 'a list of divisions',
          type: 'array',
          minItems: 1,
          items: {
            title: 'Division',
            type: 'string',
            description: 'A part of the United Kingdom, as GOV.UK names it.',
            enum: DIVISIONS,
            examples: ['scotland'],
          },
        },
      ],
    },
    roll: {
      title: 'Roll',
      type: 'string',
      description:
        'Where the last day of a period goes that is no working day: nowhere (if left out), to the next working day, or to the previous one.',
      enum: ['none', 'next', 'previous'],
      examples: ['none'],
    },
    lead: {
      title: 'Lead',
      type: 'integer',
      description:
        'By how many working days receipt can precede publication, for periods that run from receipt where only publication is known; 8 if left out, as with letters of Ofsted.',
      minimum: 0,
      maximum: 250,
      examples: [8],
    },
    leadEvidence: {
      title: 'Evidence for the lead',
      type: 'string',
      description: 'What the lead rests on.',
      minLength: 1,
      examples: ['Due dates printed in 62 letters, 2016 to 2026'],
    },
    excludes,
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

/** The dates from which a stage can be counted, in the order in which they are looked for. */
export function clocksOf({ clock, fallback = [] }: Pick<Stage, 'clock' | 'fallback'>): Clock[] {
  return [clock, ...[fallback].flat()]
}

/** The ids of the stages of a framework, in order, each once. */
export function stageIds(framework: Framework): string[] {
  return [...new Set(framework.stages.map(({ id }) => id))]
}
