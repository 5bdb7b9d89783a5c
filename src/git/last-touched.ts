import type { IsoDate } from '../calendar/day.ts'
import { localDate } from '../calendar/local-day.ts'
import { entriesOf, mustAnswer, type Repository, textOf } from './repository.ts'

/**
 * The days on which the files below a folder were last changed, by their paths from the top. Throws
 * a UsageError where there is no history.
 */
export function lastTouched(
  { git }: Repository,
  folder: string,
  timeZone: string,
): ReadonlyMap<string, IsoDate> {
  const days = new Map<string, IsoDate>()
  let day: IsoDate | undefined
  for (const entry of entriesOf(mustAnswer(git, [...LOG, folder]))) {
    const text = entry.replace(/^\n/, '')
    if (text.startsWith(COMMIT)) day = localDate(Number(text.slice(1)), timeZone)
    // The newest commit comes first.
    else if (day && !days.has(text)) days.set(text, day)
  }
  return days
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
  '--',
]

/** The day of the last commit on any branch. Throws a UsageError where there is none. */
export function lastCommitDay({ git }: Repository, timeZone: string): IsoDate {
  const newest = ['log', '-1', '--branches', '--remotes', '--format=%ct', 'HEAD']
  return localDate(Number(textOf(mustAnswer(git, newest)).trim()), timeZone)
}
