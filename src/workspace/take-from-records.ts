import { type Diagnostic, inOrder } from '../diagnostics/diagnostic.ts'
import { applyIgnores, type Ignore } from '../diagnostics/ignores.ts'
import type { Files } from '../host/host.ts'
import { findRecords } from '../records/find.ts'
import type { RecordFile } from '../records/read-record.ts'
import { contentIn, type Keep, readRecords } from './read-records.ts'
import type { Workspace } from './workspace.ts'

/** What a command takes from records, and what there is to report on their files. */
export type TakenRecords<T> = {
  readonly taken: readonly T[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Finds the faults between records. */
type Between<T> = (taken: readonly T[], records: readonly RecordFile[]) => readonly Diagnostic[]

/**
 * Takes from each record of a workspace what a command asks for: that must be all that is kept of it.
 * For what needs more than items; see `readState` for those. Throws a UsageError for a path that
 * matches nothing.
 */
export async function takeFromWorkspace<T>(
  workspace: Workspace,
  files: Files,
  take: Keep<readonly T[]>,
  between: Between<T> = () => [],
): Promise<TakenRecords<T> & { readonly records: readonly RecordFile[] }> {
  const { records, diagnostics } = await findRecords(workspace.search, files)
  const read = takeFrom(records, workspace, files, take, between)
  return { ...read, records, diagnostics: inOrder([...diagnostics, ...read.diagnostics]) }
}

/** The same from records that are known already. */
export function takeFrom<T>(
  records: readonly RecordFile[],
  workspace: Workspace,
  files: Pick<Files, 'read'>,
  take: Keep<readonly T[]>,
  between: Between<T> = () => [],
): TakenRecords<T> {
  const read = readRecords({ records, content: contentIn(files) }, workspace, take)
  const taken = read.flatMap(({ kept }) => kept ?? [])
  const diagnostics = read.flatMap((record) => record.diagnostics)
  const ignores = read.flatMap((record) => record.ignores)
  return { taken, diagnostics: notIgnored([...diagnostics, ...between(taken, records)], ignores) }
}

/** A check alone sees all that comments could be about, so it alone reports on the comments. */
function notIgnored(
  diagnostics: readonly Diagnostic[],
  ignores: readonly Ignore[],
): readonly Diagnostic[] {
  const known = new Set(diagnostics)
  return applyIgnores(diagnostics, ignores).shown.filter((diagnostic) => known.has(diagnostic))
}
