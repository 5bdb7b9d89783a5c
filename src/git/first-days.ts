import type { IsoDate } from '../calendar/day.ts'
import { dayOf } from '../calendar/day.ts'
import { localDate } from '../calendar/local-day.ts'
import type { Git, GitOutput } from '../host/host.ts'
import { commitTimes, type LoggedCommit, plausibleTimes } from './commit-times.ts'
import { entriesOf, textOf } from './repository.ts'

/**
 * When a path first came into the history: on a day, earlier than what was asked for, or with the
 * history itself, so that its age is unknown.
 */
type FirstDay = { readonly on: IsoDate } | 'before' | 'withHistory'

/**
 * A function for when a path (from the top) first came, by the day of its commit in a time zone,
 * under whatever name; `since` is the first day of interest. `why` says in git's words why the
 * history cannot be read.
 */
export function firstDays(
  git: Git,
  since: IsoDate,
  timeZone: string,
): ((path: string) => FirstDay) | { readonly why: string } {
  const line = git(['log', '--first-parent', '--format=%H %ct', 'HEAD', '--'])
  if ('failure' in line) return hasNoCommit(git) ? () => 'before' : { why: whyOf(line) }
  const mainLine = plausibleOf(textOf(line.out).trim().split('\n'))
  // Two days earlier, since a day begins elsewhere when it begins in another zone.
  const start = (dayOf(since) - 2) * SECONDS
  const last = [...mainLine].find(([, seconds]) => seconds < start)?.[0]
  const answer = git([...LOG, last === undefined ? 'HEAD' : `${last}..HEAD`, '--'])
  if ('failure' in answer) return { why: whyOf(answer) }
  const { commits, events } = logOf(entriesOf(answer.out))
  const times = commitTimes(commits, mainLine)
  const byPaths = byPath(events)
  return (path) =>
    firstDay(path, -1, byPaths, ({ oid }) => localDate(times.get(oid) ?? 0, timeZone))
}

const SECONDS = 86_400

/** A clone without a commit has no history that could not be read. */
export function hasNoCommit(git: Git): boolean {
  const answer = git(['rev-parse', '--verify', '--quiet', 'HEAD'])
  return 'failure' in answer && answer.failure === 'failed' && answer.why === ''
}

function whyOf(answer: GitOutput): string {
  if (!('failure' in answer)) return ''
  return answer.failure === 'noGit' ? 'the program git is not to be found' : answer.why
}

/** The commits of the main line, from the newest on, whose times are plausible. */
function plausibleOf(lines: readonly string[]): ReadonlyMap<string, number> {
  const commits = lines.map((line): [string, number] => {
    const [oid = '', seconds] = line.split(' ')
    return [oid, Number(seconds)]
  })
  const plausible = plausibleTimes(commits.map(([, seconds]) => seconds).reverse()).toReversed()
  return new Map(commits.filter((_, index) => plausible[index]))
}

/** Whether the history of this clone ends early. */
export function isShallow(git: Git): boolean {
  const answer = git(['rev-parse', '--is-shallow-repository'])
  return 'out' in answer && textOf(answer.out).trim() === 'true'
}

const LOG = [
  'log',
  '-z',
  '-M',
  '--topo-order',
  '--name-status',
  '--no-ext-diff',
  '--no-textconv',
  '-O/dev/null',
  '--diff-filter=ADR',
  '--format=%x01%H %ct %P',
]

/** What a commit did to a path: the newest commit has the number 0. */
type Event = {
  readonly path: string
  readonly kind: 'came' | 'went'
  /** Where it came from, if it was moved. */
  readonly from: string | null
  readonly number: number
  readonly commit: LoggedCommit
}

function logOf(tokens: readonly string[]) {
  const commits: LoggedCommit[] = []
  const events: Event[] = []
  for (let at = 0; at < tokens.length; at++) {
    const token = (tokens[at] ?? '').replace(/^\n/, '')
    if (token.startsWith('\u0001')) {
      commits.push(commitOf(token.slice(1)))
      continue
    }
    const path = tokens[++at] ?? ''
    const number = commits.length - 1
    const commit = commits[number]
    if (!commit) continue
    const kind = token.startsWith('A') ? 'came' : 'went'
    events.push({ commit, number, path, kind, from: null })
    if (token.startsWith('R')) {
      events.push({ commit, number, path: tokens[++at] ?? '', kind: 'came', from: path })
    }
  }
  return { commits, events }
}

function commitOf(line: string): LoggedCommit {
  const [oid = '', seconds, ...parents] = line.split(' ')
  return { oid, seconds: Number(seconds), parents: parents.filter(Boolean) }
}

function byPath(events: readonly Event[]): ReadonlyMap<string, readonly Event[]> {
  const map = new Map<string, Event[]>()
  for (const event of events) {
    const list = map.get(event.path)
    if (list) list.push(event)
    else map.set(event.path, [event])
  }
  return map
}

/** When a path first came, by what the commits before one of them did. */
function firstDay(
  path: string,
  commit: number,
  events: ReadonlyMap<string, readonly Event[]>,
  dayOfCommit: (commit: LoggedCommit) => IsoDate,
): FirstDay {
  const oldest = events.get(path)?.findLast(({ number }) => number > commit)
  // What goes first has been there all the time.
  if (!oldest || oldest.kind === 'went') return 'before'
  if (oldest.from !== null) return firstDay(oldest.from, oldest.number, events, dayOfCommit)
  return oldest.commit.parents.length === 0 ? 'withHistory' : { on: dayOfCommit(oldest.commit) }
}
