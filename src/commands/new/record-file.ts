import { join, normalize } from 'node:path/posix'
import { UsageError, WorkError } from '../../diagnostics/failures.ts'
import { why } from '../../diagnostics/problem.ts'
import type { Host } from '../../host/host.ts'
import { pathFrom } from '../../host/paths.ts'
import { unportable } from '../../host/portable-name.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { schemas } from '../schema/schemas.ts'
import { fileNameOf, type RecordDraft } from './new-record.ts'

/** The file to write: the one that is named, or one by authority and year. Throws a UsageError for one that could not be a new record. */
export function fileFor(
  draft: RecordDraft,
  named: string | undefined,
  { settings }: Workspace,
  host: Host,
): string {
  const isThere = (path: string) => !('problem' in host.look(path))
  if (named === undefined) {
    const isTaken = (name: string) => isThere(join(settings.records, name))
    return join(settings.records, fileNameOf(draft, isTaken))
  }
  const file = normalize(named)
  if (!/\.ya?ml$/.test(file)) throw new UsageError('the file of a record ends in .yaml or .yml')
  const fault = unportable(file)
  if (fault) throw new UsageError(`\`${file}\` is no name for every system: ${fault}`)
  if (isThere(file)) throw new UsageError(`\`${file}\` already exists`)
  return file
}

/** A path within a folder; undefined for one outside of it. */
export function pathWithin(folder: string, file: string, { cwd }: Host): string | undefined {
  const path = pathFrom(folder, file, cwd)
  return path.startsWith('..') ? undefined : path
}

/** Writes the record, and the schema it names unless that exists; returns whether it wrote the schema. */
export async function writeBoth(
  { file, text }: { readonly file: string; readonly text: string },
  schemaFile: string,
  host: Host,
): Promise<boolean> {
  const { problem } = await host.add(file, text)
  if (problem?.kind === 'exists') throw new UsageError(`\`${file}\` already exists`)
  if (problem) throw new WorkError(`\`${file}\` cannot be written: ${why(problem)}`)
  const schema = `${JSON.stringify(schemas.record, null, 2)}\n`
  return (await host.add(schemaFile, schema)).problem === undefined
}
