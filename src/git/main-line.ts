import { dayOf, type IsoDate } from '../calendar/day.ts'
import { longDate } from '../calendar/format-date.ts'
import { localDate } from '../calendar/local-day.ts'
import { UsageError, WorkError } from '../diagnostics/failures.ts'
import { plausibleTimes } from './commit-times.ts'
import { hasNoCommit } from './first-days.ts'
import { mustAnswer, type Repository, textOf } from './repository.ts'

/** A commit of the main line, which goes from first parent to first parent. */
export type MainCommit = {
  readonly oid: string
  /** Since the beginning of 1970; where a wrong clock gave another time, that of the commit before. */
  readonly seconds: number
  readonly author: string
}

const LOG = ['log', '--first-parent', '--encoding=UTF-8', '--format=%H %ct %an', 'HEAD', '--']

/** The main line of what is checked out, newest first. Throws a UsageError where there is no commit. */
export function mainLine({ git }: Pick<Repository, 'git'>): readonly MainCommit[] {
  if (hasNoCommit(git)) throw new UsageError('there is no commit yet: commit the records first')
  const lines = textOf(mustAnswer(git, LOG)).trimEnd().split('\n')
  return inTime(lines.map(commitOn).reverse()).reverse()
}

function commitOn(line: string): MainCommit {
  const [oid = '', seconds = '', ...author] = line.split(' ')
  return { oid, seconds: Number(seconds), author: author.join(' ') }
}

/** Commits, oldest first, with times that never go back. */
function inTime(commits: readonly MainCommit[]): MainCommit[] {
  const plausible = plausibleTimes(commits.map(({ seconds }) => seconds))
  let last = commits.find((_, index) => plausible[index])?.seconds ?? 0
  return commits.map((commit, index) => {
    if (plausible[index]) last = commit.seconds
    return { ...commit, seconds: last }
  })
}

/**
 * The last commit of the main line by the end of a day in a time zone. Throws a UsageError where the
 * history begins later, and a WorkError where this clone does not reach back so far.
 */
export function lastCommitBy(on: IsoDate, repository: Repository, timeZone: string): MainCommit {
  const commits = mainLine(repository)
  // A day ends elsewhere when it ends in another zone; asking for the day of each commit takes time.
  const end = (dayOf(on) + 2) * SECONDS
  const isBy = ({ seconds }: MainCommit) => seconds < end && localDate(seconds, timeZone) <= on
  const found = commits.find(isBy)
  if (found) return found
  const oldest = longDate(localDate(commits.at(-1)?.seconds ?? 0, timeZone))
  if (repository.isShallow)
    throw new WorkError(tooShallow(`${longDate(on)}, but to ${oldest} only`))
  throw new UsageError(`nothing was known on ${longDate(on)}: the history begins on ${oldest}`)
}

const SECONDS = 86_400

/** That a clone ends early, and what to run. */
export function tooShallow(what: string): string {
  return `this clone does not reach back to ${what}: run \`git fetch --unshallow\`, or set \`fetch-depth: 0\` in the workflow`
}
