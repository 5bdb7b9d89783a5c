import type { ActiveFilter } from '../../assessment/filters.ts'
import { type Item, partOf } from '../../assessment/item.ts'
import type { IsoDate } from '../../calendar/day.ts'
import { longDate } from '../../calendar/format-date.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { count } from '../../language/count.ts'
import { type CsvCell, csv } from '../../page/csv.ts'
import { type Formats, formatsOf } from '../../page/formats.ts'
import {
  dateText,
  heading,
  type Page,
  rows,
  type Text,
  type View,
  warning,
} from '../../page/page.ts'
import type { Sheet, SheetCell } from '../../page/sheet.ts'
import type { InspectionRecord } from '../../records/record.ts'
import { ACTION_COLUMNS, type SheetAction } from '../../reports/action-sheet.ts'
import { filterWords, onlyWords } from '../../reports/filter-wording.ts'
import { incompleteness, STATUS_TONES, STATUS_WORDS } from '../../reports/wording.ts'

export type ActionsAnswer = {
  readonly today: IsoDate
  readonly filters: readonly ActiveFilter[]
  readonly complete: boolean
  readonly diagnostics: readonly Diagnostic[]
  readonly actions: readonly SheetAction[]
}

/** The actions of a record, as they stand. */
export function actionsOf(record: InspectionRecord, items: readonly Item[]): SheetAction[] {
  const byId = new Map((record.actions ?? []).map((action) => [action.id, action]))
  return items.flatMap((item) => {
    const action = item.kind === 'action' ? byId.get(partOf(item)) : undefined
    if (!action) return []
    const { evidence, blocked, closed } = action
    return [{ item, evidence, blocked, closed }]
  })
}

/** The formats of `export --actions`. What `csv` and `xlsx` write, `import` reads again. */
export const actionReports: Formats<ActionsAnswer> = {
  csv: csvText,
  xlsx: async (answer) =>
    (await import('../../page/xlsx-file.ts')).xlsxFile([actionSheet(answer), about(answer)]),
  ...formatsOf<ActionsAnswer>(page, ({ today, filters, complete, actions }) => ({
    today,
    filters,
    complete,
    actions: actions.map(shape),
  })),
}

function shape({ item, evidence, blocked, closed }: SheetAction) {
  const { id, record, file, authority, title, owner, due, originalDue, timesMoved } = item
  const { status, submitted: done, percent, progress, expected, extension } = item
  return {
    ...{ id, record, file, authority, title, owner, answers: item.background.areas.map(({ id }) => id) },
    ...{ due, originalDue, timesMoved, extension, status, done, percent, progress, expected },
    ...{ evidence: evidence ?? null, blocked: blocked ?? null, closed: closed ?? null },
  }
}

const COLUMNS = Object.values(ACTION_COLUMNS)

function cellsOf(action: SheetAction): SheetCell[] {
  return COLUMNS.map(({ cell }) => cell(action) ?? null)
}

/** The first row says so if the records are not complete. */
function rowsOf(answer: ActionsAnswer): SheetCell[][] {
  const words = incompleteness(answer)
  const first = COLUMNS.map((column) =>
    column === ACTION_COLUMNS.authority ? { value: words ?? '', tone: 'bad' as const } : null,
  )
  return [...(words ? [first] : []), ...answer.actions.map(cellsOf)]
}

function csvText(answer: ActionsAnswer): Promise<string> {
  return csv(
    COLUMNS.map(({ name }) => name),
    rowsOf(answer).map((row) => row.map((cell, index) => inCsv(cell, COLUMNS[index]?.kind))),
  )
}

/** As a spreadsheet shows a percentage: then 1% cannot be taken for all of it. */
function inCsv(cell: SheetCell, kind: string | undefined): CsvCell {
  const value = typeof cell === 'object' && cell ? cell.value : cell
  return kind === 'percent' && value !== null ? `${value}%` : value
}

function actionSheet(answer: ActionsAnswer): Sheet {
  return { name: 'Actions', columns: COLUMNS, rows: rowsOf(answer), isTable: true, frozen: 2 }
}

/** What whoever gets the file by mail has to know. */
function about(answer: ActionsAnswer): Sheet {
  const only = filterWords(answer.filters)
  const named = (keys: readonly { readonly name: string }[]) =>
    keys.map(({ name }) => name).join(', ')
  const said = [
    `The actions as at ${longDate(answer.today)}${only ? `, ${only}` : ''}: ${count(answer.actions.length, 'action')}.`,
    incompleteness(answer) ?? '',
    `Fill in the columns with a blue heading: ${named(COLUMNS.filter(({ isFilledIn }) => isFilledIn))}.`,
    'An empty cell changes nothing. What stands under done is the day on which it was done.',
    'What stands under note is added to the progress of the action, dated when the file is brought in.',
    `To move a due date, change due, and say who agreed and why: ${named([ACTION_COLUMNS.movedBy, ACTION_COLUMNS.reason])}.`,
    'For a new action, add a row whose item is the record, the part of an item before the #, with its action, owner and due.',
    'All other columns are for information. Then send the file back; plandue import reads it.',
  ]
  return {
    name: 'How to fill in',
    columns: [{ name: 'How to fill in', width: 110, kind: 'text', isFilledIn: false }],
    rows: said.filter((line) => line !== '').map((line) => [line]),
    isTable: false,
    frozen: 0,
  }
}

function page(answer: ActionsAnswer, { quiet }: View): Page {
  return [
    ...warning(incompleteness(answer)),
    ...(quiet ? [] : [heading(`Actions (${answer.actions.length})${onlyWords(answer)}`)]),
    rows(
      [{ name: '' }, { name: '' }, { name: 'due' }, { name: '' }, { name: 'owner' }],
      answer.actions.map(({ item }): Text[] => [
        { text: item.id, tone: 'strong' },
        item.title,
        item.due ? dateText(item.due) : '',
        { text: STATUS_WORDS[item.status], tone: STATUS_TONES[item.status] },
        item.owner ?? '',
      ]),
    ),
  ]
}
