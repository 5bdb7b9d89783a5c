import type { Item } from '../assessment/item.ts'
import { type RecordFacts, recordFacts } from '../assessment/record-facts.ts'
import { isoOf } from '../calendar/day.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { applyIgnores } from '../diagnostics/ignores.ts'
import type { Files, Host } from '../host/host.ts'
import { type Evidence, evidenceOf } from '../records/evidence.ts'
import { type Link, linkOf } from '../records/links.ts'
import type { Found } from '../records/walk-folder.ts'
import { evidenceDiagnostics } from './evidence.ts'
import { leftOutDiagnostics } from './left-out.ts'
import { linkDiagnostics } from './links.ts'
import { type KeptRecord, type ReadRecord, readRecords, recordsIn } from './read-records.ts'
import type { Workspace } from './workspace.ts'

/** What the state of all records is made of: the items of one, and what binds it to others. */
export type RecordParts = {
  /** Undefined where the record cannot be trusted. */
  readonly facts: RecordFacts | undefined
  readonly items: readonly Item[]
  readonly link: Link | undefined
  readonly evidence: readonly Evidence[]
}

/** The items of records, and all that there is to report on their files. */
export type RecordsState = {
  readonly records: number
  /** Of the records that could be read. */
  readonly facts: readonly RecordFacts[]
  readonly items: readonly Item[]
  readonly diagnostics: readonly Diagnostic[]
  /** How many diagnostics were ignored because a comment in the file says so. */
  readonly ignored: number
}

/** What is kept of a record, apart from its text. */
export function recordParts({ reading, items }: ReadRecord, { today }: Workspace): RecordParts {
  const date = isoOf(today)
  return {
    facts: recordFacts(reading, date),
    items,
    link: linkOf(reading),
    evidence: evidenceOf(reading, date),
  }
}

/** The state of the records of a workspace, as all who ask only for items and faults see it. */
export async function readState(workspace: Workspace, host: Host): Promise<RecordsState> {
  const found = await recordsIn(workspace, host)
  const read = readRecords(found, workspace, recordParts, { progress: host.progress })
  return stateOf(read, found, workspace, host)
}

/** The state of records that were read: with the faults between them, and without what is ignored. */
export async function stateOf(
  read: readonly KeptRecord<RecordParts>[],
  found: Found,
  { search, settings, today }: Workspace,
  source: Files & Pick<Host, 'git'>,
): Promise<RecordsState> {
  const parts = read.flatMap(({ kept }) => kept ?? [])
  const links = parts.flatMap(({ link }) => link ?? [])
  const evidence = parts.flatMap((one) => one.evidence)
  const ids = found.records.map(({ id }) => id)
  const archive = { root: search.root, timeZone: settings.timeZone, today }
  const all = [
    ...found.diagnostics,
    ...(await leftOutDiagnostics(search, source)),
    ...read.flatMap(({ diagnostics }) => diagnostics),
    ...linkDiagnostics(links, ids, search.folder, source),
    ...(await evidenceDiagnostics(evidence, archive, source)),
  ]
  const { shown, ignored } = applyIgnores(
    all,
    read.flatMap(({ ignores }) => ignores),
  )
  const items = parts.flatMap((one) => one.items)
  const facts = parts.flatMap((one) => one.facts ?? [])
  return { records: ids.length, facts, items, diagnostics: shown, ignored }
}
