import { join, normalize, relative } from 'node:path/posix'
import { type Diagnostic, inOrder, isError } from '../../diagnostics/diagnostic.ts'
import { UsageError } from '../../diagnostics/failures.ts'
import type { Files } from '../../host/host.ts'
import { repositoryBoundary } from '../../host/repository-boundary.ts'
import { type Found, findRecords } from '../../records/find.ts'
import { takeFromRecords } from '../../workspace/read-records.ts'
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
  { search, settings, basis }: Workspace,
  into: string | undefined,
  files: Files,
): Promise<Existing> {
  const folder = normalize(settings.records)
  const target = targetFolder(into ?? folder, folder, settings.root, files)
  const found = await recordsIn(search, files)
  const { taken, diagnostics } = takeFromRecords(found.records, basis, files, ({ reading }) =>
    reading.record ? [{ id: reading.id, record: reading.record }] : [],
  )
  const all = inOrder([...found.diagnostics, ...diagnostics])
  const byId = new Map(found.records.map(({ id, file }) => [id, file]))
  const lower = new Set([...byId.keys()].map((id) => id.toLowerCase()))
  const readable = new Set(taken.map(({ id }) => id))
  const unreadable = [...byId.keys()].filter((id) => !readable.has(id))
  const fileOf = (id: string) => byId.get(id) ?? join(folder, `${id}.yaml`)
  return {
    known: taken,
    unreadable: new Set(unreadable.map((id) => id.toLowerCase())),
    isTaken: (id) => lower.has(id) || !('problem' in files.look(fileOf(id))),
    diagnostics: all,
    complete: !all.some(isError),
    into: target,
    prefix: relative(folder, target),
    fileOf,
  }
}

/** The folder may be missing or empty. */
async function recordsIn(search: Workspace['search'], files: Files): Promise<Found> {
  try {
    return await findRecords(search, files)
  } catch (failure) {
    if (failure instanceof UsageError) return { records: [], diagnostics: [] }
    throw failure
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
