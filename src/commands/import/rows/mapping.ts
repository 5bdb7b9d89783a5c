import type { ValueOf } from '../../../yaml/read.ts'
import { date, type ObjectSchema, ownKeys } from '../../../yaml/schema.ts'

const columnName = {
  type: 'string',
  title: 'the name of a column',
  description: 'What the first line of the file calls it; capitals and signs make no difference.',
  minLength: 1,
  examples: ['publication_date'],
} as const

const column = {
  title: 'Column',
  description: 'The name of a column, or several of which the first that is there counts.',
  examples: ['publication_date', ['publication_date', 'published']],
  oneOf: [columnName, { type: 'array', items: columnName, minItems: 1 }],
} as const

const columns = {
  type: 'object',
  title: 'a map like `{ authority: local_authority, published: publication_date }`',
  description: 'The columns that hold what a record says, by its keys.',
  examples: [{ authority: 'local_authority', published: 'publication_date' }],
  properties: {
    record: {
      ...column,
      title: 'Record',
      description: 'The id of the record; left empty for a new one.',
      examples: ['record'],
    },
    authority: {
      ...column,
      title: 'Authority',
      description: 'The council, force or body that was inspected.',
      examples: ['local_authority'],
    },
    framework: {
      ...column,
      title: 'Framework',
      description: 'The id or the title of the framework; without it, `frameworks` decides.',
      examples: ['framework'],
    },
    title: {
      ...column,
      title: 'Title',
      description: 'What the inspection looked at.',
      examples: ['theme'],
    },
    visitedFrom: {
      ...column,
      title: 'Visited from',
      description: 'The first day of the visit.',
      examples: ['inspection_start_date'],
    },
    visitedTo: {
      ...column,
      title: 'Visited to',
      description: 'The last day of the visit.',
      examples: ['inspection_end_date'],
    },
    published: {
      ...column,
      title: 'Published',
      description: 'The day on which the report was made public.',
      examples: ['publication_date'],
    },
    received: {
      ...column,
      title: 'Received',
      description: 'The day on which the authority got it.',
      examples: ['letter_received'],
    },
    source: {
      ...column,
      title: 'Source',
      description: 'Where the report can be read.',
      examples: ['inspection_link'],
    },
    notes: { ...column, title: 'Notes', description: 'Anything else.', examples: ['remarks'] },
  },
  required: ['authority'],
  additionalProperties: false,
} as const satisfies ObjectSchema

const spelling = {
  type: 'string',
  title: 'Text',
  description: 'A text; capitals, hyphens and blanks make no difference.',
  examples: ['short inspection'],
} as const

const text = { type: 'string', minLength: 1 } as const

const when = {
  type: 'object',
  title: 'a map like `{ column: inspection_framework, is: [short] }`',
  description: 'All of it must hold. A condition on a day that a row does not have does not hold.',
  examples: [{ column: 'inspection_framework', is: ['short'] }],
  properties: {
    column: { ...column, examples: ['inspection_framework'] },
    is: {
      type: 'array',
      title: 'Is',
      description: 'What stands in the column: one of these.',
      items: spelling,
      examples: [['short', 'short inspection']],
    },
    isEmpty: {
      type: 'boolean',
      title: 'Is empty',
      description: 'Whether nothing stands in the column.',
      examples: [true],
    },
    publishedFrom: {
      ...date,
      title: 'Published from',
      description: 'Published on this day or later.',
      examples: ['2018-02-01'],
    },
    publishedUntil: {
      ...date,
      title: 'Published until',
      description: 'Published on this day or earlier.',
      examples: ['2018-01-31'],
    },
    visitedFrom: {
      ...date,
      title: 'Visited from',
      description: 'The visit began on this day or later.',
      examples: ['2018-01-01'],
    },
    visitedUntil: {
      ...date,
      title: 'Visited until',
      description: 'The visit began on this day or earlier.',
      examples: ['2017-12-31'],
    },
  },
  additionalProperties: false,
} as const satisfies ObjectSchema

const rule = {
  type: 'object',
  title: 'a rule like `{ when: { column: kind, is: [short] }, framework: ilacs-short }`',
  description: 'Of which framework a row is, or why it becomes no record.',
  examples: [{ when: { column: 'kind', is: ['short'] }, framework: 'ilacs-short' }],
  properties: {
    when,
    framework: {
      ...text,
      title: 'Framework',
      description: 'The id of the framework.',
      examples: ['ilacs-short'],
    },
    title: {
      ...text,
      title: 'Title',
      description: 'What such an inspection looks at.',
      examples: ['Children in need of help and protection'],
    },
    comment: {
      ...text,
      title: 'Comment',
      description: 'A comment on the framework in a new record.',
      examples: ['the data set says only that the visit was longer than usual'],
    },
    passOver: {
      ...text,
      title: 'Pass over',
      description: 'Why such a row becomes no record, although nothing is wrong with it.',
      examples: ['a monitoring visit asks for no plan of its own'],
    },
    refuse: {
      ...text,
      title: 'Refuse',
      description: 'Why such a row cannot be used.',
      examples: ['the framework is not told'],
    },
  },
  required: ['when'],
  anyOf: [{ required: ['framework'] }, { required: ['passOver'] }, { required: ['refuse'] }],
  additionalProperties: false,
} as const satisfies ObjectSchema

const word = {
  type: 'string',
  title: 'Word',
  description: 'A word in small letters.',
  examples: ['of'],
} as const

const names = {
  type: 'object',
  title: 'a map like `{ suffix: Council, small: [of, and] }`',
  description:
    'How the name of an authority is written. The spelling of records that exist goes first.',
  examples: [{ suffix: 'Council', small: ['of', 'and'] }],
  properties: {
    suffix: {
      type: 'string',
      title: 'Suffix',
      description: 'What follows each name.',
      examples: ['Council'],
    },
    noSuffixAfter: {
      type: 'array',
      title: 'No suffix after',
      description: 'Words with which a name needs no suffix.',
      items: word,
      examples: [['council', 'corporation']],
    },
    small: {
      type: 'array',
      title: 'Small words',
      description: 'Words without a capital.',
      items: word,
      examples: [['of', 'and', 'upon']],
    },
    replace: {
      type: 'object',
      title: 'a map like `{ "&": and }`',
      description: 'Words that are written in another way.',
      examples: [{ '&': 'and' }],
      properties: {},
      additionalProperties: word,
    },
    exceptions: {
      type: 'object',
      title: 'a map like `{ london corporation: City of London Corporation }`',
      description: 'Names that follow no rule, in full.',
      examples: [{ 'london corporation': 'City of London Corporation' }],
      properties: {},
      additionalProperties: {
        ...text,
        title: 'Name',
        description: 'The name in full.',
        examples: ['City of London Corporation'],
      },
    },
  },
  additionalProperties: false,
} as const satisfies ObjectSchema

const comment = {
  type: 'object',
  title: 'a map like `{ on: judgements.inCare, when: …, text: … }`',
  description: 'A comment at the end of a line in a new record.',
  examples: [{ on: 'published', when: { column: 'kind', isEmpty: true }, text: 'not sure' }],
  properties: {
    on: {
      ...text,
      title: 'On',
      description: 'The key, as a path with points.',
      examples: ['judgements.inCare'],
    },
    when,
    text: {
      ...text,
      title: 'Text',
      description: 'What the comment says.',
      examples: ['one judgement for children in care and care leavers'],
    },
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
    title: {
      ...text,
      title: 'Title',
      description: 'What it is for.',
      examples: ['The list of visits that the quality team keeps'],
    },
    columns,
    judgements: {
      type: 'object',
      title: 'a map like `{ overall: overall_effectiveness_grade }`',
      description: 'The columns of the judgements, by their names in a record.',
      examples: [{ overall: 'overall_effectiveness_grade' }],
      properties: {},
      additionalProperties: column,
    },
    values: {
      type: 'object',
      title: 'a map like `{ requires improvement: [RI] }`',
      description:
        'The judgements that there are, each with its other spellings. Any other is left out, and told. Without this, each is taken as it is.',
      examples: [{ good: [], 'requires improvement': ['RI'] }],
      properties: {},
      additionalProperties: {
        type: 'array',
        title: 'Spellings',
        description: 'Other spellings of it.',
        items: spelling,
        examples: [['RI']],
      },
    },
    submitted: {
      type: 'object',
      title: 'a map like `{ final: plan_sent }`',
      description: 'The columns of the days of submission, by stage.',
      examples: [{ final: 'plan_sent' }],
      properties: {},
      additionalProperties: column,
    },
    nothing: {
      type: 'array',
      title: 'Nothing',
      description: 'What means that nothing is known, besides an empty field.',
      items: spelling,
      examples: [['n/a', 'data_unreadable']],
    },
    dates: {
      type: 'array',
      title: 'Dates',
      description:
        'How days are written. DD and MM are one or two digits, MMMM the name of a month, YYYY four digits; YY is a year of this century that is not in the future.',
      items: {
        type: 'string',
        title: 'a form like DD/MM/YYYY',
        description: 'One form of a date.',
        pattern: '^(?=.*DD)(?=.*MM)(?=.*YY).+$',
        examples: ['DD/MM/YYYY'],
      },
      minItems: 1,
      examples: [['DD/MM/YYYY', 'YYYY-MM-DD']],
    },
    frameworks: {
      type: 'array',
      title: 'Frameworks',
      description: 'Which framework a row is of. The first rule that fits counts.',
      items: rule,
      examples: [[{ when: { column: 'kind', is: ['short'] }, framework: 'ilacs-short' }]],
    },
    names,
    ids: {
      type: 'array',
      title: 'Ids',
      description:
        'How the id of a new record is made of {authority}, {framework}, {year}, {month} and {date}; the first that is free counts.',
      items: {
        ...text,
        title: 'Id',
        description: 'A path in the folder of records, without its ending.',
        examples: ['{authority}-{year}'],
      },
      minItems: 1,
      examples: [['{authority}-{year}', '{authority}-{date}']],
    },
    closed: {
      ...text,
      title: 'Closed',
      description:
        'With this reason a stage of a new record is closed on its due day if that is past and no day of submission is known. Without it, such a stage is overdue.',
      examples: ['No public source tells when the statement was sent.'],
    },
    unknown: {
      type: 'object',
      title: 'a map like `{ visited: The days of the visit are not public. }`',
      description: 'Comments that stand in a new record for what a row does not have.',
      examples: [{ visited: 'The days of the visit are not public.' }],
      properties: {},
      additionalProperties: {
        ...text,
        title: 'Comment',
        description: 'What the comment says.',
        examples: ['The days of the visit are not public.'],
      },
    },
    comments: {
      type: 'array',
      title: 'Comments',
      description: 'Comments in a new record.',
      items: comment,
      examples: [[{ on: 'published', when: { column: 'kind', isEmpty: true }, text: 'not sure' }]],
    },
    notes: {
      ...text,
      title: 'Notes',
      description: 'The notes of a new record: say here where the data come from.',
      examples: ['From the list of the quality team.'],
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
