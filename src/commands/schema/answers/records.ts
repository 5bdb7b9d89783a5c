import { STATUSES } from '../../../assessment/item.ts'
import { recordSchema } from '../../../records/record.ts'
import {
  amount,
  FILE,
  ITEM,
  isoDay,
  listOf,
  note,
  position,
  string,
  yesOrNo,
} from '../../../reports/json-schema-parts.ts'
import { OUTCOMES } from '../../import/answer-shape.ts'
import {
  allKeys,
  answerShape,
  COMPLETE,
  dayOrNull,
  each,
  FILTERS,
  orNothing,
  TODAY,
  textOrNull,
  texts,
  words,
} from './parts.ts'

const STATUS = words(STATUSES)

export const importJson = answerShape('plandue import', 'What came of each row.', {
  ...TODAY,
  ...COMPLETE,
  file: [string, 'The file that was read.', 'inspections.csv'],
  sheet: [textOrNull, 'The sheet that was read; null for a text.', 'Records'],
  mapping: [
    allKeys({
      id: [string, 'Its id.', 'ofsted-ilacs'],
      title: [string, 'Its name.', 'Ofsted: inspections of local authorities'],
    }),
    'The mapping.',
    {},
  ],
  missingColumns: [
    texts('A column.', 'Web link'),
    'Columns of the mapping that are not there.',
    [],
  ],
  folder: [string, 'The folder of new records.', 'plans'],
  isDryRun: [yesOrNo, 'Whether nothing was written.', false],
  summary: [
    allKeys(
      Object.fromEntries(
        [...OUTCOMES, 'rows', 'differences', 'unreadCells', 'closedStages', 'filesToWrite'].map(
          (key) => [key, [amount, 'How many there are.', 2] as const],
        ),
      ),
    ),
    'How many rows there are, by outcome, and what else was counted.',
    {},
  ],
  rows: [
    each('One row.', {
      line: [position, 'Its line in the file.', 2],
      outcome: [words(OUTCOMES), 'What came of it.', 'new'],
      record: [textOrNull, 'The id of the record.', 'leeds-2022'],
      file: [textOrNull, 'The file of the record.', 'plans/leeds-2022.yaml'],
      authority: [string, 'Who was inspected.', 'Leeds City Council'],
      framework: [textOrNull, 'The id of the framework.', 'ilacs-standard'],
      date: [textOrNull, 'The day of the report or the visit, or its month.', '2022-02-28'],
      source: [textOrNull, 'Where the report can be read.', null],
      sameAsLine: [{ type: ['integer', 'null'] }, 'Of a duplicate: the line of the first.', null],
      added: [texts('A key.', 'received'), 'The keys added to a record.', []],
      differences: [
        each('A difference.', {
          key: [string, 'The key.', 'published'],
          record: [string, 'What the record says.', '2022-02-28'],
          file: [string, 'What the file says.', '2022-03-01'],
        }),
        'Between record and file.',
        [],
      ],
      remarks: [texts('A remark.', 'the letter is not public'), 'What else there is to say.', []],
      unread: [
        each('A cell.', {
          why: [string, 'Why it was not read.', 'not a date'],
          likely: [textOrNull, 'What was probably meant.', null],
        }),
        'Cells that could not be read.',
        [],
      ],
      why: [textOrNull, 'Why it was refused or passed over.', null],
      likely: [textOrNull, 'What was probably meant.', null],
    }),
    'In the order of the file.',
    [],
  ],
})

const exported = allKeys({
  id: [string, 'The id of the record.', 'shropshire-2023'],
  file: [string, 'The file of the record.', FILE],
  stages: [
    each('A stage.', {
      stage: [textOrNull, 'Its id.', 'draft'],
      due: [dayOrNull, 'The last day that is in time.', '2024-02-09'],
      status: [STATUS, 'Where it stands.', 'met'],
    }),
    'What follows from the record.',
    [],
  ],
})

export const exportJson = answerShape(
  'plandue export',
  'The records as they stand in their files.',
  {
    ...TODAY,
    ...FILTERS,
    ...COMPLETE,
    records: [
      listOf(
        note(
          {
            ...recordSchema,
            properties: { ...recordSchema.properties, ...exported.properties },
            required: [...recordSchema.required, ...exported.required],
          },
          'Record',
          'The keys of its file, and what follows from them.',
          {},
        ),
      ),
      'By file.',
      [],
    ],
  },
)

export const fmtJson = answerShape('plandue fmt', 'Which records are not in their usual form.', {
  ...TODAY,
  outcome: [words(['written', 'dryRun', 'checked']), 'What was done.', 'checked'],
  ...COMPLETE,
  records: [amount, 'How many were looked at.', 17],
  changed: [texts('A file.', FILE), 'The files that are not, or were not.', []],
  left: [
    each('A record that was left.', {
      file: [string, 'The file.', FILE],
      line: [position, 'The line.', 3],
      because: [string, 'Why it cannot be changed without risk.', 'it has an anchor'],
    }),
    'As they are.',
    [],
  ],
})

const standing = allKeys({
  due: [dayOrNull, 'The last day that is in time.', '2024-02-09'],
  status: [STATUS, 'Where it stands.', 'met'],
  reasons: [texts('A reason.', 'dueSoon'), 'Why it is at risk.', []],
  waived: [yesOrNo, 'Everything that would fail a run is waived.', false],
})

const lines = (description: string) =>
  each(description, {
    line: [position, 'Its number.', 12],
    text: [string, 'The line.', '    submitted: 2024-01-22'],
  })

/** Every command that changes a record: `submit`, `done`, `extend` and their like. */
export const editJson = answerShape('plandue submit and other edits', 'What an edit changed.', {
  ...TODAY,
  ...COMPLETE,
  file: [string, 'The file of the record.', FILE],
  outcome: [words(['written', 'dryRun', 'unchanged']), 'What was done.', 'written'],
  changed: [yesOrNo, 'Whether the text is another one.', true],
  removed: [lines('A line that is gone.'), 'Of the former text.', []],
  added: [lines('A line that is new.'), 'Of the new text.', []],
  items: [
    each('An item that stands otherwise.', {
      id: [string, 'Its id.', ITEM],
      before: [orNothing(standing), 'Where it stood; null for one that is new.', {}],
      after: [standing, 'Where it stands.', {}],
    }),
    'The items of the record that the edit moves.',
    [],
  ],
  nextDue: [
    orNothing(
      allKeys({
        on: [isoDay, 'The last day that is in time.', '2024-04-23'],
        item: [string, 'The id of the item.', ITEM],
      }),
    ),
    'The open item of the record that falls due next; null where none is open.',
    null,
  ],
  diff: [texts('A line.', '--- a/plans/a.yaml'), 'The change as a patch for `git apply`.', []],
})
