import type { IsoDate } from '../../../calendar/day.ts'
import { isoOf } from '../../../calendar/day.ts'
import { findEvidence } from '../../../records/evidence-files.ts'
import type { Workspace } from '../../../workspace/workspace.ts'
import type { Change } from '../../../yaml/edit/change.ts'
import { type Data, isSaid } from '../../../yaml/edit/data.ts'
import { dataIn } from '../../../yaml/edit/edited.ts'
import { isList, isScalarValue } from '../../../yaml/edit/value.ts'
import type { Path } from '../../../yaml/place.ts'
import { type Edit, objectionsTo } from '../../edit/edits.ts'
import type { EditOptions, Subject } from '../../edit/guards.ts'
import * as guard from '../../edit/guards.ts'
import { subjectOf } from '../../edit/subject.ts'
import type { ImportedCell } from './answer-shape.ts'
import type { AskingRow } from './plan-rows.ts'
import type { SheetTerms } from './terms.ts'
import type { Want } from './want.ts'

/** Changes of one text that are made together, so that a second entry of a list follows the first. */
export type Batch = {
  readonly data: Data
  readonly sizes: Map<string, number>
  readonly ids: string[]
}

/** What came of the cells of a row, the changes that they ask for, and the id of a new item. */
export type DoneRow = {
  readonly cells: readonly ImportedCell[]
  readonly changes: readonly Change[]
  readonly id: string | null
}

/** Undefined for a text that is no YAML any more. */
export function beginBatch(text: string, file: string): Batch | undefined {
  const data = dataIn(text, file)
  return data === undefined ? undefined : { data, sizes: new Map(), ids: [] }
}

/** What comes of each cell of a row. The batch counts what is added to lists. */
export function cellsFor(row: AskingRow, batch: Batch, terms: SheetTerms): DoneRow {
  const made = row.asks.map((ask) =>
    'why' in ask
      ? { cell: cellOf(ask, 'refused', ask.why), changes: [] }
      : changesFor(ask, row, batch, terms),
  )
  const changes = made.flatMap((one) => one.changes)
  const [id] = changes.flatMap((change) => newIdIn(change) ?? [])
  return {
    cells: made.flatMap(({ cell }) => cell ?? []),
    changes,
    id: id === undefined ? null : `${row.one.reading.id}#${id}`,
  }
}

/** The id of the action that a change adds. */
function newIdIn({ path, value }: Change): string | undefined {
  if (path.length !== 2 || value === undefined || isScalarValue(value) || isList(value)) return
  return String(value['id'])
}

type Made = { readonly cell?: ImportedCell; readonly changes: readonly Change[] }

function changesFor(want: Want, row: AskingRow, batch: Batch, terms: SheetTerms): Made {
  const { workspace, isUpdate } = terms
  const subject = subjectFor(row, batch, workspace)
  const options = allOptions(want.options, isoOf(workspace.today))
  const why = objection(want, subject, options, row) ?? missingEvidence(want, row, terms)
  if (why !== undefined) return { cell: cellOf(want, 'refused', why), changes: [] }
  const changes = want.edit
    .changes(subject, options)
    .filter(({ path, value }) => !isSaid(batch.data, path, value))
  if (changes.length === 0) return { changes }
  if (want.before !== null && !isUpdate) return { cell: cellOf(want, 'pending', null), changes: [] }
  for (const change of changes) count(change, batch)
  return { cell: cellOf(want, want.before === null ? 'added' : 'changed', null), changes }
}

function subjectFor({ one, item }: AskingRow, batch: Batch, workspace: Workspace): Subject {
  const { reading } = one
  const part = item === null ? undefined : item.slice(reading.id.length + 1)
  const target = { record: reading, item: part }
  const name = item === null ? 'action add' : 'note'
  const subject = subjectOf(name, target, { surveyed: one, data: batch.data }, workspace, {})
  return {
    ...subject,
    sizeOf: (path) => subject.sizeOf(path) + (batch.sizes.get(keyOf(path)) ?? 0),
    actionIds: [...subject.actionIds, ...batch.ids],
  }
}

function count(change: Change, { sizes, ids }: Batch): void {
  const { path } = change
  if (typeof path.at(-1) !== 'number') return
  const list = keyOf(path.slice(0, -1))
  sizes.set(list, (sizes.get(list) ?? 0) + 1)
  const id = newIdIn(change)
  if (id !== undefined) ids.push(id)
}

function keyOf(path: Path): string {
  return path.join('\0')
}

/** What speaks against a change, and where to look. To change what is recorded is no slip here. */
function objection(
  { edit, before }: Want,
  subject: Subject,
  options: EditOptions,
  { one }: AskingRow,
): string | undefined {
  const kept = edit.guards.filter((one) => before === null || !KEEPING.includes(one))
  const [first, ...others] = objectionsTo({ ...edit, guards: kept }, subject, options)
  if (!first) return undefined
  const because = [...new Set([first, ...others].map((one) => one.because))].join('; ')
  const { file, line } = one.reading.placeOf([...subject.path, ...first.key], 'key')
  return `${because}: correct the cell, or the record in ${file}:${line}`
}

/** What only keeps a recorded value from being changed. */
const KEEPING: Edit['guards'] = [
  guard.isNotDoneElsewhen,
  guard.keepsEvidence,
  guard.isNotBlockedElse,
]

/** A check would report it as an error. */
function missingEvidence(
  { evidence: path = '' }: Want,
  { one }: AskingRow,
  { workspace, host }: SheetTerms,
): string | undefined {
  if (path === '' || /^[a-z][a-z\d+.-]*:\/\//i.test(path)) return undefined
  const evidence = [{ path, what: 'done' as const, on: null, place: one.reading.placeOf([]) }]
  const [fault] = findEvidence(evidence, workspace.settings.root, host).faults
  return (
    fault &&
    `${fault.message}: add the file first, or write its path from the root of the repository`
  )
}

function cellOf(
  ask: Pick<Want, 'field' | 'label'> & Partial<Pick<Want, 'before' | 'after'>>,
  outcome: ImportedCell['outcome'],
  why: string | null,
): ImportedCell {
  const { field, label, before = null, after = null } = ask
  return { field, label, outcome, record: before, sheet: after, why }
}

/** What an edit is told that says nothing of something: the defaults of the command line. */
function allOptions(options: Partial<EditOptions>, today: IsoDate): EditOptions {
  const texts = {
    by: '',
    reason: '',
    rule: '',
    approvedBy: '',
    step: '',
    text: '',
    owner: '',
    title: '',
  }
  const nothing = {
    planned: undefined,
    evidence: undefined,
    percent: undefined,
    due: undefined,
    id: undefined,
  }
  return { on: today, to: today, until: today, ...texts, ...nothing, answers: [], ...options }
}
