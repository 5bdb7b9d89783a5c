import type { Host } from '../../host/host.ts'
import { editedRecord } from '../../records/edited-record.ts'
import { type Modeline, modelineFor } from '../../workspace/modeline.ts'
import { MAX_BYTES } from '../../workspace/read-records.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import type { Existing } from './existing.ts'
import { type NewTerms, newText } from './new-text.ts'
import type { Mapping } from './rows/mapping.ts'
import { type Filled, type Plan, type PlannedRow, rejectedRow } from './rows/plan.ts'

export type ImportFile = {
  readonly file: string
  readonly text: string
  /** The text that it has now; null for a new file. */
  readonly before: string | null
}

/** The files to write, and the outcome of each row by whether its file could be made. */
export type Prepared = {
  readonly files: readonly ImportFile[]
  /** Where to write the schema that new records name; null where there is one. */
  readonly schemaFile: string | null
  readonly rows: readonly PlannedRow[]
  /** Remarks on records, by id. */
  readonly remarks: ReadonlyMap<string, readonly string[]>
  /** The number of stages closed because their due day is past. */
  readonly closed: number
}

export type Making = {
  readonly mapping: Mapping
  readonly existing: Existing
  readonly workspace: Workspace
  readonly keepOpen: boolean
}

type Ready = { readonly id: string } & (
  | (ImportFile & { readonly remarks: readonly string[]; readonly closed: number })
  | { readonly why: string }
)

/** The files of a plan, each proven by reading it back. */
export function prepareFiles(plan: Plan, making: Making, host: Host): Prepared {
  const { existing, workspace } = making
  const known = existing.known.map(({ id }) => existing.fileOf(id))
  const modeline = modelineFor(known, workspace.settings.root, host)
  const ready = readyFiles(plan, making, modeline, host)
  const failed = new Map(ready.flatMap((one) => ('why' in one ? [[one.id, one.why] as const] : [])))
  const sound = ready.flatMap((one) => ('why' in one ? [] : [one]))
  return {
    files: sound,
    schemaFile: sound.some(({ before }) => before === null) ? modeline.missing : null,
    rows: plan.rows.map((row) => refusedIf(row, failed)),
    remarks: new Map(sound.map(({ id, remarks }) => [id, remarks])),
    closed: sound.reduce((sum, { closed }) => sum + closed, 0),
  }
}

function readyFiles(plan: Plan, making: Making, modeline: Modeline, host: Host): readonly Ready[] {
  const { mapping, existing, workspace, keepOpen } = making
  const newTerms: NewTerms = {
    mapping,
    keepOpen,
    context: workspace.context,
    stagesOf: workspace.stagesOf,
  }
  const total = plan.made.length + plan.filled.length
  const made = plan.made.map((one, index): Ready => {
    host.progress(index, total)
    const file = existing.fileOf(one.id)
    const text = newText(one, file, modeline.of(file), newTerms)
    return { id: one.id, file, before: null, ...text }
  })
  const filled = plan.filled.map((one, index) => {
    host.progress(plan.made.length + index, total)
    return filledFile(one, existing, newTerms, host)
  })
  if (total > 0) host.progress(total, total)
  return [...made, ...filled]
}

/** An existing record with its gaps filled, every other byte unchanged. */
function filledFile(
  { id, additions }: Filled,
  { fileOf }: Existing,
  { stagesOf }: NewTerms,
  host: Host,
): Ready {
  const file = fileOf(id)
  const content = host.read(file, MAX_BYTES)
  if ('problem' in content) return { id, why: 'its record can no longer be read' }
  const edited = editedRecord(content.text, { file, id }, additions, stagesOf)
  if ('text' in edited) {
    return { id, file, text: edited.text, before: content.text, remarks: [], closed: 0 }
  }
  const why = 'obstacle' in edited ? edited.obstacle.because : edited.diagnostics[0]?.message
  return { id, why: `its record cannot be filled: ${why}` }
}

function refusedIf(row: PlannedRow, failed: ReadonlyMap<string, string>): PlannedRow {
  if ('why' in row || row.kind === 'unchanged') return row
  const why = failed.get(row.id)
  return why === undefined ? row : rejectedRow(row.draft, why)
}
