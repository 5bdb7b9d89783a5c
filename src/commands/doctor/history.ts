import type { Settings } from '../../config/settings.ts'
import { UsageError } from '../../diagnostics/failures.ts'
import { changedPaths } from '../../git/changed-paths.ts'
import { lastCommitDay, lastTouched, touchesBelow } from '../../git/last-touched.ts'
import { pathsOf, type Repository, repositoryOf } from '../../git/repository.ts'
import { treeOf } from '../../git/tree.ts'
import type { Files, Host } from '../../host/host.ts'
import type { LastTouched } from './records.ts'
import type { LastCommit } from './repository.ts'

/** Facts of the git history, or a sentence why they are not known. */
export type History = {
  readonly lastTouched: LastTouched | string
  readonly lastCommit: LastCommit | string
}

export async function historyOf(settings: Settings, host: Host): Promise<History> {
  try {
    const repository = repositoryOf(await host.git())
    return {
      lastCommit: { on: lastCommitDay(repository, settings.timeZone) },
      lastTouched: repository.isShallow ? SHALLOW : touchedBy(repository, settings, host),
    }
  } catch (failure) {
    if (!(failure instanceof UsageError)) throw failure
    const why = `The git history cannot be read: ${failure.message}.`
    return { lastTouched: why, lastCommit: why }
  }
}

const SHALLOW =
  'This is a shallow clone: fetch the full history (`fetch-depth: 0`) to see when records were last changed.'

/** No day for files with uncommitted changes: they are being worked on. */
function touchedBy(repository: Repository, settings: Settings, files: Files): LastTouched {
  const touches = touchesBelow(repository, [settings.records])
  const changed = changedPaths(repository, treeOf(repository, 'HEAD'), files)
  const { fromTop } = pathsOf(repository, files)
  return (path) => {
    const at = fromTop(path)
    const touched = at === undefined || changed.has(at) ? undefined : touches.get(at)
    return touched && lastTouched(touched, settings.timeZone)
  }
}
