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
  const answer = repository.git(['merge-base', commit, 'HEAD'])
  if (!('failure' in answer)) return { name, mergeBase: textOf(answer.out).trim() }
  if (answer.why !== '') throw new UsageError(`git failed: ${answer.why}`)
  throw new UsageError(
    repository.isShallow
      ? `this clone does not reach back to where the change left \`${name}\`: ${fetching(name)}`
      : `\`${name}\` and what is checked out have no commit in common`,
  )
}

/** The id of a commit. A name that begins with a hyphen is a name all the same. */
function commitNamed(name: string, repository: Repository): string {
  const question = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]
  const answer = name === '' ? undefined : repository.git(question)
  const id = answer && 'out' in answer ? textOf(answer.out).trim() : undefined
  if (id?.startsWith('^') || name.includes('..')) throw new UsageError(notOne(name))
  if (id !== undefined) return id
  throw new UsageError(whyMissing(name, repository))
}

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
