import type { ChangeGate } from '../assessment/assessment.ts'
import { type BaseState, changeSince } from '../assessment/change.ts'
import type { Item } from '../assessment/item.ts'
import { loadSettings, type Settings } from '../config/settings.ts'
import { UsageError } from '../diagnostics/failures.ts'
import { changedPaths } from '../git/changed-paths.ts'
import { baseOf } from '../git/commits.ts'
import { type Paths, pathsOf, type Repository, repositoryOf } from '../git/repository.ts'
import { treeOf } from '../git/tree.ts'
import { treeFiles } from '../git/tree-files.ts'
import type { Files, Host } from '../host/host.ts'
import { findRecords } from '../records/find.ts'
import { type AssessOptions, assessAll, type Present, type Source } from './assess-workspace.ts'
import type { AssessmentBasis } from './read-records.ts'
import type { RecordResult } from './record-result.ts'
import { type Scope, type Workspace, workspaceWith } from './workspace.ts'

/** The records as they were where a change began, as at the same day, and the change itself. */
export type BaseWorkspace = BaseState & {
  readonly repository: Repository
  /** How the records were read: from the files of the commit, by the settings of that time. */
  readonly workspace: Workspace
  readonly files: Files
  /** The paths from the top of the repository that the change has to do with. */
  readonly changed: ReadonlySet<string>
}

/** What the change since a commit answers for; see `baseState` for what is thrown. */
export function gateSince(
  base: string,
  { config, failOn = 'overdue' }: Pick<AssessOptions, 'config' | 'failOn'>,
  host: Host,
): (now: Present) => Promise<ChangeGate> {
  return async (now) => changeSince(await baseState(base, now, config, host), now, failOn)
}

/**
 * The records as they were where the change since a commit began. Throws a UsageError where git does
 * not know, with what would help it.
 */
export async function baseState(
  name: string,
  now: Present,
  config: string | undefined,
  host: Host,
): Promise<BaseWorkspace> {
  const repository = repositoryOf(await host.git())
  const { mergeBase } = baseOf(name, repository)
  const tree = treeOf(repository, mergeBase)
  const changed = changedPaths(repository, tree, host)
  const paths = pathsOf(repository, host)
  for (const path of now.paths) mustBeInside(path, paths)
  const files = treeFiles(repository, tree, changed, host)
  const workspace = workspaceAt(files, now, config)
  const search = { ...workspace.search, paths: await pathsThere(workspace.search, files) }
  const isTouched = toucher(changed, paths, host)
  const known = unchangedResults(now, workspace, isTouched)
  const { items, diagnostics } = await assessAll(
    search,
    workspace.basis,
    sourceOf(files, host),
    known,
  )
  const recounted = await recountedItems(
    search,
    workspace.basis,
    now.workspace,
    sourceOf(files, host),
  )
  return {
    base: name,
    mergeBase,
    items,
    ...(recounted ? { recounted } : {}),
    diagnostics,
    isTouched,
    repository,
    workspace: { ...workspace, search },
    files,
    changed,
  }
}

/** The items of the base by the bank holidays of now; undefined where these have not changed. */
async function recountedItems(
  search: Scope,
  basis: AssessmentBasis,
  { basis: { bankHolidayLists } }: Workspace,
  source: Source,
): Promise<readonly Item[] | undefined> {
  if (JSON.stringify(bankHolidayLists) === JSON.stringify(basis.bankHolidayLists)) return undefined
  return (await assessAll(search, { ...basis, bankHolidayLists }, source)).items
}

/** The workspace by the settings of the base; a margin that the user asked for holds for both. */
function workspaceAt(files: Files, now: Present, config: string | undefined): Workspace {
  const { today, basis } = now.workspace
  const then = workspaceWith(now.paths, settingsIn(files, config, now.workspace), today)
  const { all } = basis.margins
  const margins = { ...then.basis.margins, ...(all === undefined ? {} : { all }) }
  return { ...then, basis: { ...then.basis, margins } }
}

/** The results that are the same in the base: of untouched files, assessed by the same things. */
function unchangedResults(
  { workspace, results }: Present,
  then: Workspace,
  isTouched: (file: string) => boolean,
): ReadonlyMap<string, RecordResult> {
  const sameOf = ({ basis, search }: Workspace) => JSON.stringify([basis, search.folder])
  if (sameOf(workspace) !== sameOf(then)) return new Map()
  const same = results.filter(({ isRead, file }) => isRead && !isTouched(file.file))
  return new Map(same.map((result) => [result.file.file, result]))
}

function mustBeInside(path: string, { fromTop }: Paths): void {
  if (path === '-')
    throw new UsageError('a record on standard input has no history to compare with')
  // A pattern begins with a path.
  if (fromTop(path.split(/[*?[{]/, 1)[0] || '.') !== undefined) return
  throw new UsageError(`\`${path}\` lies outside of the repository, which knows nothing of it`)
}

/** The settings as they were. Where they could not be used, those of today do. */
function settingsIn(files: Files, config: string | undefined, { settings }: Workspace): Settings {
  const isNew = config !== undefined && 'problem' in files.look(config)
  try {
    return loadSettings(isNew ? undefined : config, files)
  } catch (failure) {
    if (failure instanceof UsageError) return settings
    throw failure
  }
}

/** Of the paths to look at, those at which there were records. */
async function pathsThere(search: Scope, files: Files): Promise<string[]> {
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

/** The past has files of its own, but no threads and no input. */
function sourceOf(files: Files, { startThread, git }: Host): Source {
  return {
    ...files,
    readInput: async () => ({ problem: { kind: 'missing' } }),
    threads: 1,
    startThread,
    progress: () => undefined,
    git,
  }
}

/** Whether a change has to do with a file, under the path that it has or the one where it really is. */
function toucher(changed: ReadonlySet<string>, paths: Paths, files: Files) {
  const real = (file: string) => {
    const looked = files.look(file)
    return 'realPath' in looked ? [looked.realPath] : []
  }
  return (file: string) =>
    [file, ...real(file)].some((path) => changed.has(paths.fromTop(path) ?? ''))
}
