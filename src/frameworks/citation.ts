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
    note: text('In doubt', 'What is inferred or in doubt.', 'The day of receipt is inferred.'),
  },
  required: ['name', 'url', 'checked', 'kind'],
})
