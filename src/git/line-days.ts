import type { IsoDate } from '../calendar/day.ts'
import { localDate } from '../calendar/local-day.ts'
import { type Repository, textOf } from './repository.ts'

/**
 * The days on which lines of a file in the working tree came, by their numbers: null for a line that
 * is not committed yet. Lines older than a shallow history are left out.
 */
export function lineDays(
  { git, isShallow }: Repository,
  file: string,
  lines: readonly number[],
  timeZone: string,
): ReadonlyMap<number, IsoDate | null> {
  const ranges = lines.flatMap((line) => ['-L', `${line},${line}`])
  const answer = git(['blame', '--porcelain', '--no-textconv', ...ranges, '--', file])
  // Git knows nothing yet of a file that nobody has committed.
  if ('failure' in answer) return new Map(lines.map((line) => [line, null]))
  return daysIn(textOf(answer.out), isShallow, timeZone)
}

type Commit = { readonly seconds: number; readonly isBoundary: boolean }

function daysIn(text: string, isShallow: boolean, timeZone: string): Map<number, IsoDate | null> {
  const commits = new Map<string, Commit>()
  const days = new Map<number, IsoDate | null>()
  // What git says of a line ends with the line itself, after a tab; of a commit it speaks once.
  for (const said of text.split(/^\t.*\n?/m)) {
    const [, oid = '', line = ''] = HEAD.exec(said) ?? []
    const [, seconds] = /^committer-time (\d+)$/m.exec(said) ?? []
    if (seconds !== undefined) {
      commits.set(oid, { seconds: Number(seconds), isBoundary: /^boundary$/m.test(said) })
    }
    const commit = commits.get(oid)
    if (!commit || (commit.isBoundary && isShallow)) continue
    days.set(Number(line), /^0+$/.test(oid) ? null : localDate(commit.seconds, timeZone))
  }
  return days
}

const HEAD = /^([0-9a-f]+) \d+ (\d+)/
