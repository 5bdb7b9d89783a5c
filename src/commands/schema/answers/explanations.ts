import { ITEM, isoDay, listOf, note, string, yesOrNo } from '../../../reports/json-schema-parts.ts'
import { closedSchema, derivationSchema, explainedSchema } from './derivation.ts'
import {
  answerOneOf,
  answerShape,
  COMPLETE,
  each,
  type Keys,
  orNothing,
  TODAY,
  textOrNull,
  words,
} from './parts.ts'

const DIVISION = 'england-and-wales'

const EXPLAINED: Keys = {
  items: [listOf(note(explainedSchema, 'Item', 'An item and its date.', {})), 'The items.', []],
}

export const explainJson = answerOneOf('plandue explain', 'Why a date is what it is, or a code.', [
  { ...TODAY, ...COMPLETE, ...EXPLAINED },
  {
    ...TODAY,
    ...COMPLETE,
    date: [isoDay, 'The day that was asked about.', '2024-02-09'],
    divisions: [
      each('One division.', {
        division: [string, 'Its id.', DIVISION],
        closed: [orNothing(closedSchema), 'Why the day is no working day there.', null],
        official: [yesOrNo, 'Whether a list covers it.', true],
      }),
      'What the day is in each.',
      [],
    ],
    closure: [textOrNull, 'The closure of the authority.', null],
    ...EXPLAINED,
  },
  {
    ...TODAY,
    ...COMPLETE,
    date: [isoDay, 'The date of the clock.', '2024-01-12'],
    framework: [string, 'The id of the framework.', 'sif'],
    derivations: [
      listOf(note(derivationSchema, 'Derivation', 'How a rule comes to its date.', {})),
      'One for each stage in force.',
      [],
    ],
  },
  {
    code: [string, 'The code.', 'no-channel'],
    kind: [words(['diagnostic', 'reason', 'change']), 'What it is a code of.', 'diagnostic'],
    text: [string, 'What it means, as Markdown.', '## no-channel'],
  },
])

export const sayJson = answerShape('plandue say', 'Items as paragraphs.', {
  ...TODAY,
  ...COMPLETE,
  paragraphs: [
    each('One paragraph.', {
      item: [string, 'The id of the item.', ITEM],
      text: [string, 'The paragraph.', 'Shropshire Council sent Ofsted its draft in time.'],
    }),
    'One for each item.',
    [],
  ],
})
