import type { ValueOf } from '../yaml/read.ts'
import { type ObjectSchema, ownKeys } from '../yaml/schema.ts'

/** The names of the configuration file, looked for from the working directory upward. */
export const CONFIG_NAMES = ['plandue.yaml', 'plandue.yml']

/** Where it is today, unless the configuration says otherwise. */
export const DEFAULT_TIME_ZONE = 'Europe/London'

/** The shape of plandue.yaml. */
export const configSchema = {
  title: 'plandue configuration',
  description: 'Settings of a repository of plans. Paths are relative to this file.',
  type: 'object',
  properties: {
    records: {
      type: 'string',
      description: 'The folder of records.',
      minLength: 1,
      default: 'plans',
      examples: ['plans'],
    },
    timeZone: {
      type: 'string',
      description: 'Where it is today.',
      minLength: 1,
      default: DEFAULT_TIME_ZONE,
      examples: ['Europe/London'],
    },
    margins: {
      type: 'object',
      title: 'a map like `{ final: 15, action: 5 }`',
      description:
        'At how many working days left an open item counts as at risk, by stage id, and `action` for actions.',
      properties: {},
      additionalProperties: { type: 'integer', minimum: 0, maximum: 1000, examples: [10] },
    },
    calendars: {
      type: 'array',
      description:
        "Newer lists of bank holidays, in the shape of GOV.UK's bank-holidays.json. Of several that cover a year, the last counts.",
      items: { type: 'string', minLength: 1, examples: ['bank-holidays.json'] },
    },
    frameworks: {
      type: 'array',
      description: 'Frameworks of your own, as YAML files.',
      items: { type: 'string', minLength: 1, examples: ['frameworks/our-service.yaml'] },
    },
  },
  patternProperties: ownKeys,
  additionalProperties: false,
} as const satisfies ObjectSchema

/** What a configuration file says; all of it may be left out. */
export type Config = Partial<ValueOf<typeof configSchema>>
