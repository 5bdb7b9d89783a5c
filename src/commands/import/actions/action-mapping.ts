import { ACTION_COLUMNS } from '../../../reports/action-sheet.ts'
import type { ValueOf } from '../../../yaml/read.ts'
import { list, map, openMap, slug, text } from '../../../yaml/schema-builder.ts'
import { dateForms } from '../rows/mapping.ts'
import { column, spelling } from '../rows/mapping-columns.ts'
import { SHEET_DATES } from '../rows/own-mapping.ts'

const actions = map({
  title: 'a map like `{ item: Ref, done: Completed on, note: Update }`',
  description: 'The columns that hold what is said of an action, by what it is.',
  examples: [{ item: 'Ref', done: 'Completed on' }],
  properties: {
    item: column(
      'Item',
      'The id of the action, with or without that of its record; of a row for a new action, the id of the record.',
      'Ref',
    ),
    title: column('Title', 'What is promised.', 'Action'),
    owner: column('Owner', 'Who answers for it.', 'Lead'),
    areas: column('Areas', 'The ids of the areas that a new action answers.', 'Area'),
    due: column('Due', 'The day by which it is promised, as extended.', 'Deadline'),
    status: column('Status', 'Where it stands, which follows from the days.', 'RAG'),
    done: column('Done', 'The day on which it was done.', 'Completed on'),
    percent: column('Percent', 'How much of it is complete.', '% complete'),
    note: column('Note', 'What was done since, which is added to its progress.', 'Update'),
    evidence: column('Evidence', 'What shows that it was done.', 'Evidence'),
    expected: column('Expected', 'The day on which it is expected to be done.', 'Forecast'),
    blocked: column('Blocked by', 'What stands in its way.', 'Barriers'),
    movedBy: column('Moved by', 'Who agreed to a later due date.', 'Agreed by'),
    reason: column('Reason for move', 'Why the due date is later.', 'Reason'),
    closed: column('Closed', 'The day from which it is no longer required.', 'Withdrawn'),
  },
  required: ['item'],
})

const nothing = list(
  spelling,
  'Nothing',
  'What means the same as an empty field. Without this list: a dash, n/a, none, no, nil, tbc and the like.',
  ['n/a', 'tbc'],
)

/** The shape of a mapping of actions: how the rows of somebody's tracker are read. */
export const actionMappingSchema = openMap({
  title: 'plandue mapping of actions',
  description: 'How the rows of a spreadsheet say what became of actions.',
  properties: {
    id: slug('What messages call it.', 'our-tracker'),
    title: text('Title', 'What it is for.', 'The tracker that the quality team keeps'),
    record: text(
      'Record',
      'The id of the record of all rows, where they do not name one.',
      'shropshire-2023',
    ),
    actions,
    nothing,
    dates: dateForms,
  },
  required: ['id', 'title', 'actions', 'dates'],
})

export type ActionMapping = ValueOf<typeof actionMappingSchema>

/** What people write into a cell of which they have nothing to say. */
export const USUAL_NOTHING: readonly string[] = [
  ...['-', '--', '–', '—', '?', '.', '/'],
  ...['n/a', 'na', 'not applicable', 'none', 'nothing', 'nil', 'no', 'n', 'false'],
  ...['tbc', 'tba', 'tbd'],
]

/** Columns of an export that nobody fills in. */
export const FOR_INFORMATION: readonly string[] = [
  ACTION_COLUMNS.authority.name,
  ACTION_COLUMNS.lastNote.name,
  ACTION_COLUMNS.originalDue.name,
  ACTION_COLUMNS.timesMoved.name,
  ACTION_COLUMNS.closedBecause.name,
]

/** What a row can say of an action. */
export type ActionField = keyof ActionMapping['actions']

/** The mapping of a file from `export --actions`, by which any sheet with a column `item` is read. */
export const ownActionMapping: ActionMapping = {
  id: 'plandue-actions',
  title: 'A file from `plandue export --actions`, filled in',
  actions: {
    item: ACTION_COLUMNS.item.name,
    title: ACTION_COLUMNS.title.name,
    owner: ACTION_COLUMNS.owner.name,
    areas: ACTION_COLUMNS.areas.name,
    due: ACTION_COLUMNS.due.name,
    status: ACTION_COLUMNS.status.name,
    done: ACTION_COLUMNS.done.name,
    percent: ACTION_COLUMNS.percent.name,
    note: ACTION_COLUMNS.note.name,
    evidence: ACTION_COLUMNS.evidence.name,
    expected: ACTION_COLUMNS.expected.name,
    blocked: ACTION_COLUMNS.blocked.name,
    movedBy: ACTION_COLUMNS.movedBy.name,
    reason: ACTION_COLUMNS.reason.name,
    closed: ACTION_COLUMNS.closed.name,
  },
  dates: SHEET_DATES,
}
