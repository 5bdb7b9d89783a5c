import type { Settings } from '../config/settings.ts'
import type { Host } from '../host.ts'
import type { LastTouched } from '../upkeep/records.ts'
import type { LastCommit } from '../upkeep/repository.ts'

/** What the history of the repository tells; where there is none to ask, a sentence says why. */
export type History = {
  readonly lastTouched: LastTouched | string
  readonly lastCommit: LastCommit | string
}

/** The history of the repository in which the records lie. */
export function historyOf(_settings: Settings, _host: Host): History {
  const why = 'There is no history of a repository to ask.'
  return { lastTouched: why, lastCommit: why }
}
