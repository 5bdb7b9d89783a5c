import type { Settings } from '../../config/settings.ts'
import { UsageError } from '../../diagnostics/failures.ts'
import { changedPaths } from '../../git/changed-paths.ts'
import { lastCommitDay, lastTouched } from '../../git/last-touched.ts'
import { pathsOf, type Repository, repositoryOf } from '../../git/repository.ts'
import { treeOf } from '../../git/tree.ts'
import type { Files, Host } from '../../host/host.ts'
import type { LastTouched } from './records.ts'
import type { LastCommit } from './repository.ts'

/** What the history of the repository tells; where it does not, a sentence says why. */
export type History = {
  readonly lastTouched: LastTouched | string
  readonly lastCommit: LastCommit | string
}

/** The history of the repository in which the records lie. */
export async function historyOf(settings: Settings, host: Host): Promise<History> {
  try {
    const repository = repositoryOf(await host.git())
    return {
      lastCommit: { on: lastCommitDay(repository, settings.timeZone) },
      lastTouched: repository.isShallow ? SHALLOW : touchedBy(repository, settings, host),
    }
  } catch (failure) {
    if (!(failure instanceof UsageError)) throw failure
    const why = `The history cannot be asked: ${failure.message}.`
    return { lastTouched: why, lastCommit: why }
  }
}

const SHALLOW =
  'This clone has the newest commits only: fetch all (`fetch-depth: 0`) to know when a record was touched.'

/** What is changed and not committed yet is being worked on, so no day is told of it. */
function touchedBy(repository: Repository, settings: Settings, files: Files): LastTouched {
  const days = lastTouched(repository, settings.records, settings.timeZone)
  const changed = changedPaths(repository, treeOf(repository, 'HEAD'), files)
  const { fromTop } = pathsOf(repository, files)
  return (path) => {
    const at = fromTop(path)
    return at === undefined || changed.has(at) ? undefined : days.get(at)
  }
}
