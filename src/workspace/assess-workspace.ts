import {
  type Assessment,
  assemble,
  type ChangeGate,
  type FailOn,
} from '../assessment/assessment.ts'
import { horizonWarnings } from '../assessment/horizon.ts'
import type { Item } from '../assessment/item.ts'
import { type BankHolidays, bankHolidays } from '../calendar/bank-holidays.ts'
import { isoOf } from '../calendar/day.ts'
import { divisionsOf } from '../calendar/division.ts'
import type { Settings } from '../config/settings.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { UsageError } from '../diagnostics/failures.ts'
import { applyIgnores } from '../diagnostics/ignores.ts'
import { didYouMeanOr } from '../diagnostics/suggest.ts'
import { stageIds } from '../frameworks/framework.ts'
import type { Files, Host } from '../host/host.ts'
import { findRecords } from '../records/find.ts'
import type { RecordFile } from '../records/read-record.ts'
import { evidenceDiagnostics } from './evidence.ts'
import { type Filters, isMeant } from './filters.ts'
import { assessRecords, type Threads } from './in-threads.ts'
import { linkDiagnostics } from './links.ts'
import { type AssessmentBasis, assessText, contextOf, INPUT, MAX_BYTES } from './read-records.ts'
import { type RecordResult, resultOf } from './record-result.ts'
import { openWorkspace, type Scope, type Workspace, type WorkspaceOptions } from './workspace.ts'

/** The options that decide where the items stand, and of which a report speaks. */
export type AssessOptions = WorkspaceOptions &
  Filters & {
    readonly failOn?: FailOn
    /** Working days left at which an item is at risk, for all items. */
    readonly atRiskWithin?: number
  }

/** What is there now, for a gate that judges only a change to it. */
export type Present = Pick<AssessedRecords, 'items' | 'diagnostics' | 'results'> & {
  readonly workspace: Workspace
  /** As the user named them; none for the folder of records. */
  readonly paths: readonly string[]
}

/**
 * The assessment of the records at some paths, or of all: the items that the filters mean. Says so
 * to the user if they mean none. Throws a UsageError for a name in a filter that nothing has, and
 * for a path that matches nothing. With `gateOf` only a change can fail the run.
 */
export async function assessWorkspace(
  paths: readonly string[],
  options: AssessOptions,
  host: Host,
  gateOf?: (now: Present) => Promise<ChangeGate>,
): Promise<{ readonly assessment: Assessment; readonly settings: Settings }> {
  const workspace = withMargin(openWorkspace(paths, options, host), options)
  const { settings, today, search, basis } = workspace
  mustNameKnown(options, settings)

  const assessed = await assessAll(search, basis, host)
  const items = assessed.items.filter((item) => isMeant(item, options))
  if (items.length === 0 && assessed.items.length > 0) host.err('No item passes the filters.\n')

  const calendars = calendarsOf(items, settings)
  const calendarOf = (id: string) => settings.frameworks.get(id)?.calendar
  const warnings = horizonWarnings(items, calendars, calendarOf)
  const diagnostics = [...assessed.diagnostics, ...warnings]

  const { failOn = 'overdue' } = options
  const now = { ...assessed, items, diagnostics, workspace, paths }
  const gate = await gateOf?.(now)
  const day = { today: isoOf(today), timeZone: settings.timeZone }
  const assessment = assemble({ ...assessed, ...day, items, diagnostics, calendars }, failOn, gate)
  return { assessment, settings }
}

/** What came of all records that a search names. */
export type AssessedRecords = {
  /** How many records there are, sound or not. */
  readonly records: number
  readonly items: readonly Item[]
  /** All that is to be said of the files, but for what comments in them ignore. */
  readonly diagnostics: readonly Diagnostic[]
  /** How many diagnostics were ignored because a comment in the file says so. */
  readonly ignored: number
  readonly results: readonly RecordResult[]
}

/** What assessing needs of the outside world: the files as they are, or those of a commit. */
export type Source = Files & Threads & Pick<Host, 'readInput' | 'git'>

/**
 * Finds, reads and assesses the records that a search names, and holds them against each other. The
 * path `-` stands for a record on standard input. `known` are results for files that need not be read
 * again. Throws a UsageError for a path that matches nothing.
 */
export async function assessAll(
  search: Scope,
  basis: AssessmentBasis,
  host: Source,
  known: ReadonlyMap<string, RecordResult> = new Map(),
): Promise<AssessedRecords> {
  const paths = search.paths.filter((path) => path !== '-')
  const found = await findRecords({ ...search, paths }, host)
  const input = paths.length < search.paths.length ? [await inputResult(basis, host)] : []
  const isKnown = ({ file }: RecordFile) => known.has(file)
  const results = [
    ...input,
    ...found.records.flatMap(({ file }) => known.get(file) ?? []),
    ...(await assessRecords(
      found.records.filter((one) => !isKnown(one)),
      basis,
      host,
    )),
  ]
  const ids = [...input.map(({ file }) => file), ...found.records].map(({ id }) => id)
  const links = results.flatMap(({ link }) => link ?? [])
  const evidence = results.flatMap((result) => result.evidence)
  const all = [
    ...found.diagnostics,
    ...results.flatMap(({ diagnostics }) => diagnostics),
    ...linkDiagnostics(links, ids, search.folder, host),
    ...(await evidenceDiagnostics(evidence, { ...search, today: basis.today }, host)),
  ]
  const { shown, ignored } = applyIgnores(
    all,
    results.flatMap(({ ignores }) => ignores),
  )
  const items = results.flatMap((result) => result.items)
  return { records: ids.length, items, diagnostics: shown, ignored, results }
}

async function inputResult(basis: AssessmentBasis, host: Source): Promise<RecordResult> {
  const content = await host.readInput(MAX_BYTES)
  return resultOf(assessText(content, INPUT, basis), contextOf(basis))
}

/** The margin that the user asked for goes before those of the settings. */
function withMargin(workspace: Workspace, { atRiskWithin }: AssessOptions): Workspace {
  if (atRiskWithin === undefined) return workspace
  const margins = { ...workspace.basis.margins, all: atRiskWithin }
  return { ...workspace, basis: { ...workspace.basis, margins } }
}

/** A filter by a name that nothing has would only ever find nothing. */
function mustNameKnown({ framework = [], stage = [] }: Filters, { frameworks }: Settings): void {
  const stages = new Set([...frameworks.values()].flatMap(stageIds))
  for (const id of framework) mustBeKnown(id, [...frameworks.keys()], 'framework')
  for (const id of stage) mustBeKnown(id, [...stages], 'stage')
}

function mustBeKnown(id: string, known: readonly string[], what: string): void {
  if (known.includes(id)) return
  throw new UsageError(`there is no ${what} \`${id}\`: ${didYouMeanOr(id, known)}`)
}

/** The calendars by which items were counted. */
function calendarsOf(items: readonly Item[], settings: Settings): BankHolidays[] {
  const ids = new Set(items.map(({ framework }) => framework))
  const used = [...settings.frameworks.values()].filter(({ id }) => ids.has(id))
  const divisions = new Set(used.flatMap(({ calendar }) => divisionsOf(calendar)))
  return [...divisions].sort().map((division) => bankHolidays(division, settings.bankHolidayLists))
}
