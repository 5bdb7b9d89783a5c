import { date, map, text } from '../yaml/schema-builder.ts'
import { citation, exampleCitation } from './citation.ts'

export const exampleRelaxation = {
  from: '2020-04-24',
  until: '2020-09-24',
  text: 'or as soon as reasonably practicable',
  citation: exampleCitation,
} as const

/** A time in which a rule was softened, such as that of SI 2020/445. */
export const relaxation = map({
  title: 'a time with `from`, `until`, `text` and `citation`',
  description: 'A time in which the period was not the only limit.',
  examples: [exampleRelaxation],
  properties: {
    from: date('From', 'Its first day.', '2020-04-24'),
    until: date('Until', 'Its last day.', '2020-09-24'),
    text: text(
      'Text',
      'What stood beside the period, as words in a sentence.',
      'or as soon as reasonably practicable',
    ),
    citation,
  },
  required: ['from', 'until', 'text', 'citation'],
})
