import { date, keyword, openMap, text } from '../yaml/schema-builder.ts'

/** A citation as a framework may have it. */
export const exampleCitation = {
  name: 'Ofsted guidance',
  url: 'https://www.gov.uk/government/organisations/ofsted',
  checked: '2026-11-21',
  kind: 'primary',
} as const

/** Where a rule is written, and what is in doubt. */
export const citation = openMap({
  title: 'a citation with `name`, `url`, `checked` and `kind`',
  description: 'Where the rule is written.',
  examples: [exampleCitation],
  properties: {
    name: text('Name', 'What the source is called.', 'Ofsted guidance'),
    url: text(
      'URL',
      'Where it can be read.',
      'https://www.gov.uk/government/publications/inspecting-local-authority-childrens-services-from-2018',
    ),
    checked: date('Checked on', 'The day on which somebody last looked.', '2026-11-21'),
    kind: keyword(
      ['primary', 'secondary'],
      'Kind',
      'Whether the source is the rule itself, or a secondary source.',
      'primary',
    ),
    certain: text(
      'Certain',
      'What the source itself was seen to say.',
      'The number of days, and that they run from receipt.',
    ),
    inferred: text(
      'Inferred',
      'What follows from it, or from a general rule, although no words seen say so.',
      'That day 1 is the day after receipt.',
    ),
    notFound: text(
      'Not found',
      'What was looked for and not seen.',
      'Whether the period can be extended.',
    ),
    note: text(
      'Note',
      'What else is in doubt, or to be known of the rule.',
      'The live page was not opened.',
    ),
  },
  required: ['name', 'url', 'checked', 'kind'],
})
