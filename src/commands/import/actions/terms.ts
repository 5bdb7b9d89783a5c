import type { Host } from '../../../host/host.ts'
import type { Workspace } from '../../../workspace/workspace.ts'

/** What all rows of a sheet of actions are applied by. */
export type SheetTerms = {
  readonly workspace: Workspace
  readonly host: Host
  /** Whether what is recorded may be changed. */
  readonly isUpdate: boolean
}
