import { UsageError } from '../diagnostics/failures.ts'
import { didYouMean } from '../diagnostics/suggest.ts'
import { mustAnswer, type Repository, textOf } from './repository.ts'

/** Where a change begins: what the user called it, the commit, and the last one that both share. */
export type Base = { readonly name: string; readonly mergeBase: string }

/**
 * The base of the working tree since a commit that the user names. Throws a UsageError that says what
 * to do where the clone does not have it, or does not have the history between.
 */
export function baseOf(name: string, repository: Repository): Base {
  const commit = commitNamed(name, repository)
  const answer = repository.git(['merge-base', '--all', commit, 'HEAD'])
  if (!('failure' in answer)) {
    const [mergeBase = '', ...more] = textOf(answer.out).trim().split('\n')
    if (more.length === 0) return { name, mergeBase }
    throw new UsageError(
      `\`${name}\` and what is checked out were merged into each other, so the change has no single starting point: merge \`${name}\` into it first`,
    )
  }
  if (answer.why !== '') throw new UsageError(`git failed: ${answer.why}`)
  throw new UsageError(
    repository.isShallow
      ? `this clone does not reach back to where the change left \`${name}\`: ${fetching(name)}`
      : `\`${name}\` and what is checked out have no commit in common`,
  )
}

/** The id of a commit. A name that begins with a hyphen is a name all the same. */
function commitNamed(name: string, repository: Repository): string {
  mustNameOne(name, repository)
  const question = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]
  const answer = name === '' ? undefined : repository.git(question)
  const id = answer && 'out' in answer ? textOf(answer.out).trim() : undefined
  if (id?.startsWith('^') || name.includes('..')) throw new UsageError(notOne(name))
  if (id !== undefined) return id
  throw new UsageError(whyMissing(name, repository))
}

/**
 * Throws a UsageError for a name that a tag and a branch have, say: git takes the tag, which whoever wants
 * to hide a change could have made.
 */
function mustNameOne(name: string, { git }: Repository): void {
  const ref = name.split(/[~^:]|@\{/, 1)[0] ?? ''
  if (!/^[^\s*?[\\]+$/.test(ref)) return
  const patterns = [...PLACES.map((place) => `${place}/${ref}`), `refs/remotes/${ref}/HEAD`]
  const lines = textOf(mustAnswer(git, ['for-each-ref', `--format=${REF}`, ...patterns]))
  const named = lines
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split(' ') as [string, string])
  const found = named.filter(([path]) => patterns.includes(path))
  const ids = found.length > 0 && /^[\da-f]{7,39}$/i.test(ref) ? idsFrom(ref, git) : []
  if (new Set([...found.map(([, id]) => id), ...ids]).size < 2) return
  const all = [...found.map(([path]) => path), ...ids].map((one) => `\`${one}\``).join(' or ')
  throw new UsageError(`\`${name}\` may be ${all}: give the full name of the one that is meant`)
}

/** The ids that begin with a name, which may be a short one of a commit. */
function idsFrom(name: string, git: Repository['git']): string[] {
  return textOf(mustAnswer(git, ['rev-parse', `--disambiguate=${name}`]))
    .split('\n')
    .filter(Boolean)
}

/** Where git looks for a name. */
const PLACES = ['refs', 'refs/tags', 'refs/heads', 'refs/remotes']

/** The name of a ref, and the commit that it or its tag stands for. */
const REF = '%(refname) %(if)%(*objectname)%(then)%(*objectname)%(else)%(objectname)%(end)'

/** By git's ways of naming, `^HEAD` and `a..b` stand for many commits. */
function notOne(name: string): string {
  const meant = name.replace(/^\^/, '').split('..', 1)[0] || 'HEAD'
  return `\`${name}\` names many commits: name the one where the change began, such as \`${meant}\``
}

function whyMissing(name: string, repository: Repository): string {
  if (name === '') return 'the commit to compare with is left empty: name one, such as origin/main'
  if (repository.isShallow) {
    return `there is no commit \`${name}\` in this clone, which has the newest commits only: ${fetching(name)}`
  }
  if (name === 'HEAD') return 'there is no commit yet to compare with: commit something first'
  const refs = mustAnswer(repository.git, ['for-each-ref', '--format=%(refname:short)'])
  const meant = didYouMean(name, textOf(refs).split('\n').filter(Boolean))
  const next = meant
    ? `did you mean \`${meant}\`?`
    : `fetch it: \`git fetch ${remoteAndRef(name)}\``
  return `there is no commit \`${name}\` in this clone: ${next}`
}

function fetching(name: string): string {
  return `run \`git fetch --depth=1000 ${remoteAndRef(name)}\`, or set \`fetch-depth: 0\` in the workflow`
}

/** Only a name that a shell takes as it is goes into a command that people copy. */
function remoteAndRef(name: string): string {
  if (!/^\w[\w./-]*$/.test(name)) return 'origin BRANCH'
  return `origin ${name.replace(/^origin\//, '')}`
}
