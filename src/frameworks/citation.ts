import { date, type ObjectSchema, ownKeys } from '../yaml/schema.ts'

/** A citation as a framework may have it. */
export const exampleCitation = {
  name: 'Ofsted guidance',
  url: 'https://www.gov.uk/government/organisations/ofsted',
  checked: '2026-11-21',
  kind: 'primary',
} as const

/** Where a rule is written, and what is in doubt. */
export const citation = {
  type: 'object',
  title: 'a citation with `name`, `url`, `checked` and `kind`',
  description: 'Where the rule is written.',
  examples: [exampleCitation],
  properties: {
    name: {
      title: 'Name',
      examples: ['Ofsted guidance'],
      type: 'string',
      description: 'What the source is called.',
      minLength: 1,
    },
    url: {
      title: 'URL',
      examples: [
        'https://www.gov.uk/government/publications/inspecting-local-authority-childrens-services-from-2018',
      ],
      type: 'string',
      description: 'Where it can be read.',
      minLength: 1,
    },
    checked: {
      ...date,
      title: 'Checked on',
      description: 'The day on which somebody last looked.',
      examples: ['2026-11-21'],
    },
    kind: {
      title: 'Kind',
      type: 'string',
      description: 'Whether the source is the rule itself, or somebody who tells of it.',
      enum: ['primary', 'secondary'],
      examples: ['primary'],
    },
    certain: {
      title: 'Certain',
      examples: ['The number of days, and that they run from receipt.'],
      type: 'string',
      description: 'What the source itself was seen to say.',
      minLength: 1,
    },
    inferred: {
      title: 'Inferred',
      examples: ['That day 1 is the day after receipt.'],
      type: 'string',
      description: 'What follows from it, or from a general rule, although no words seen say so.',
      minLength: 1,
    },
    notFound: {
      title: 'Not found',
      examples: ['Whether the period can be extended.'],
      type: 'string',
      description: 'What was looked for and not seen.',
      minLength: 1,
    },
    note: {
      title: 'In doubt',
      examples: ['The day of receipt is inferred.'],
      type: 'string',
      description: 'What else is in doubt, or to be known of the rule.',
      minLength: 1,
    },
  },
  required: ['name', 'url', 'checked', 'kind'],
  patternProperties: ownKeys,
  additionalProperties: false,
} as const satisfies ObjectSchema
