import type { ValueOf } from '../../../yaml/read.ts'
import {
  anyText,
  filledList,
  list,
  map,
  mapOf,
  matching,
  openMap,
  slug,
  text,
} from '../../../yaml/schema-builder.ts'
import { anyColumn, columns, spelling, when } from './mapping-columns.ts'

const rule = map({
  title: 'a rule like `{ when: { column: kind, is: [short] }, framework: ilacs-short }`',
  description: 'Of which framework a row is, or why it becomes no record.',
  examples: [{ when: { column: 'kind', is: ['short'] }, framework: 'ilacs-short' }],
  properties: {
    when,
    framework: text('Framework', 'The id of the framework.', 'ilacs-short'),
    title: text(
      'Title',
      'What such an inspection looks at.',
      'Children in need of help and protection',
    ),
    comment: text(
      'Comment',
      'A comment on the framework in a new record.',
      'the data set says only that the visit was longer than usual',
    ),
    passOver: text(
      'Pass over',
      'Why such a row becomes no record, although nothing is wrong with it.',
      'a monitoring visit asks for no plan of its own',
    ),
    refuse: text('Refuse', 'Why such a row cannot be used.', 'the framework is not given'),
  },
  required: ['when'],
  anyOf: [{ required: ['framework'] }, { required: ['passOver'] }, { required: ['refuse'] }],
})

const word = anyText('Word', 'A word in small letters.', 'of')

const names = map({
  title: 'a map like `{ suffix: Council, small: [of, and] }`',
  description:
    'How the name of an authority is written. The spelling of records that exist goes first.',
  examples: [{ suffix: 'Council', small: ['of', 'and'] }],
  properties: {
    suffix: anyText('Suffix', 'What follows each name.', 'Council'),
    noSuffixAfter: list(word, 'No suffix after', 'Words with which a name needs no suffix.', [
      'council',
      'corporation',
    ]),
    small: list(word, 'Small words', 'Words without a capital.', ['of', 'and', 'upon']),
    replace: mapOf(word, 'a map like `{ "&": and }`', 'Words that are written in another way.', {
      '&': 'and',
    }),
    exceptions: mapOf(
      text('Name', 'The name in full.', 'City of London Corporation'),
      'a map like `{ london corporation: City of London Corporation }`',
      'Names that follow no rule, in full.',
      { 'london corporation': 'City of London Corporation' },
    ),
  },
})

const comment = map({
  title: 'a map like `{ on: judgements.inCare, when: …, text: … }`',
  description: 'A comment at the end of a line in a new record.',
  examples: [{ on: 'published', when: { column: 'kind', isEmpty: true }, text: 'not sure' }],
  properties: {
    on: text('On', 'The key, as a path with points.', 'judgements.inCare'),
    when,
    text: text(
      'Text',
      'What the comment says.',
      'one judgement for children in care and care leavers',
    ),
  },
  required: ['on', 'when', 'text'],
})

const nothing = list(
  spelling,
  'Nothing',
  'What means that nothing is known, besides an empty field.',
  ['n/a', 'data_unreadable'],
)

export const dateForms = filledList(
  matching(
    '^(?=.*DD)(?=.*MM)(?=.*YY).+$',
    'a form like DD/MM/YYYY',
    'One form of a date.',
    'DD/MM/YYYY',
  ),
  'Dates',
  'How days are written. DD and MM are one or two digits, MMMM the name of a month, YYYY four digits; YY is a year of this century that is not in the future.',
  ['DD/MM/YYYY', 'YYYY-MM-DD'],
)

/** The shape of a mapping: how the rows of a data set become records. */
export const mappingSchema = openMap({
  title: 'plandue mapping',
  description: 'How the rows of a CSV file become inspection records.',
  properties: {
    id: slug('What `--mapping` calls it.', 'ilacs-history'),
    title: text('Title', 'What it is for.', 'The list of visits that the quality team keeps'),
    columns,
    judgements: mapOf(
      anyColumn,
      'a map like `{ overall: overall_effectiveness_grade }`',
      'The columns of the judgements, by their names in a record.',
      { overall: 'overall_effectiveness_grade' },
    ),
    values: mapOf(
      list(spelling, 'Spellings', 'Other spellings of it.', ['RI']),
      'a map like `{ requires improvement: [RI] }`',
      'The judgements that there are, each with its other spellings. Any other is left out, and reported. Without this, each is taken as it is.',
      { good: [], 'requires improvement': ['RI'] },
    ),
    submitted: mapOf(
      anyColumn,
      'a map like `{ final: plan_sent }`',
      'The columns of the days of submission, by stage.',
      { final: 'plan_sent' },
    ),
    nothing,
    dates: dateForms,
    frameworks: list(
      rule,
      'Frameworks',
      'Which framework a row is of. The first rule that fits counts.',
      [{ when: { column: 'kind', is: ['short'] }, framework: 'ilacs-short' }],
    ),
    names,
    ids: filledList(
      text('Id', 'A path in the folder of records, without its ending.', '{authority}-{year}'),
      'Ids',
      'How the id of a new record is made of {authority}, {framework}, {year}, {month} and {date}; the first that is free counts.',
      ['{authority}-{year}', '{authority}-{date}'],
    ),
    closed: text(
      'Closed',
      'With this reason a stage of a new record is closed on its due day if that is past and no day of submission is known. Without it, such a stage is overdue.',
      'No public source tells when the statement was sent.',
    ),
    unknown: mapOf(
      text('Comment', 'What the comment says.', 'The days of the visit are not public.'),
      'a map like `{ visited: The days of the visit are not public. }`',
      'Comments that stand in a new record for what a row does not have.',
      { visited: 'The days of the visit are not public.' },
    ),
    comments: list(comment, 'Comments', 'Comments in a new record.', [
      { on: 'published', when: { column: 'kind', isEmpty: true }, text: 'not sure' },
    ]),
    notes: text(
      'Notes',
      'The notes of a new record: say here where the data come from.',
      'From the list of the quality team.',
    ),
  },
  required: ['id', 'title', 'columns', 'dates', 'ids'],
})

/** How the rows of a data set become records. */
export type Mapping = ValueOf<typeof mappingSchema>

/** How names are written. */
export type NameRules = ValueOf<typeof names>
