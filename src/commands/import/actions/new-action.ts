import type { ValueMap } from '../../../yaml/edit/value.ts'
import { isScalarValue } from '../../../yaml/edit/value.ts'
import { type Edit, edits } from '../../edit/edits.ts'
import * as guard from '../../edit/guards.ts'
import { faultOfText } from '../rows/row-texts.ts'
import type { ActionField } from './action-mapping.ts'
import type { ActionRow } from './action-row.ts'
import { type CellValue, dayIn, percentIn, type SheetHabits } from './cell-values.ts'
import type { Asked, RefusedCell } from './want.ts'

/** What a row asks for that is about an action which its record does not have. */
export function newActionAsks(row: ActionRow, habits: SheetHabits): readonly Asked[] {
  const day = (field: ActionField) => readField(row, field, (text) => dayIn(text, habits))
  const text = (field: ActionField) => readField(row, field, textIn)
  const percent = readField(row, 'percent', (text) => percentIn(text, habits))
  const title = required(text('title'), row, 'title', 'what is promised')
  const due = required(day('due'), row, 'due', 'the day by which it is promised')
  const [done, note, owner] = [day('done'), text('note'), text('owner')]
  const more = {
    expected: day('expected'),
    done,
    blocked: text('blocked'),
    evidence: text('evidence'),
  }
  const all: readonly Cell<string | number>[] = [
    title,
    due,
    owner,
    note,
    percent,
    ...Object.values(more),
  ]
  const faults = all.filter(isFault)
  if (faults.length > 0) return faults
  const entry = withoutNothing({ note: valueIn(note), percent: valueIn(percent) })
  const hasEntry = Object.keys(entry).length > 0
  const values = Object.entries(more).map(([key, cell]) => [key, valueIn(cell)] as const)
  const added: ValueMap = {
    ...withoutNothing(Object.fromEntries(values)),
    ...(hasEntry ? { progress: [{ on: habits.today, ...entry }] } : {}),
  }
  const on = valueIn(done)
  const options = {
    title: valueIn(title) ?? '',
    due: valueIn(due),
    owner: valueIn(owner) ?? '',
    answers: areaIds(row.text('areas')),
    ...(on === undefined ? {} : { on }),
  }
  return [
    {
      field: 'title',
      label: row.label('title'),
      before: null,
      after: `${options.title}, due ${options.due}`,
      edit: addition(added, on !== undefined),
      options,
      evidence: valueIn(more.evidence),
    },
  ]
}

/** Adds an action that already has more than a new one has. */
function addition(more: ValueMap, isDone: boolean): Edit {
  const add = edits['action add']
  return {
    about: ['record'],
    changes: (subject, options) =>
      add.changes(subject, options).map(({ path, value }) => ({
        path,
        value: value === undefined || isScalarValue(value) ? value : { ...value, ...more },
      })),
    guards: [...add.guards, ...(isDone ? [guard.isNotAhead, guard.isNotBeforeVisit] : [])],
  }
}

type Cell<T> = { readonly value: T | undefined } | RefusedCell

function readField<T>(
  row: ActionRow,
  field: ActionField,
  read: (text: string) => CellValue<T>,
): Cell<T> {
  const text = row.text(field)
  if (text === '') return { value: undefined }
  const cell = read(text)
  if ('value' in cell) return cell
  return { field, label: row.label(field), why: `it is \`${text}\`: ${cell.why}` }
}

function textIn(text: string): CellValue<string> {
  const fault = faultOfText(text)
  return fault === undefined ? { value: text } : { why: `it ${fault}: write it anew` }
}

function required<T>(cell: Cell<T>, row: ActionRow, field: ActionField, what: string): Cell<T> {
  if (isFault(cell) || cell.value !== undefined) return cell
  return { field, label: row.label(field), why: `it is empty: a new action needs ${what}` }
}

function isFault<T>(cell: Cell<T>): cell is RefusedCell {
  return 'why' in cell
}

function valueIn<T>(cell: Cell<T>): T | undefined {
  return isFault(cell) ? undefined : cell.value
}

function withoutNothing(map: Readonly<Record<string, string | number | undefined>>): ValueMap {
  return Object.fromEntries(
    Object.entries(map).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  )
}

/** The ids of areas, as people write them or as an export does: `P1, P2`, `P1: Practice; P2: …`. */
function areaIds(text: string): readonly string[] {
  const parts = text.includes(':')
    ? text.split(';').map((part) => part.split(':')[0] ?? '')
    : text.split(/[,;]/)
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}
