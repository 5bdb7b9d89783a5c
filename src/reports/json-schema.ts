import { CHANGE_REASONS, RELEASES } from '../assessment/change-result.ts'
import { FILTER_NAMES } from '../assessment/filters.ts'
import { STATUSES } from '../assessment/item.ts'
import { itemSchema } from './json-schema-item.ts'
import {
  amount,
  isoDay,
  listOf,
  note,
  objectOf,
  orNull,
  position,
  string,
  yesOrNo,
} from './json-schema-parts.ts'

const ITEM = 'shropshire-2023#draft'
const FILE = 'plans/shropshire-2023.yaml'

const diagnostic = objectOf({
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

const failure = objectOf({
  item: note(orNull(string), 'Item', 'The id of an item; null for the errors of a file.', ITEM),
  file: note(string, 'File', 'The file of the item, or with the errors.', FILE),
  reason: note({ enum: CHANGE_REASONS }, 'Reason', 'Why it fails the run.', CHANGE_REASONS[0]),
  why: note(string, 'Why', 'The reason as a sentence.', 'overdue, and was not before'),
})

const ids = listOf(note(string, 'Item', 'The id of an item.', ITEM))
const aside = objectOf({
  items: note(ids, 'Items', 'Ids of items.', [ITEM]),
  files: note(
    listOf(note(string, 'File', 'A file with errors.', FILE)),
    'Files',
    'Files with errors.',
    [FILE],
  ),
})

const recounted = objectOf({
  item: note(string, 'Item', 'The id of the item.', ITEM),
  from: note(isoDay, 'From', 'The due date before.', '2024-04-22'),
  to: note(isoDay, 'To', 'The due date now.', '2024-04-23'),
})

const released = objectOf({
  item: note(string, 'Item', 'The id of the item, as it is now or was last.', ITEM),
  file: note(string, 'File', 'The file in which it is, or was last.', FILE),
  how: note({ enum: RELEASES }, 'How', 'How it is released from its due date.', RELEASES[0]),
  justified: note(
    yesOrNo,
    'Justified',
    'Whether the record says why, and by whom or from when.',
    false,
  ),
  why: note(
    string,
    'Why',
    'The words that justify it, or what is missing.',
    'closed on Friday 1 March 2024: Replaced by A9',
  ),
})

const change = objectOf({
  base: note(string, 'Base', 'The commit to compare with, as it was given.', 'origin/main'),
  mergeBase: note(string, 'Merge base', 'The id of the merge base.', '1a36182'),
  fails: note(
    listOf(note(failure, 'Failure', 'One reason why the change fails the run.', { item: ITEM })),
    'Fails',
    'Why the change fails the run; nothing where it does not.',
    [],
  ),
  aside: note(
    aside,
    'Aside',
    'What would fail a run without the change, and does not fail this one.',
    { items: [ITEM], files: [] },
  ),
  recounted: note(
    listOf(
      note(recounted, 'Recounted', 'One item.', {
        item: ITEM,
        from: '2024-04-22',
        to: '2024-04-23',
      }),
    ),
    'Recounted',
    'Open items that are due on another day only because the bank holidays are others. They fail nothing.',
    [],
  ),
  released: note(
    listOf(note(released, 'Released', 'One item.', { item: ITEM, how: RELEASES[0] })),
    'Released',
    'What a reviewer has to agree to: items that are gone, closed, no longer required, extended or waived. Those of `fails` are among them.',
    [],
  ),
  removed: note(ids, 'Removed', 'Ids of open items that were there before.', []),
})

const filter = objectOf({
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

const summary = objectOf(
  Object.fromEntries(
    ['records', 'items', 'waived', ...STATUSES, 'ignored'].map((key) => [
      key,
      note(amount, key, COUNTED[key] ?? `Items with the status \`${key}\`.`, 2),
    ]),
  ),
)

const nextChange = objectOf({
  on: note(isoDay, 'On', 'The first day with the other exit code.', '2024-02-10'),
  item: note(string, 'Item', 'The id of the item that brings it about.', ITEM),
  exitCode: note({ const: 1 }, 'Exit code', 'The exit code of a check from that day on.', 1),
})

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
      listOf(note(filter, 'Filter', 'One filter.', { name: FILTER_NAMES[0], values: ['Leeds'] })),
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
    summary: note(summary, 'Summary', 'How many records and items, by status.', {
      items: 2,
    }),
    nextChange: note(
      { oneOf: [{ type: 'null' }, nextChange] },
      'Next change',
      'When the exit code will change if nothing is done; null if it will not.',
      { on: '2024-02-10', item: ITEM, exitCode: 1 },
    ),
    change: note(
      { oneOf: [{ type: 'null' }, change] },
      'Change',
      'What the change since a commit introduces (--base): only that fails the run.',
      null,
    ),
    items: note(
      listOf(note(itemSchema, 'Item', 'One stage or action.', { id: ITEM })),
      'Items',
      'Most urgent first.',
      [],
    ),
    diagnostics: note(
      listOf(note(diagnostic, 'Diagnostic', 'One fault in a file.', { file: FILE, line: 3 })),
      'Diagnostics',
      'By file, line and column.',
      [],
    ),
  }),
}
