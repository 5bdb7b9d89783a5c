import type { IsoDate } from '../calendar/day.ts'
import { localDate } from '../calendar/local-day.ts'
import type { Git } from '../host/host.ts'
import { entriesOf, textOf } from './repository.ts'

/**
 * When a path first came into the history: on a day, earlier than what was asked for, or with the
 * history itself, so that nobody can tell how old it was by then.
 */
type FirstDay = { readonly on: IsoDate } | 'before' | 'withHistory'

/**
 * A function that tells when a path (from the top) first came, by the day of its commit in a time
 * zone, under whatever name; `since` is the first day of interest. Undefined without a history.
 */
export function firstDays(
  git: Git,
  since: IsoDate,
  timeZone: string,
): ((path: string) => FirstDay) | undefined {
  // Two days earlier, since a day begins elsewhere when it begins in another zone.
  const answer = git([...LOG, `--since=${since}T00:00:00Z - 2 days`])
  if ('failure' in answer) return undefined
  const events = byPath(eventsIn(entriesOf(answer.out)))
  return (path) => firstDay(path, -1, events, timeZone)
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
  '--name-status',
  '--no-ext-diff',
  '--no-textconv',
  '-O/dev/null',
  '--diff-filter=ADR',
  '--format=%x01%ct %P',
]

/** What a commit did to a path: the newest commit has the number 0. */
type Event = {
  readonly path: string
  readonly kind: 'came' | 'went'
  /** Where it came from, if it was moved. */
  readonly from: string | null
  readonly number: number
  readonly seconds: number
  readonly isRoot: boolean
}

function eventsIn(tokens: readonly string[]): Event[] {
  const events: Event[] = []
  let commit = { number: -1, seconds: 0, isRoot: false }
  for (let at = 0; at < tokens.length; at++) {
    const token = (tokens[at] ?? '').replace(/^\n/, '')
    if (token.startsWith('\u0001')) {
      const [seconds, parent] = token.slice(1).split(' ')
      commit = { number: commit.number + 1, seconds: Number(seconds), isRoot: !parent }
    } else {
      const path = tokens[++at] ?? ''
      const isMove = token.startsWith('R')
      const kind = token.startsWith('A') ? 'came' : 'went'
      events.push({ ...commit, path, kind, from: null })
      if (isMove) events.push({ ...commit, path: tokens[++at] ?? '', kind: 'came', from: path })
    }
  }
  return events
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
  timeZone: string,
): FirstDay {
  const oldest = events.get(path)?.findLast(({ number }) => number > commit)
  // What goes first has been there all the time.
  if (!oldest || oldest.kind === 'went') return 'before'
  if (oldest.from !== null) return firstDay(oldest.from, oldest.number, events, timeZone)
  return oldest.isRoot ? 'withHistory' : { on: localDate(oldest.seconds, timeZone) }
}
