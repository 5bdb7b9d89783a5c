import type { ValueOf } from '../yaml/read.ts'
import { date, type ObjectSchema, ownKeys } from '../yaml/schema.ts'
import { remindersSchema } from './reminders.ts'

/** The names of the configuration file, looked for from the working directory upward. */
export const CONFIG_NAMES = ['plandue.yaml', 'plandue.yml']

/** Where it is today, unless the configuration says otherwise. */
export const DEFAULT_TIME_ZONE = 'Europe/London'

const governanceStep = {
  type: 'object',
  title: 'a step with `id`, `title` and `workingDaysBefore`',
  description: "One step of the authority's own.",
  examples: [{ id: 'board', title: 'Improvement board', workingDaysBefore: 15 }],
  properties: {
    id: {
      type: 'string',
      title: 'lower-case letters, digits and hyphens',
      description: 'What the step is called under `steps` in a record.',
      pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
      examples: ['board'],
    },
    title: {
      title: 'Title',
      type: 'string',
      description: 'Its name for people.',
      minLength: 1,
      examples: ['Improvement board'],
    },
    workingDaysBefore: {
      title: 'Working days before',
      type: 'integer',
      description: 'How many working days before the due day.',
      minimum: 0,
      maximum: 1000,
      examples: [15],
    },
  },
  required: ['id', 'title', 'workingDaysBefore'],
  additionalProperties: false,
} as const satisfies ObjectSchema

const closure = {
  type: 'object',
  title: 'a closure like `{ from: 2024-12-24, to: 2025-01-01, title: Christmas closure }`',
  description: 'Days on which the authority is closed.',
  examples: [{ from: '2024-12-24', to: '2025-01-01', title: 'Christmas closure' }],
  properties: {
    from: {
      ...date,
      title: 'From',
      description: 'The first closed day.',
      examples: ['2024-12-24'],
    },
    to: {
      ...date,
      title: 'To',
      examples: ['2025-01-01'],
      description: 'The last one; left out for a single day.',
    },
    title: {
      title: 'Title',
      type: 'string',
      description: 'What people call it.',
      minLength: 1,
      examples: ['Christmas closure'],
    },
  },
  required: ['from', 'title'],
  additionalProperties: false,
} as const satisfies ObjectSchema

/** The shape of plandue.yaml. */
export const configSchema = {
  title: 'plandue configuration',
  description: 'Settings of a repository of plans. Paths are relative to this file.',
  type: 'object',
  properties: {
    records: {
      title: 'Folder of records',
      type: 'string',
      description: 'The folder of records.',
      minLength: 1,
      default: 'plans',
      examples: ['plans'],
    },
    timeZone: {
      title: 'Time zone',
      type: 'string',
      description: 'Where it is today.',
      minLength: 1,
      default: DEFAULT_TIME_ZONE,
      examples: ['Europe/London'],
    },
    margins: {
      examples: [{ final: 15, action: 5 }],
      type: 'object',
      title: 'a map like `{ final: 15, action: 5 }`',
      description:
        'At how many working days left an open item counts as at risk, by stage id, and `action` for actions.',
      properties: {},
      additionalProperties: {
        title: 'Working days left',
        description: 'An open item with so many working days left, or fewer, is at risk.',
        type: 'integer',
        minimum: 0,
        maximum: 1000,
        examples: [10],
      },
    },
    governance: {
      examples: [{ final: [{ id: 'board', title: 'Improvement board', workingDaysBefore: 15 }] }],
      type: 'object',
      title:
        'a map like `{ final: [{ id: board, title: Improvement board, workingDaysBefore: 15 }] }`',
      description:
        "The authority's own steps on the way to a submission, by stage id. They move no deadline; one that is missed puts it at risk.",
      properties: {},
      additionalProperties: {
        title: 'Steps of a stage',
        description: 'In any order; each counts back from the due day.',
        examples: [[{ id: 'board', title: 'Improvement board', workingDaysBefore: 15 }]],
        type: 'array',
        items: governanceStep,
      },
    },
    closures: {
      title: 'Closures',
      examples: [[{ from: '2024-12-24', to: '2025-01-01', title: 'Christmas closure' }]],
      type: 'array',
      description:
        'When the authority is closed. A closure moves no deadline, but a step cannot be taken on it.',
      items: closure,
    },
    stages: {
      examples: [{ 'ilacs-standard': ['report'] }],
      type: 'object',
      title: 'a map like `{ ilacs-standard: [report] }`',
      description: 'Optional stages that are to be kept track of, by the id of their framework.',
      properties: {},
      additionalProperties: {
        title: 'Optional stages',
        description: 'The ids of optional stages of the framework.',
        examples: [['report']],
        type: 'array',
        items: {
          title: 'Stage',
          type: 'string',
          description: 'The id of a stage.',
          minLength: 1,
          examples: ['report'],
        },
      },
    },
    heartbeat: {
      title: 'Heartbeat',
      type: 'string',
      description:
        'The file that `plandue check --heartbeat` renews, and by which `plandue doctor` tells whether the schedule is alive.',
      minLength: 1,
      examples: ['heartbeat.json'],
    },
    calendars: {
      title: 'Lists of bank holidays',
      examples: [['bank-holidays.json']],
      type: 'array',
      description:
        "Newer lists of bank holidays, in the shape of GOV.UK's bank-holidays.json. Of several that cover a year, the last counts.",
      items: {
        title: 'List of bank holidays',
        description: 'A path from the folder of this file.',
        type: 'string',
        minLength: 1,
        examples: ['bank-holidays.json'],
      },
    },
    frameworks: {
      title: 'Frameworks',
      examples: [['frameworks/our-service.yaml']],
      type: 'array',
      description: 'Frameworks of your own, as YAML files.',
      items: {
        title: 'Framework',
        description: 'A path from the folder of this file.',
        type: 'string',
        minLength: 1,
        examples: ['frameworks/our-service.yaml'],
      },
    },
    reminders: remindersSchema,
  },
  patternProperties: ownKeys,
  additionalProperties: false,
} as const satisfies ObjectSchema

/** What a configuration file says; all of it may be left out. */
export type Config = Partial<ValueOf<typeof configSchema>>
