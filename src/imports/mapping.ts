import type { ValueOf } from '../yaml/read.ts'
import { date, type ObjectSchema, ownKeys } from '../yaml/schema.ts'

const column = {
  description: 'The name of a column, or several of which the first that is there counts.',
  examples: ['publication_date'],
  oneOf: [
    { type: 'string', title: 'the name of a column', minLength: 1 },
    { type: 'array', items: { type: 'string', minLength: 1 }, minItems: 1 },
  ],
} as const

const columns = {
  type: 'object',
  title: 'a map like `{ authority: local_authority, published: publication_date }`',
  description: 'The columns that hold what a record says, by its keys.',
  properties: {
    record: { ...column, description: 'The id of the record; left empty for a new one.' },
    authority: { ...column, description: 'The council, force or body that was inspected.' },
    framework: {
      ...column,
      description: 'The id or the title of the framework; without it, `frameworks` decides.',
    },
    title: { ...column, description: 'What the inspection looked at.' },
    visitedFrom: { ...column, description: 'The first day of the visit.' },
    visitedTo: { ...column, description: 'The last day of the visit.' },
    published: { ...column, description: 'The day on which the report was made public.' },
    received: { ...column, description: 'The day on which the authority got it.' },
    source: { ...column, description: 'Where the report can be read.' },
    notes: { ...column, description: 'Anything else.' },
  },
  required: ['authority'],
  additionalProperties: false,
} as const satisfies ObjectSchema

const texts = { type: 'array', items: { type: 'string' } } as const

const when = {
  type: 'object',
  title: 'a map like `{ column: inspection_framework, is: [short] }`',
  description: 'All of it must hold. A condition on a day that a row does not have does not hold.',
  properties: {
    column,
    is: {
      ...texts,
      description: 'What stands in the column; capitals, hyphens and blanks make no difference.',
      examples: [['short', 'short inspection']],
    },
    isEmpty: { type: 'boolean', description: 'Whether nothing stands in the column.' },
    publishedFrom: { ...date, description: 'Published on this day or later.' },
    publishedUntil: { ...date, description: 'Published on this day or earlier.' },
    visitedFrom: { ...date, description: 'The visit began on this day or later.' },
    visitedUntil: { ...date, description: 'The visit began on this day or earlier.' },
  },
  additionalProperties: false,
} as const satisfies ObjectSchema

const rule = {
  type: 'object',
  title: 'a rule like `{ when: { column: kind, is: [short] }, framework: ilacs-short }`',
  properties: {
    when,
    framework: { type: 'string', description: 'The id of the framework.', minLength: 1 },
    title: { type: 'string', description: 'What such an inspection looks at.', minLength: 1 },
    comment: {
      type: 'string',
      description: 'A comment on the framework in a new record.',
      minLength: 1,
    },
    passOver: {
      type: 'string',
      description: 'Why such a row becomes no record, although nothing is wrong with it.',
      minLength: 1,
    },
    refuse: { type: 'string', description: 'Why such a row cannot be used.', minLength: 1 },
  },
  required: ['when'],
  anyOf: [{ required: ['framework'] }, { required: ['passOver'] }, { required: ['refuse'] }],
  additionalProperties: false,
} as const satisfies ObjectSchema

const names = {
  type: 'object',
  title: 'a map like `{ suffix: Council, small: [of, and] }`',
  description:
    'How the name of an authority is written. The spelling of records that exist goes first.',
  properties: {
    suffix: { type: 'string', description: 'What follows each name.', examples: ['Council'] },
    noSuffixAfter: {
      ...texts,
      description: 'Words with which a name needs no suffix.',
      examples: [['council', 'corporation']],
    },
    small: { ...texts, description: 'Words without a capital.', examples: [['of', 'and', 'upon']] },
    replace: {
      type: 'object',
      title: 'a map like `{ "&": and }`',
      description: 'Words that are written in another way.',
      properties: {},
      additionalProperties: { type: 'string' },
    },
    exceptions: {
      type: 'object',
      title: 'a map like `{ london corporation: City of London Corporation }`',
      description: 'Names that follow no rule, in full.',
      properties: {},
      additionalProperties: { type: 'string', minLength: 1 },
    },
  },
  additionalProperties: false,
} as const satisfies ObjectSchema

const comment = {
  type: 'object',
  title: 'a map like `{ on: judgements.inCare, when: …, text: … }`',
  properties: {
    on: { type: 'string', description: 'The key, as a path with points.', minLength: 1 },
    when,
    text: { type: 'string', minLength: 1 },
  },
  required: ['on', 'when', 'text'],
  additionalProperties: false,
} as const satisfies ObjectSchema

/** The shape of a mapping: how the rows of a data set become records. */
export const mappingSchema = {
  title: 'plandue mapping',
  description: 'How the rows of a CSV file become inspection records.',
  type: 'object',
  properties: {
    id: {
      type: 'string',
      title: 'lower-case letters, digits and hyphens',
      description: 'What `--mapping` calls it.',
      pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
      examples: ['ilacs-history'],
    },
    title: { type: 'string', description: 'What it is for.', minLength: 1 },
    columns,
    judgements: {
      type: 'object',
      title: 'a map like `{ overall: overall_effectiveness_grade }`',
      description: 'The columns of the judgements, by their names in a record.',
      properties: {},
      additionalProperties: column,
    },
    values: {
      type: 'object',
      title: 'a map like `{ requires improvement: [RI] }`',
      description:
        'The judgements that there are, each with its other spellings. Any other is left out, and told. Without this, each is taken as it is.',
      properties: {},
      additionalProperties: texts,
    },
    submitted: {
      type: 'object',
      title: 'a map like `{ final: plan_sent }`',
      description: 'The columns of the days of submission, by stage.',
      properties: {},
      additionalProperties: column,
    },
    nothing: {
      ...texts,
      description: 'What means that nothing is known, besides an empty field.',
      examples: [['n/a', 'data_unreadable']],
    },
    dates: {
      type: 'array',
      description:
        'How days are written. DD and MM are one or two digits, MMMM the name of a month, YYYY four digits; YY is a year of this century that is not in the future.',
      items: {
        type: 'string',
        title: 'a form like DD/MM/YYYY',
        pattern: '^(?=.*DD)(?=.*MM)(?=.*YY).+$',
        examples: ['DD/MM/YYYY'],
      },
      minItems: 1,
    },
    frameworks: {
      type: 'array',
      description: 'Which framework a row is of. The first rule that fits counts.',
      items: rule,
    },
    names,
    ids: {
      type: 'array',
      description:
        'How the id of a new record is made of {authority}, {framework}, {year}, {month} and {date}; the first that is free counts.',
      items: { type: 'string', minLength: 1, examples: ['{authority}-{year}'] },
      minItems: 1,
    },
    closed: {
      type: 'string',
      description:
        'With this reason a stage of a new record is closed on its due day if that is past and no day of submission is known. Without it, such a stage is overdue.',
      minLength: 1,
    },
    unknown: {
      type: 'object',
      title: 'a map like `{ visited: The days of the visit are not public. }`',
      description: 'Comments that stand in a new record for what a row does not have.',
      properties: {},
      additionalProperties: { type: 'string', minLength: 1 },
    },
    comments: { type: 'array', description: 'Comments in a new record.', items: comment },
    notes: {
      type: 'string',
      description: 'The notes of a new record: say here where the data come from.',
      minLength: 1,
    },
  },
  required: ['id', 'title', 'columns', 'dates', 'ids'],
  patternProperties: ownKeys,
  additionalProperties: false,
} as const satisfies ObjectSchema

/** How the rows of a data set become records. */
export type Mapping = ValueOf<typeof mappingSchema>

/** The names that a column may have. */
export type ColumnNames = ValueOf<typeof column>

/** What must hold of a row. */
export type Condition = ValueOf<typeof when>

/** How names are written. */
export type NameRules = ValueOf<typeof names>
