import { entriesOf, mustAnswer, type Repository } from './repository.ts'

/** A commit that changed a file or what it rests on, and the path that the file had after it. */
export type FileTouch = { readonly oid: string; readonly path: string }

/**
 * The commits of the main line that changed a file, under whatever name, or one of some others; newest
 * first, by paths from the top. What a merge brings in, it changes itself. Throws a UsageError.
 */
export function fileTouches(
  file: string,
  others: ReadonlySet<string>,
  { git }: Pick<Repository, 'git'>,
): readonly FileTouch[] {
  const touches: FileTouch[] = []
  let path = file
  for (const { oid, changes } of logged(entriesOf(mustAnswer(git, LOG)))) {
    const isMeant = (one: string) => one === path || others.has(one)
    if (changes.some((change) => change.paths.some(isMeant))) touches.push({ oid, path })
    const renamed = changes.find(({ paths: [, to] }) => to === path)
    path = renamed?.paths[0] ?? path
  }
  return touches
}

/** The paths of a change: one, or two where a file was renamed. */
type Logged = { readonly oid: string; readonly changes: { readonly paths: readonly string[] }[] }

function logged(tokens: readonly string[]): readonly Logged[] {
  const commits: Logged[] = []
  for (let at = 0; at < tokens.length; at++) {
    const token = (tokens[at] ?? '').replace(/^\n/, '')
    if (token.startsWith(COMMIT)) {
      commits.push({ oid: token.slice(COMMIT.length), changes: [] })
      continue
    }
    const paths = tokens.slice(at + 1, at + (token.startsWith('R') ? 3 : 2))
    commits.at(-1)?.changes.push({ paths })
    at += paths.length
  }
  return commits
}

const COMMIT = '\u0001'

const LOG = [
  'log',
  '-z',
  '-m',
  '-M',
  '--first-parent',
  '--name-status',
  '--no-ext-diff',
  '--no-textconv',
  '-O/dev/null',
  '--format=%x01%H',
  'HEAD',
  '--',
]
