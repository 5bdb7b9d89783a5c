import type { Before } from '../assessment/change.ts'
import type { Margins } from '../assessment/margins.ts'
import { loadSettings, type Settings } from '../config/settings.ts'
import { UsageError } from '../diagnostics/failures.ts'
import { changedPaths } from '../git/changed-paths.ts'
import { baseOf } from '../git/commits.ts'
import { type Paths, pathsOf, type Repository, repositoryOf } from '../git/repository.ts'
import { treeFiles } from '../git/tree-files.ts'
import type { Files, Host } from '../host/host.ts'
import { findRecords } from '../records/find.ts'
import { gather, type Source } from './gather.ts'
import { type Inputs, inputsOf } from './inputs.ts'

/** The records as they were before a change, as at the same day, and the change itself. */
export type Past = Before & {
  readonly repository: Repository
  /** How the records were read: from the files of the commit, by the settings of that time. */
  readonly inputs: Inputs
  readonly files: Files
  /** The paths from the top of the repository that the change has to do with. */
  readonly changed: ReadonlySet<string>
}

/** What is read now, and how. */
export type Present = Pick<Inputs, 'settings' | 'today'> & {
  /** As the user named them; none for the folder of records. */
  readonly paths: readonly string[]
  readonly config: string | undefined
  readonly margins?: Pick<Margins, 'all'>
}

/**
 * The records as they were where the change since a commit began. Throws a UsageError where git does
 * not know, with what would help it.
 */
export async function pastOf(name: string, present: Present, host: Host): Promise<Past> {
  const repository = repositoryOf(await host.git())
  const { mergeBase } = baseOf(name, repository)
  const changed = changedPaths(repository, mergeBase)
  const paths = pathsOf(repository, host)
  for (const path of present.paths) mustBeInside(path, paths)
  const files = treeFiles(repository, mergeBase, changed, host)
  const settings = settingsIn(files, present)
  const inputs = inputsOf(present.paths, settings, present.today)
  const search = { ...inputs.search, paths: await pathsThere(inputs.search, files) }
  const margins = { ...inputs.terms.margins, ...present.margins }
  const terms = { ...inputs.terms, margins }
  const { items, diagnostics } = await gather(search, terms, sourceOf(files, host))
  const { bankHolidayLists } = present.settings
  const isRecounted = JSON.stringify(bankHolidayLists) !== JSON.stringify(settings.bankHolidayLists)
  const recounted =
    isRecounted && (await gather(search, { ...terms, bankHolidayLists }, sourceOf(files, host)))
  return {
    base: name,
    mergeBase,
    items,
    ...(recounted ? { recounted: recounted.items } : {}),
    diagnostics,
    isTouched: toucher(changed, paths, host),
    repository,
    inputs: { ...inputs, terms, search },
    files,
    changed,
  }
}

function mustBeInside(path: string, { fromTop }: Paths): void {
  if (path === '-')
    throw new UsageError('a record on standard input has no history to compare with')
  // A pattern begins with a path.
  if (fromTop(path.split(/[*?[{]/, 1)[0] || '.') !== undefined) return
  throw new UsageError(`\`${path}\` lies outside of the repository, which knows nothing of it`)
}

/** The settings as they were. Where they could not be used, those of today do. */
function settingsIn(files: Files, { config, settings }: Present): Settings {
  const isNew = config !== undefined && 'problem' in files.look(config)
  try {
    return loadSettings(isNew ? undefined : config, files)
  } catch (failure) {
    if (failure instanceof UsageError) return settings
    throw failure
  }
}

/** Of the paths to look at, those at which there were records. */
async function pathsThere(search: Inputs['search'], files: Files): Promise<string[]> {
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
