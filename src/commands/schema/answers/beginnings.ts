import { STATUSES } from '../../../assessment/item.ts'
import { FILE, ITEM, string, yesOrNo } from '../../../reports/json-schema-parts.ts'
import { answerShape, dayOrNull, each, TODAY, textOrNull, texts, words } from './parts.ts'

const STATUS = words(STATUSES)

export const newJson = answerShape('plandue new', 'A record that was begun, and its items.', {
  ...TODAY,
  id: [string, 'The id of the record.', 'shropshire-2023'],
  file: [string, 'The file of the record.', FILE],
  schemaFile: [textOrNull, 'The schema for editors, where it was written too.', null],
  items: [
    each('One item.', {
      id: [string, 'Its id.', ITEM],
      title: [string, 'Its name for people.', 'Draft action plan'],
      status: [STATUS, 'Where it stands.', 'onTrack'],
      due: [dayOrNull, 'The last day that is in time.', '2024-02-09'],
      provisional: [yesOrNo, 'Computed with projected bank holidays.', false],
      workingDaysLeft: [{ type: ['integer', 'null'] }, 'Negative after the due day.', 20],
    }),
    'In the order of the framework.',
    [],
  ],
})

export const initJson = answerShape('plandue init', 'What was laid into a folder.', {
  folder: [string, 'The folder.', 'our-plans'],
  files: [
    each('One file.', {
      path: [string, 'Its path in the folder.', 'plandue.yaml'],
      outcome: [words(['written', 'left', 'toWrite']), 'What became of it.', 'written'],
    }),
    'In order.',
    [],
  ],
  next: [texts('One step.', 'plandue check'), 'What to do next.', []],
})
