import { STATUSES } from '../../../assessment/item.ts'
import {
  amount,
  FILE,
  ITEM,
  isoDay,
  number,
  position,
  string,
  yesOrNo,
} from '../../../reports/json-schema-parts.ts'
import {
  answerShape,
  COMPLETE,
  dayOrNull,
  each,
  fromTo,
  type Keys,
  TODAY,
  textOrNull,
  texts,
  words,
} from './parts.ts'

const STATUS = words(STATUSES)

export const doctorJson = answerShape('plandue doctor', 'Whether the schedule is alive.', {
  ...TODAY,
  ...COMPLETE,
  checks: [
    each('One check.', {
      check: [string, 'What was checked.', 'schedule'],
      state: [words(['ok', 'warning', 'failure', 'unknown']), 'What came of it.', 'ok'],
      what: [string, 'The same as a sentence.', 'The last scheduled run was today.'],
      next: [textOrNull, 'What to do about it.', null],
      details: [texts('One detail.', 'plans/a.yaml'), 'What there is to know besides.', []],
    }),
    'In a fixed order.',
    [],
  ],
})

const namedDay: Keys = {
  date: [isoDay, 'The day.', '2024-03-29'],
  title: [string, 'Its name.', 'Good Friday'],
}

const COMPARISON: Keys = {
  from: [string, 'The file of the list.', 'bank-holidays.json'],
  changes: [
    each('A division in which something changes.', {
      division: [string, 'Its id.', 'scotland'],
      lastOfficial: [fromTo(isoDay, 'The last one', '2027-12-27', '2028-12-26'), 'Reach.', {}],
      years: [
        each('A year in which something changes.', {
          year: [position, 'The year.', 2026],
          isNewlyOfficial: [yesOrNo, 'Projected before.', false],
          added: [each('A day.', namedDay), 'New bank holidays.', []],
          removed: [each('A day.', namedDay), 'Those that are none any more.', []],
          renamed: [
            each('A day.', { ...namedDay, to: [string, 'The new name.', 'Spring holiday'] }),
            'Those with another name.',
            [],
          ],
        }),
        'In order.',
        [],
      ],
    }),
    'By division.',
    [],
  ],
  openItems: [amount, 'How many open items were looked at.', 3],
  moves: [
    each('An item that would be due on another day.', {
      id: [string, 'Its id.', ITEM],
      file: [string, 'The file of the record.', FILE],
      line: [position, 'The line on which it stands.', 28],
      authority: [string, 'Who was inspected.', 'Shropshire Council'],
      framework: [string, 'The id of the framework.', 'sif'],
      stage: [textOrNull, 'The id of the stage.', 'final'],
      title: [string, 'Its name for people.', 'Final action plan'],
      basis: [textOrNull, 'The basis of the due date.', 'received'],
      start: [isoDay, 'The date from which it is counted.', '2024-01-12'],
      from: [isoDay, 'The due date now.', '2024-04-22'],
      to: [isoDay, 'The due date by the new list.', '2024-04-23'],
      workingDays: [number, 'By how many working days it moves.', 1],
      calendarDays: [number, 'By how many days it moves.', 1],
      status: [fromTo(STATUS, 'The status', 'onTrack', 'onTrack'), 'The status.', {}],
      provisional: [yesOrNo, 'Whether the new date is provisional.', false],
      because: [
        each('A day that makes the difference.', {
          ...namedDay,
          change: [words(['added', 'removed']), 'What becomes of it.', 'added'],
        }),
        'In order.',
        [],
      ],
    }),
    'The items that move.',
    [],
  ],
  provisionalChanges: [
    each('An item whose date becomes or stops being provisional.', {
      id: [string, 'Its id.', ITEM],
      due: [dayOrNull, 'The due date by the new list.', '2024-04-23'],
      provisional: [yesOrNo, 'Whether that is provisional.', false],
    }),
    'They may stay on their day.',
    [],
  ],
}

export const calendarDiffJson = answerShape(
  'plandue calendar diff',
  'What another list would move.',
  {
    ...TODAY,
    ...COMPLETE,
    ...COMPARISON,
  },
)

export const calendarUpdateJson = answerShape('plandue calendar update', 'What a new list moves.', {
  ...TODAY,
  ...COMPLETE,
  outcome: [words(['written', 'dryRun', 'upToDate']), 'What was done.', 'written'],
  source: [string, 'Where the list comes from.', 'bank-holidays.json'],
  retrieved: [string, 'The day on which it was fetched.', '2026-11-21'],
  files: [texts('A file.', 'plandue.yaml'), 'What was written, or would be.', []],
  ...COMPARISON,
})
