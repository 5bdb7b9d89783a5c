import { STATUSES } from '../../../assessment/item.ts'
import { progressSchema } from '../../../reports/json-schema-item-parts.ts'
import {
  amount,
  FILE,
  isoDay,
  listOf,
  orNull,
  percentage,
  position,
  string,
  yesOrNo,
} from '../../../reports/json-schema-parts.ts'
import { CELL_OUTCOMES, ROW_OUTCOMES } from '../../import/actions/answer-shape.ts'
import {
  allKeys,
  answerShape,
  COMPLETE,
  dayOrNull,
  each,
  FILTERS,
  orNothing,
  someKeys,
  TODAY,
  textOrNull,
  texts,
  words,
} from './parts.ts'

const ACTION = 'shropshire-2023#A1'

const extension = someKeys(
  {
    to: [isoDay, 'The new due date.', '2024-05-07'],
    on: [isoDay, 'The day on which it was granted.', '2024-04-15'],
    by: [string, 'Who granted it.', 'Improvement board'],
    reason: [string, 'Why.', 'No auditor until June'],
  },
  ['on', 'by', 'reason'],
)

const closing = allKeys({
  on: [isoDay, 'The day from which it counts as closed.', '2024-08-30'],
  reason: [string, 'Why.', 'Replaced by A9'],
})

export const exportActionsJson = answerShape(
  'plandue export --actions',
  'The actions as they stand on the day of the answer.',
  {
    ...TODAY,
    ...FILTERS,
    ...COMPLETE,
    actions: [
      each('An action.', {
        id: [string, 'The record and, after `#`, the action.', ACTION],
        record: [string, 'The id of the record.', 'shropshire-2023'],
        file: [string, 'The file of the record.', FILE],
        authority: [string, 'Who was inspected.', 'Shropshire Council'],
        title: [string, 'What is promised.', 'Weekly audits of strategy discussions'],
        owner: [textOrNull, 'Who answers for it.', 'Head of Service'],
        answers: [texts('The id of an area.', 'P1'), 'The areas that it answers.', ['P1']],
        due: [dayOrNull, 'The last day that is in time.', '2024-03-31'],
        originalDue: [dayOrNull, 'The same before any extension.', '2024-03-31'],
        timesMoved: [amount, 'How often extensions moved it.', 0],
        extension: [orNothing(extension), 'The extension that counts.', null],
        status: [words(STATUSES), 'Where it stands.', 'onTrack'],
        done: [dayOrNull, 'The day on which it was done.', null],
        percent: [orNull(percentage), 'How much of it is complete.', 40],
        progress: [listOf(progressSchema), 'Every entry, oldest first.', []],
        expected: [dayOrNull, 'The day on which it is expected to be done.', null],
        evidence: [textOrNull, 'What shows that it was done.', 'papers/audit.pdf'],
        blocked: [textOrNull, 'What stands in its way.', 'The post is not filled'],
        closed: [orNothing(closing), 'Since when and why it is no longer required.', null],
      }),
      'By file, in the order of the file.',
      [],
    ],
  },
)

const counts = (outcomes: readonly string[]) =>
  allKeys(Object.fromEntries(outcomes.map((one) => [one, [amount, 'How many there are.', 2]])))

export const importActionsJson = answerShape(
  'plandue import of actions',
  'What came of each row, and of each cell that asks for something.',
  {
    ...TODAY,
    ...COMPLETE,
    file: [string, 'The file that was read.', 'actions.xlsx'],
    sheet: [textOrNull, 'The sheet that was read; null for a text.', 'Actions'],
    mapping: [
      allKeys({
        id: [string, 'Its id.', 'plandue-actions'],
        title: [string, 'Its name.', 'A file from `plandue export --actions`, filled in'],
      }),
      'The mapping.',
      {},
    ],
    isDryRun: [yesOrNo, 'Whether nothing was written.', false],
    unreadColumns: [
      texts('The name of a column.', 'Date completed'),
      'The columns that hold something, and are not read.',
      [],
    ],
    summary: [
      allKeys({
        rows: [counts(ROW_OUTCOMES), 'How many rows there are, by outcome.', {}],
        cells: [counts(CELL_OUTCOMES), 'How many cells ask for something, by outcome.', {}],
        filesToWrite: [amount, 'How many records change.', 2],
      }),
      'What was counted.',
      {},
    ],
    rows: [
      each('One row.', {
        line: [position, 'Its number in the sheet, or its line in the text.', 2],
        item: [textOrNull, 'The item; null where the row names none.', ACTION],
        outcome: [words(ROW_OUTCOMES), 'What came of it.', 'changed'],
        cells: [
          each('A cell.', {
            field: [string, 'What it holds.', 'done'],
            label: [string, 'The name of its column, with the cell of a sheet.', 'done (H4)'],
            outcome: [
              words(CELL_OUTCOMES),
              'What came of it; `pending` is what only `--update` changes.',
              'added',
            ],
            record: [textOrNull, 'What the record says in its place.', null],
            sheet: [textOrNull, 'What the sheet says.', '2024-03-20'],
            why: [textOrNull, 'Of a refused one: the cause, and what to do.', null],
          }),
          'Those that ask for something.',
          [],
        ],
        why: [textOrNull, 'Of a refused row: the cause, and what to do.', null],
      }),
      'In the order of the file.',
      [],
    ],
  },
)
