import { UsageError } from '../diagnostics/failures.ts'
import type { Files } from '../host/host.ts'
import { takeFromWorkspace } from './take-from-records.ts'
import type { Workspace } from './workspace.ts'

/** All records of a workspace, for what is to stand beside them. The folder may be missing or empty. */
export async function knownRecords(workspace: Workspace, files: Files) {
  try {
    return await takeFromWorkspace(workspace, files, ({ reading: { id, file, record } }) =>
      record ? [{ id, file, record }] : [],
    )
  } catch (failure) {
    if (failure instanceof UsageError) return { records: [], taken: [], diagnostics: [] }
    throw failure
  }
}
