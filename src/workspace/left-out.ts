import { join } from 'node:path/posix'
import { type Diagnostic, diagnose, wholeFile } from '../diagnostics/diagnostic.ts'
import { UsageError } from '../diagnostics/failures.ts'
import type { Files, Host } from '../host/host.ts'
import { isWithin, startOfPattern } from '../host/paths.ts'
import type { Search } from '../records/walk-folder.ts'

/**
 * What a sparse checkout leaves out of the records that a search names: without it a report says less
 * than that of a full clone. Git is asked only where there can be such a checkout.
 */
export async function leftOutDiagnostics(
  search: Search,
  host: Files & Pick<Host, 'git'>,
): Promise<Diagnostic[]> {
  if (!canBeSparse(search.root, host)) return []
  const paths = await leftOutPaths(host)
  const starts = search.paths.filter((path) => path !== '-').map(startOfPattern)
  const missing = paths.filter(
    (path) =>
      /\.ya?ml$/i.test(path) &&
      'problem' in host.look(path) &&
      starts.some((start) => start === '.' || isWithin(path, start)),
  )
  const [example] = missing
  if (example === undefined) return []
  return [diagnose(wholeFile(search.folder), 'left-out', { count: missing.length, example })]
}

/** Git keeps what a sparse checkout has in a file, which for a worktree lies elsewhere. */
function canBeSparse(root: string, files: Files): boolean {
  const git = files.look(join(root, '.git'))
  if (!('kind' in git)) return false
  return git.kind === 'file' || 'kind' in files.look(join(root, '.git/info/sparse-checkout'))
}

async function leftOutPaths(host: Files & Pick<Host, 'git'>): Promise<readonly string[]> {
  const { pathsOf, repositoryOf } = await import('../git/repository.ts')
  const { indexEntries } = await import('../git/index-entries.ts')
  try {
    const repository = repositoryOf(await host.git())
    const { fromHere } = pathsOf(repository, host)
    const entries = indexEntries(repository)
    return entries.filter(({ isLeftOut }) => isLeftOut).map(({ path }) => fromHere(path))
  } catch (failure) {
    if (failure instanceof UsageError) return []
    throw failure
  }
}
