import type { BaseState } from '../assessment/base-state.ts'
import type { Item } from '../assessment/item.ts'
import { CONFIG_NAMES } from '../config/config.ts'
import { loadSettings, type Settings } from '../config/settings.ts'
import { UsageError } from '../diagnostics/failures.ts'
import { changedPaths } from '../git/changed-paths.ts'
import { baseOf } from '../git/commits.ts'
import { submodulesNow } from '../git/index-entries.ts'
import { type Paths, pathsOf, type Repository, repositoryOf } from '../git/repository.ts'
import { treeOf } from '../git/tree.ts'
import { treeFiles } from '../git/tree-files.ts'
import type { Files, Host } from '../host/host.ts'
import { findRecords } from '../records/find.ts'
import type { RecordFile } from '../records/read-record.ts'
import { goneElsewhere } from './gone-elsewhere.ts'
import { mustBeInside, mustBeOurs } from './own-paths.ts'
import {
  contentIn,
  type FoundRecords,
  type Keep,
  type KeptRecord,
  readRecords,
} from './read-records.ts'
import { type RecordParts, recordParts, stateOf } from './records-state.ts'
import { type Workspace, workspaceOf } from './workspace.ts'

/** The commit where a change began, and the workspace as it was there: its files, its settings. */
export type BaseWorkspace = {
  readonly name: string
  readonly mergeBase: string
  readonly repository: Repository
  readonly paths: Paths
  /** The paths from the top of the repository that the change has to do with. */
  readonly changed: ReadonlySet<string>
  readonly files: Files
  /** As at the same day. */
  readonly workspace: Workspace
  /** The files of the settings, where the change touches them and they could not be used before. */
  readonly unreadSettings: readonly string[]
}

/** A workspace, and what was kept of its records. */
type ReadWorkspace<T> = {
  readonly workspace: Workspace
  readonly read: readonly KeptRecord<T>[]
}

/**
 * The workspace as it was where the change since a commit began. Throws a UsageError where git does
 * not know, with what would help it.
 */
export async function openBase(name: string, now: Workspace, host: Host): Promise<BaseWorkspace> {
  const repository = repositoryOf(await host.git())
  const { mergeBase } = baseOf(name, repository)
  const tree = treeOf(repository, mergeBase)
  const changed = changedPaths(repository, tree, host)
  const paths = pathsOf(repository, host)
  const { today, asked } = now
  for (const path of asked.paths) mustBeInside(path, paths)
  const submodules = [...tree.submodules, ...submodulesNow(repository)]
  for (const path of now.search.paths) mustBeOurs(path, submodules, paths)
  const files = treeFiles(repository, tree, changed, host)
  const settings = settingsIn(files, now)
  const workspace = workspaceOf(asked.paths, settings ?? now.settings, today, asked.options)
  const isTouched = toucher({ changed, paths }, host)
  const own = new Set([...CONFIG_NAMES, ...now.settings.files])
  const unreadSettings = settings ? [] : [...own].filter(isTouched)
  return { name, mergeBase, repository, paths, changed, files, workspace, unreadSettings }
}

/**
 * The records as they were before a change. Those that the change has nothing to do with are taken
 * from what was read `now`.
 */
export async function readBase<T extends RecordParts>(
  base: BaseWorkspace,
  now: ReadWorkspace<T>,
  keep: Keep<T>,
  host: Pick<Host, 'git' | 'look'>,
): Promise<ReadWorkspace<T> & { readonly state: BaseState }> {
  const { name, mergeBase, files, workspace, unreadSettings } = base
  const paths = await pathsThere(workspace.search, files)
  const there = await findRecords({ ...workspace.search, paths }, files)
  const found = { ...there, content: contentIn(files) }
  const read = readRecords(found, workspace, keep, { known: knownIn(base, now, host) })
  const others = goneElsewhere(base, there.records, host)
  const gone = readRecords({ records: others, content: found.content }, workspace, keep)
  const source = { ...files, git: host.git }
  const { items: known, diagnostics } = await stateOf(read, found, workspace, source)
  const items = [...known, ...gone.flatMap(({ kept }) => kept?.items ?? [])]
  const all = { ...found, records: [...found.records, ...others] }
  const recounted = recountedItems(all, workspace, now.workspace)
  const isTouched = toucher(base, host)
  const elsewhere = new Set(others.map(({ file }) => file))
  const compared = { base: name, mergeBase, unreadSettings, isTouched }
  const state = { ...compared, items, elsewhere, diagnostics }
  const readThen = [...read, ...gone]
  return { workspace, read: readThen, state: recounted ? { ...state, recounted } : state }
}

/** What is known of a record that is the same file. */
function knownIn<T>(
  base: BaseWorkspace,
  now: ReadWorkspace<T>,
  host: Pick<Host, 'look'>,
): (record: RecordFile) => KeptRecord<T> | undefined {
  const isSame = samenessSince(base, now.workspace, host)
  const byFile = new Map(now.read.map((one) => [one.file.file, one]))
  return ({ file }) => {
    const one = byFile.get(file)
    return one?.kept !== undefined && isSame(file) ? one : undefined
  }
}

/** The items of the base by the bank holidays of now; undefined where these have not changed. */
function recountedItems(
  found: FoundRecords,
  { asked, settings, today }: Workspace,
  { settings: { bankHolidayLists } }: Workspace,
): readonly Item[] | undefined {
  if (JSON.stringify(bankHolidayLists) === JSON.stringify(settings.bankHolidayLists))
    return undefined
  const counted = workspaceOf(asked.paths, { ...settings, bankHolidayLists }, today, asked.options)
  return readRecords(found, counted, recordParts).flatMap(({ kept }) => kept?.items ?? [])
}

/** The settings as they were; undefined where they could not be used. */
export function settingsIn(files: Files, { asked }: Workspace): Settings | undefined {
  const { config } = asked.options
  const isNew = config !== undefined && 'problem' in files.look(config)
  try {
    return loadSettings(isNew ? undefined : config, files)
  } catch (failure) {
    if (failure instanceof UsageError) return undefined
    throw failure
  }
}

/** Of the paths to look at, those at which there were records. */
async function pathsThere(search: Workspace['search'], files: Files): Promise<string[]> {
  const there: string[] = []
  for (const path of search.paths) {
    try {
      await findRecords({ ...search, paths: [path] }, files)
      there.push(path)
    } catch (failure) {
      if (!(failure instanceof UsageError)) throw failure
    }
  }
  return there
}

/**
 * Whether a file is the same as at the base, under the same settings: then whatever was made of its
 * record is the same too.
 */
export function samenessSince(
  { files, paths, changed, workspace }: BaseWorkspace,
  now: Workspace,
  host: Pick<Host, 'look'>,
): (file: string) => boolean {
  const isOnSameGrounds = groundsOf(workspace) === groundsOf(now)
  return (file) => {
    const before = realPathOf(file, files)
    const path = before === undefined ? undefined : paths.fromTop(before)
    const isThere = path !== undefined && before === realPathOf(file, host)
    return isOnSameGrounds && isThere && !changed.has(path)
  }
}

/** All of the settings on which the assessment of a record rests, as a text to compare. */
function groundsOf({ settings, context, search }: Workspace): string {
  const { margins, backPlan, frameworks } = context
  const { bankHolidayLists } = settings
  return JSON.stringify([search.folder, margins, backPlan, [...frameworks], bankHolidayLists])
}

/**
 * Whether a change has to do with a file, under the path that it has or the one where it really is, or
 * with a link on the way to it.
 */
function toucher(
  { changed, paths }: Pick<BaseWorkspace, 'changed' | 'paths'>,
  files: Pick<Files, 'look'>,
): (file: string) => boolean {
  const isChanged = (path: string) => changed.has(path)
  return (file) =>
    [file, realPathOf(file, files) ?? file].some((path) =>
      pathsTo(paths.fromTop(path) ?? '').some(isChanged),
    )
}

/** A path with the folders on the way to it. */
function pathsTo(path: string): readonly string[] {
  const parts = path.split('/')
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
}

function realPathOf(file: string, files: Pick<Files, 'look'>): string | undefined {
  const looked = files.look(file)
  return 'realPath' in looked ? looked.realPath : undefined
}
