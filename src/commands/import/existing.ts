import { join, normalize, relative } from 'node:path/posix'
import { type Diagnostic, isError } from '../../diagnostics/diagnostic.ts'
import { UsageError } from '../../diagnostics/failures.ts'
import type { Files } from '../../host/host.ts'
import { repositoryBoundary } from '../../host/repository-boundary.ts'
import { knownRecords } from '../../workspace/known-records.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { isSafeId } from './rows/ids.ts'
import type { ExistingRecords } from './rows/plan.ts'

export type Existing = ExistingRecords & {
  readonly diagnostics: readonly Diagnostic[]
  readonly complete: boolean
  /** The folder of new records, and the file of a record by its id. */
  readonly into: string
  fileOf(id: string): string
  /** The path in the folder of records that the ids of new records begin with; empty for the top. */
  readonly prefix: string
}

/** All records in the folder of records. `into`, the folder of new ones, must be within it (UsageError). */
export async function existingRecords(
  workspace: Workspace,
  into: string | undefined,
  files: Files,
): Promise<Existing> {
  const { settings } = workspace
  const folder = normalize(settings.records)
  const target = targetFolder(into ?? folder, folder, settings.root, files)
  const { records, taken, diagnostics } = await knownRecords(workspace, files)
  const byId = new Map(records.map(({ id, file }) => [id, file]))
  const lower = new Set([...byId.keys()].map((id) => id.toLowerCase()))
  const readable = new Set(taken.map(({ id }) => id))
  const unreadable = [...byId.keys()].filter((id) => !readable.has(id))
  const fileOf = (id: string) => byId.get(id) ?? join(folder, `${id}.yaml`)
  return {
    known: taken,
    unreadable: new Set(unreadable.map((id) => id.toLowerCase())),
    isTaken: (id) => lower.has(id) || !('problem' in files.look(fileOf(id))),
    diagnostics,
    complete: !diagnostics.some(isError),
    into: target,
    prefix: relative(folder, target),
    fileOf,
  }
}

function targetFolder(path: string, folder: string, root: string, files: Files): string {
  const target = normalize(path).replace(/(?<=.)\/$/, '')
  const steps = relative(folder, target)
  const isBelow = steps === '' || isSafeId(steps)
  if (!isBelow || !repositoryBoundary(root, files)(target)) {
    throw new UsageError(
      `\`${path}\` is not a folder in \`${folder}\`, the folder of records, or its name has characters other than letters, digits, dots, hyphens and underscores`,
    )
  }
  return target
}
