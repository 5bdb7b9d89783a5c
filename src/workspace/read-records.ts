import { hasLaterEvents } from '../assessment/as-at.ts'
import { assessRecord } from '../assessment/assess-record.ts'
import type { Item } from '../assessment/item.ts'
import { isoOf } from '../calendar/day.ts'
import { type Diagnostic, diagnose, isError, wholeFile } from '../diagnostics/diagnostic.ts'
import type { Ignore } from '../diagnostics/ignores.ts'
import { diagnoseProblem } from '../diagnostics/problem.ts'
import type { Files, Host, Problem } from '../host/host.ts'
import { daysAhead } from '../records/date-order.ts'
import { findRecords } from '../records/find.ts'
import { type RecordFile, type RecordReading, readRecord } from '../records/read-record.ts'
import type { Found } from '../records/walk-folder.ts'
import { ignoresIn } from '../yaml/ignore-comments.ts'
import { detached } from './detached.ts'
import type { Workspace } from './workspace.ts'

/** A record that was read and assessed, with all that there is to report on its file. */
export type ReadRecord = {
  readonly reading: RecordReading
  readonly items: readonly Item[]
  readonly diagnostics: readonly Diagnostic[]
  readonly ignores: readonly Ignore[]
}

/** What is kept of a record: that which a command asks for, and the reports on its file. */
export type KeptRecord<T> = Pick<ReadRecord, 'diagnostics' | 'ignores'> & {
  readonly file: RecordFile
  /** Undefined where the file could not be read. */
  readonly kept: T | undefined
}

/** What is to be kept of a record; nothing else of it is held. */
export type Keep<T> = (record: ReadRecord, workspace: Workspace) => T

type Reading<T> = {
  /** What is kept already of a record that need not be read again. */
  readonly known?: (record: RecordFile) => KeptRecord<T> | undefined
  readonly progress?: Host['progress']
}

/** Records that were found, and how to read them. */
export type FoundRecords = Found & { content(record: RecordFile): Content }

type Content = { readonly text: string } | { readonly problem: Problem }

/** More than any record needs, and little enough to be read at once. */
export const MAX_BYTES = 8 * 1_048_576

/** The record on standard input. */
export const INPUT: RecordFile = { file: '<stdin>', id: 'stdin' }

/** More diagnostics, or comments on them, than this in one file help nobody. */
const MOST_FAULTS = 100

/**
 * The records of a workspace. The path `-` stands for a record on standard input. Throws a UsageError
 * for a path that matches nothing.
 */
export async function recordsIn(
  { search }: Workspace,
  source: Files & Pick<Host, 'readInput'>,
): Promise<FoundRecords> {
  const paths = search.paths.filter((path) => path !== '-')
  const found = await findRecords({ ...search, paths }, source)
  if (paths.length === search.paths.length) return { ...found, content: contentIn(source) }
  const input = await source.readInput(MAX_BYTES)
  return {
    records: [INPUT, ...found.records],
    diagnostics: found.diagnostics,
    content: (record) => (record === INPUT ? input : contentIn(source)(record)),
  }
}

/** The content of records, by their files. */
export function contentIn(files: Pick<Files, 'read'>): FoundRecords['content'] {
  return ({ file }) => files.read(file, MAX_BYTES)
}

/**
 * Reads and assesses records one after the other, so that the text of no more than one of
 * them is held.
 */
export function readRecords<T>(
  { records, content }: Pick<FoundRecords, 'records' | 'content'>,
  workspace: Workspace,
  keep: Keep<T>,
  { known, progress }: Reading<T> = {},
): readonly KeptRecord<T>[] {
  return records.map((file, index) => {
    const record = known?.(file) ?? keptOf(content(file), file, workspace, keep)
    progress?.(index + 1, records.length)
    return record
  })
}

function keptOf<T>(
  content: Content,
  file: RecordFile,
  workspace: Workspace,
  keep: Keep<T>,
): KeptRecord<T> {
  if ('problem' in content) {
    const diagnostics = [diagnoseProblem(file.file, content.problem)]
    return { file, kept: undefined, diagnostics, ignores: [] }
  }
  const record = readOne(content.text, file, workspace)
  return {
    file,
    kept: keep(record, workspace),
    diagnostics: record.diagnostics,
    ignores: record.ignores,
  }
}

/** Reads and assesses the text of a record. */
export function readOne(
  text: string,
  file: RecordFile,
  { asked, context, stagesOf }: Workspace,
): ReadRecord {
  const reading = readRecord(text, file, stagesOf)
  const { record, placeOf } = reading
  const today = isoOf(context.today)
  const { items, diagnostics } = assessRecord(reading, context)
  const isEarly = () => record !== undefined && hasLaterEvents(record, today)
  // As at a day that was asked for, later ones are no fault, and the clock has no say.
  const ahead = record && !asked.options.today ? daysAhead(record, today, placeOf) : []
  return {
    reading,
    items,
    diagnostics: detached(worstOf([...reading.diagnostics, ...ahead, ...diagnostics], file.file)),
    ignores: detached(ignoresIn(text, file.file, isEarly)).slice(0, MOST_FAULTS),
  }
}

/** The worst of many faults, and how many others there are. All remarks on a sound record are kept. */
function worstOf(diagnostics: readonly Diagnostic[], file: string): readonly Diagnostic[] {
  if (diagnostics.length <= MOST_FAULTS || !diagnostics.some(isError)) return diagnostics
  const errorsFirst = [...diagnostics].sort((a, b) => Number(isError(b)) - Number(isError(a)))
  const count = diagnostics.length - MOST_FAULTS
  return [...errorsFirst.slice(0, MOST_FAULTS), diagnose(wholeFile(file), 'more-faults', { count })]
}
