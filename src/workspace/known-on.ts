import type { IsoDate } from '../calendar/day.ts'
import { longDate } from '../calendar/format-date.ts'
import { localDate } from '../calendar/local-day.ts'
import { loadSettings } from '../config/settings.ts'
import { UsageError } from '../diagnostics/failures.ts'
import { gitAt } from '../git/git-at.ts'
import { lastCommitBy } from '../git/main-line.ts'
import { pathsOf, type Repository, repositoryOf } from '../git/repository.ts'
import { type Tree, treeOf } from '../git/tree.ts'
import { treeFiles } from '../git/tree-files.ts'
import type { Host } from '../host/host.ts'
import { mustBeInside, mustBeOurs } from './own-paths.ts'
import { openWorkspace, type WorkspaceOptions } from './workspace.ts'

/** A commit, and the day on which it was made. */
export type DatedCommit = { readonly oid: string; readonly on: IsoDate }

/** The world of a commit: what is read is of it, what is written goes where it always does. */
export type PastHost = { readonly host: Host; readonly commit: DatedCommit }

/**
 * The world as git had it at the end of a day in the configured time zone: records and configuration
 * are those of the last commit of the main line. Throws a UsageError where git knows nothing of that
 * day or of a path, and a WorkError where this clone does not reach back.
 */
export async function hostKnownOn(
  on: IsoDate,
  paths: readonly string[],
  options: WorkspaceOptions,
  host: Host,
): Promise<PastHost> {
  const repository = repositoryOf(await host.git())
  const { timeZone } = loadSettings(options.config, host)
  if (on > host.today(timeZone)) {
    throw new UsageError(`${longDate(on)} has not come yet, and nobody knows what will be known`)
  }
  const { oid, seconds } = lastCommitBy(on, repository, timeZone)
  const tree = treeOf(repository, oid)
  const way = pathsOf(repository, host)
  for (const path of paths) mustBeInside(path, way)
  const then = hostAt(oid, tree, repository, host)
  const { search } = openWorkspace(paths, { ...options, today: on }, then)
  for (const path of search.paths) mustBeOurs(path, [...tree.submodules], way)
  const commit = { oid, on: localDate(seconds, timeZone) }
  if (paths.length === 0 && 'problem' in then.look(search.folder))
    throw noRecordsThen(search.folder, commit)
  return { host: then, commit }
}

/** The folder can well be there today. */
function noRecordsThen(folder: string, { oid, on }: DatedCommit): UsageError {
  const known = `the commit that counts, ${oid.slice(0, 10)} of ${longDate(on)}, has no folder`
  return new UsageError(`there were no records yet: ${known} \`${folder}\`; name a later day`)
}

/** A host that reads the files of a commit, whatever is in the working tree. */
export function hostAt(oid: string, tree: Tree, repository: Repository, host: Host): Host {
  const all = new Set(tree.blobs.keys())
  const { look, list, read } = treeFiles(repository, tree, all, host)
  return { ...host, look, list, read, git: async () => gitAt(await host.git(), oid) }
}

/** Says on standard error which commit a report rests on, so that anybody can check it out. */
export function sayCommit(
  { oid, on }: DatedCommit,
  asked: IsoDate,
  { err }: Pick<Host, 'err'>,
): void {
  err(`As known on ${longDate(asked)}: commit ${oid.slice(0, 10)} of ${longDate(on)}\n`)
}
