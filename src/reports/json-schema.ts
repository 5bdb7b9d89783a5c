import { FILTER_NAMES } from '../assessment/filters.ts'
import { STATUSES } from '../assessment/item.ts'
import { changeSchema } from './json-schema-change.ts'
import { itemSchema } from './json-schema-item.ts'
import { nextChangeSchema, nextDueSchema } from './json-schema-next.ts'
import {
  amount,
  FILE,
  ITEM,
  isoDay,
  listOf,
  note,
  objectOf,
  orNull,
  position,
  string,
  yesOrNo,
} from './json-schema-parts.ts'

export const diagnosticSchema = objectOf({
  file: note(string, 'File', 'The file with the fault.', FILE),
  line: note(position, 'Line', 'From 1.', 3),
  column: note(position, 'Column', 'From 1, in characters.', 12),
  severity: note(
    { enum: ['error', 'warning', 'note'] },
    'Severity',
    'An error fails the run.',
    'error',
  ),
  code: note(
    { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' },
    'Code',
    'What kind of fault it is.',
    'not-a-date',
  ),
  message: note(string, 'Message', 'What is wrong.', '`published` must be a date like 2024-01-12'),
  hint: note(orNull(string), 'Hint', 'How to fix it.', 'did you mean 2024-01-12?'),
})

export const filterSchema = objectOf({
  name: note({ enum: FILTER_NAMES }, 'Name', 'What it chooses by.', FILTER_NAMES[0]),
  values: note(
    listOf(note(string, 'Value', 'One value; an item passes by any of them.', 'Leeds')),
    'Values',
    'What was asked for.',
    ['Leeds'],
  ),
})

const calendar = objectOf({
  id: note(string, 'Id', 'Whose bank holidays they are.', 'england-and-wales'),
  source: note(
    string,
    'Source',
    'Where the list comes from.',
    'https://www.gov.uk/bank-holidays.json',
  ),
  retrieved: note(orNull(isoDay), 'Retrieved', 'The day on which it was fetched.', '2026-11-21'),
  lastOfficial: note(
    isoDay,
    'Last official',
    'The last official bank holiday: later deadlines are provisional.',
    '2028-12-26',
  ),
})

/** What a number of the summary counts, by its key. */
const COUNTED: Readonly<Record<string, string>> = {
  records: 'Records that were read.',
  items: 'Items that the report is about.',
  waived: 'Items that fail no run because of a waiver.',
  ignored: 'Diagnostics that a comment in a record suppresses.',
}

export const summarySchema = objectOf(
  Object.fromEntries(
    ['records', 'items', 'waived', ...STATUSES, 'ignored'].map((key) => [
      key,
      note(amount, key, COUNTED[key] ?? `Items with the status \`${key}\`.`, 2),
    ]),
  ),
)

const area = objectOf({
  id: note(string, 'Id', 'What the actions that answer it call it.', 'P1'),
  text: note(string, 'Text', 'The words of the report.', 'The timeliness of strategy discussions'),
})

const record = objectOf({
  id: note(string, 'Id', 'By which items name it.', 'shropshire-2023'),
  file: note(string, 'File', 'The file of the record.', FILE),
  authority: note(string, 'Authority', 'Who was inspected.', 'Shropshire Council'),
  framework: note(string, 'Framework', 'The id of the framework.', 'ilacs-focused-visit'),
  title: note(orNull(string), 'Title', 'What the inspection looked at.', 'Children in need'),
  visited: note(
    orNull(string),
    'Visited',
    'The last day of the visit, or its month where no more is known.',
    '2023-11',
  ),
  published: note(orNull(isoDay), 'Published', 'The day of publication.', '2024-01-12'),
  received: note(orNull(isoDay), 'Received', 'The day on which the authority got it.', null),
  sent: note(orNull(isoDay), 'Sent', 'The day on which it was sent to the authority.', null),
  source: note(
    orNull(string),
    'Source',
    'Where the report can be read.',
    'https://files.ofsted.gov.uk/v1/file/50180006',
  ),
  areas: areasNoted('Areas for priority action', [
    { id: 'P1', text: 'The timeliness of strategy discussions' },
  ]),
  areasForImprovement: areasNoted('Areas for improvement', null),
})

/** A list of areas as a record has them. */
function areasNoted(title: string, example: unknown) {
  return {
    title,
    description: 'Empty where there are none; null where nobody has said whether there are.',
    examples: [example],
    oneOf: [
      { type: 'null' },
      listOf(note(area, 'Area', 'One area.', { id: 'P1', text: 'Timeliness' })),
    ],
  }
}

/** The shape of `plandue check --format json`. */
export const checkSchema = {
  title: 'plandue check',
  description: 'Where the action plans of a folder of records stand on one day.',
  ...objectOf({
    schemaVersion: note(
      { const: 1 },
      'Version of the schema',
      'Rises when a key changes its meaning.',
      1,
    ),
    plandue: note(string, 'plandue', 'The version that wrote this.', '1.0.0'),
    today: note(isoDay, 'Today', 'The day of the report.', '2024-02-05'),
    timeZone: note(
      string,
      'Time zone',
      'The time zone in which that day was taken.',
      'Europe/London',
    ),
    complete: note(
      yesOrNo,
      'Complete',
      'False where a record, or a part of one, could not be assessed: see diagnostics.',
      true,
    ),
    filters: note(
      listOf(
        note(filterSchema, 'Filter', 'One filter.', { name: FILTER_NAMES[0], values: ['Leeds'] }),
      ),
      'Filters',
      'The filters and paths that were given; empty where the report is about all records.',
      [],
    ),
    calendars: note(
      listOf(note(calendar, 'Calendar', 'One list of bank holidays.', { id: 'england-and-wales' })),
      'Calendars',
      'The lists of bank holidays in use.',
      [],
    ),
    summary: note(summarySchema, 'Summary', 'How many records and items, by status.', {
      items: 2,
    }),
    nextChange: note(
      { oneOf: [{ type: 'null' }, nextChangeSchema] },
      'Next change',
      'When the exit code will change if nothing is done; null if it will not.',
      { on: '2024-02-10', item: ITEM, items: [ITEM], exitCode: 1 },
    ),
    nextDue: note(
      { oneOf: [{ type: 'null' }, nextDueSchema] },
      'Next due',
      'The open item that falls due next, today or later; null if there is none.',
      { on: '2024-02-09', item: ITEM, items: [ITEM] },
    ),
    change: note(
      { oneOf: [{ type: 'null' }, changeSchema] },
      'Change',
      'What the change since a commit introduces (--base): only that fails the run.',
      null,
    ),
    records: note(
      listOf(note(record, 'Record', 'One inspection.', { id: 'shropshire-2023' })),
      'Records',
      'What the records say of their inspections, as known on the day of the report: those that can be read and, with filters, have an item that passes.',
      [],
    ),
    items: note(
      listOf(note(itemSchema, 'Item', 'One stage or action.', { id: ITEM })),
      'Items',
      'Most urgent first.',
      [],
    ),
    diagnostics: note(
      listOf(note(diagnosticSchema, 'Diagnostic', 'One fault in a file.', { file: FILE, line: 3 })),
      'Diagnostics',
      'By file, line and column.',
      [],
    ),
  }),
}
