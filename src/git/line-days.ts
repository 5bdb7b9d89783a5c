import type { IsoDate } from '../calendar/day.ts'
import { localDate } from '../calendar/local-day.ts'
import type { Files } from '../host/host.ts'
import { withLf } from './changed-paths.ts'
import { pathsOf, type Repository, textOf } from './repository.ts'
import { sameLines } from './same-lines.ts'
import { contentsOf, treeOf } from './tree.ts'

/** Longer files are no records. */
const MOST_BYTES = 1_048_576

/**
 * The days on which lines of a file in the working tree came, by their numbers: null for a line that
 * is not committed yet. Lines of which git cannot say, in a shallow history or since it fails, are
 * left out. Git is asked about the commit only: of the working file it would run the filters.
 */
export function lineDays(
  repository: Repository,
  file: string,
  lines: readonly number[],
  timeZone: string,
  files: Pick<Files, 'cwd' | 'look' | 'read'>,
): ReadonlyMap<number, IsoDate | null> {
  const path = pathsOf(repository, files).fromTop(file)
  const now = files.read(file, MOST_BYTES)
  if (path === undefined || 'problem' in now) return new Map()
  const [blob] = treeOf(repository, 'HEAD', path).blobs.values()
  const content = blob && contentsOf(repository, [blob]).get(blob.oid)
  const committed = sameLines(content ? withLf(textOf(content)) : '', withLf(now.text))
  const asked = lines.flatMap((line) => committed(line) ?? [])
  const days = blamed(repository, file, asked, timeZone)
  return new Map(
    lines.flatMap((line) => {
      const before = committed(line)
      const day = before === undefined ? null : days.get(before)
      return day === undefined ? [] : [[line, day]]
    }),
  )
}

function blamed(
  { git, isShallow }: Repository,
  file: string,
  lines: readonly number[],
  timeZone: string,
): ReadonlyMap<number, IsoDate> {
  if (lines.length === 0) return new Map()
  const ranges = lines.flatMap((line) => ['-L', `${line},${line}`])
  const answer = git(['blame', '--porcelain', '--no-textconv', ...ranges, 'HEAD', '--', file])
  return 'failure' in answer ? new Map() : daysIn(textOf(answer.out), isShallow, timeZone)
}

type Commit = { readonly seconds: number; readonly isBoundary: boolean }

function daysIn(text: string, isShallow: boolean, timeZone: string): Map<number, IsoDate> {
  const commits = new Map<string, Commit>()
  const days = new Map<number, IsoDate>()
  // What git says of a line ends with the line itself, after a tab; of a commit it speaks once.
  for (const said of text.split(/^\t.*\n?/m)) {
    const [, oid = '', line = ''] = HEAD.exec(said) ?? []
    const [, seconds] = /^committer-time (\d+)$/m.exec(said) ?? []
    if (seconds !== undefined) {
      commits.set(oid, { seconds: Number(seconds), isBoundary: /^boundary$/m.test(said) })
    }
    const commit = commits.get(oid)
    if (!commit || (commit.isBoundary && isShallow)) continue
    days.set(Number(line), localDate(commit.seconds, timeZone))
  }
  return days
}

const HEAD = /^([0-9a-f]+) \d+ (\d+)/
