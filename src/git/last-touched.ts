import type { IsoDate } from '../calendar/day.ts'
import { localDate } from '../calendar/local-day.ts'
import { UsageError } from '../diagnostics/failures.ts'
import { hasNoCommit } from './first-days.ts'
import { entriesOf, mustAnswer, type Repository, textOf } from './repository.ts'

/** How often a file was changed, and when last, in seconds since the beginning of 1970. */
export type Touches = { readonly commits: number; readonly lastSeconds: number }

/**
 * The commits that changed the files below some folders, counted, by the paths of the files from the
 * top. Throws a UsageError where there is no history.
 */
export function touchesBelow(
  { git }: Repository,
  folders: readonly string[],
): ReadonlyMap<string, Touches> {
  const touches = new Map<string, Touches>()
  if (folders.length === 0) return touches
  let seconds = 0
  for (const entry of entriesOf(mustAnswer(git, [...LOG, ...folders]))) {
    const text = entry.replace(/^\n/, '')
    if (text.startsWith(COMMIT)) seconds = Number(text.slice(1))
    else {
      // The newest commit comes first.
      const { commits, lastSeconds } = touches.get(text) ?? { commits: 0, lastSeconds: seconds }
      touches.set(text, { commits: commits + 1, lastSeconds })
    }
  }
  return touches
}

/** The day on which a file was last changed. */
export function lastTouched({ lastSeconds }: Touches, timeZone: string): IsoDate {
  return localDate(lastSeconds, timeZone)
}

const COMMIT = '\u0001'

const LOG = [
  'log',
  '-z',
  '--name-only',
  '--no-renames',
  '--no-ext-diff',
  '--no-textconv',
  '-O/dev/null',
  '--format=%x01%ct',
  'HEAD',
  '--',
]

/** The day of the last commit on any branch. Throws a UsageError where there is none. */
export function lastCommitDay({ git }: Repository, timeZone: string): IsoDate {
  if (hasNoCommit(git)) throw new UsageError('there is no commit yet')
  const newest = ['log', '-1', '--branches', '--remotes', '--format=%ct', 'HEAD']
  return localDate(Number(textOf(mustAnswer(git, newest)).trim()), timeZone)
}
