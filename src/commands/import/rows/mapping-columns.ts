import type { ValueOf } from '../../../yaml/read.ts'
import {
  anyText,
  date,
  either,
  flag,
  list,
  map,
  text,
  type Words,
} from '../../../yaml/schema-builder.ts'

const columnName = text(
  'the name of a column',
  'What the first line of the file calls it; capitals and signs make no difference.',
  'publication_date',
)

export const column = (...words: Words) =>
  either([columnName, { type: 'array', items: columnName, minItems: 1 }], ...words)

export const anyColumn = column(
  'Column',
  'The name of a column, or several of which the first that is there counts.',
  'publication_date',
  ['publication_date', 'published'],
)

export const columns = map({
  title: 'a map like `{ authority: local_authority, published: publication_date }`',
  description: 'The columns that hold what a record says, by its keys.',
  examples: [{ authority: 'local_authority', published: 'publication_date' }],
  properties: {
    record: column('Record', 'The id of the record; left empty for a new one.', 'record'),
    authority: column(
      'Authority',
      'The council, force or body that was inspected.',
      'local_authority',
    ),
    framework: column(
      'Framework',
      'The id or the title of the framework; without it, `frameworks` decides.',
      'framework',
    ),
    title: column('Title', 'What the inspection looked at.', 'theme'),
    visitedFrom: column('Visited from', 'The first day of the visit.', 'inspection_start_date'),
    visitedTo: column('Visited to', 'The last day of the visit.', 'inspection_end_date'),
    published: column(
      'Published',
      'The day on which the report was made public.',
      'publication_date',
    ),
    received: column('Received', 'The day on which the authority got it.', 'letter_received'),
    sent: column('Sent', 'The day on which it was sent to the authority.', 'letter_sent'),
    source: column('Source', 'Where the report can be read.', 'inspection_link'),
    notes: column('Notes', 'Anything else.', 'remarks'),
  },
  required: ['authority'],
})

export const spelling = anyText(
  'Text',
  'A text; capitals, hyphens and blanks make no difference.',
  'short inspection',
)

export const when = map({
  title: 'a map like `{ column: inspection_framework, is: [short] }`',
  description: 'All of it must hold. A condition on a day that a row does not have does not hold.',
  examples: [{ column: 'inspection_framework', is: ['short'] }],
  properties: {
    column: column(
      'Column',
      'The name of a column, or several of which the first that is there counts.',
      'inspection_framework',
    ),
    is: list(spelling, 'Is', 'What stands in the column: one of these.', [
      'short',
      'short inspection',
    ]),
    isEmpty: flag('Is empty', 'Whether nothing stands in the column.', true),
    publishedFrom: date('Published from', 'Published on this day or later.', '2018-02-01'),
    publishedUntil: date('Published until', 'Published on this day or earlier.', '2018-01-31'),
    visitedFrom: date('Visited from', 'The visit began on this day or later.', '2018-01-01'),
    visitedUntil: date('Visited until', 'The visit began on this day or earlier.', '2017-12-31'),
  },
})

/** The names that a column may have. */
export type ColumnNames = ValueOf<typeof anyColumn>

/** What must hold of a row. */
export type Condition = ValueOf<typeof when>
