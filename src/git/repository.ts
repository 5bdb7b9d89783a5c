import { join, relative } from 'node:path/posix'
import { UsageError } from '../diagnostics/failures.ts'
import type { Files, Git } from '../host/host.ts'
import { absolutePath, isWhole, pathFrom } from '../host/paths.ts'

/** A clone, and where in it the working directory lies. */
export type Repository = {
  readonly git: Git
  /** The way from the top of the working tree to the working directory: empty, or `a/b/`. */
  readonly prefix: string
  /** Whether its history ends early, as in a clone with `--depth`. */
  readonly isShallow: boolean
}

const QUESTIONS = ['--is-inside-work-tree', '--is-shallow-repository', '--show-prefix']

/** The repository of the working directory. Throws a UsageError where there is none. */
export function repositoryOf(git: Git): Repository {
  const answer = git(['rev-parse', ...QUESTIONS])
  if ('failure' in answer) throw noRepository(answer.failure === 'noGit', answer.why)
  const [isInside, isShallow, ...prefix] = textOf(answer.out).split('\n')
  if (isInside !== 'true') throw noRepository(false, '')
  return { git, prefix: prefix.join('\n').replace(/\n$/, ''), isShallow: isShallow === 'true' }
}

function noRepository(isGitMissing: boolean, why: string): UsageError {
  if (isGitMissing) return new UsageError('this needs the program git, which is not to be found')
  const next =
    'run it in the clone of your records, or make one first with `git init` and commit them'
  // Git says best what is in its way, such as a folder that belongs to another user.
  const isOther = why !== '' && !why.includes('not a git repository')
  return new UsageError(
    isOther ? `git cannot read the repository: ${why}` : `this is no git repository: ${next}`,
  )
}

/** What git wrote, as text. */
export function textOf(out: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(out)
}

/** The entries of a list that ends each with NUL, as git writes names that may hold anything. */
export function entriesOf(out: Uint8Array): string[] {
  return textOf(out).split('\0').slice(0, -1)
}

/** What git wrote. Throws a UsageError with git's own words where it failed. */
export function mustAnswer(git: Git, args: readonly string[], input?: string): Uint8Array {
  const answer = git(args, input)
  if (!('failure' in answer)) return answer.out
  if (answer.failure === 'tooMuch') throw new UsageError('git output is too large')
  throw new UsageError(`git failed: ${answer.why || `git ${args[0] ?? ''} failed`}`)
}

/** Paths as git has them, from the top, and as `Files` has them, from the working directory. */
export type Paths = {
  /** From the top; undefined where a path leads out of the repository. */
  fromTop(path: string): string | undefined
  fromHere(pathFromTop: string): string
  /** Absolute. */
  real(pathFromTop: string): string
}

/** How the paths of a repository are to be written. */
export function pathsOf(
  { prefix }: Pick<Repository, 'prefix'>,
  files: Pick<Files, 'cwd' | 'look'>,
): Paths {
  const top = absolutePath('../'.repeat(prefix.split('/').length - 1), files.cwd)
  const fromTop = (path: string) => {
    const way = pathFrom(top, path, files.cwd)
    const leadsOut = /^\.\.(\/|$)/.test(way) || isWhole(way)
    return leadsOut ? undefined : way || '.'
  }
  return {
    fromTop(path) {
      const asWritten = fromTop(path)
      if (asWritten !== undefined) return asWritten
      const looked = files.look(path)
      return 'realPath' in looked ? fromTop(looked.realPath) : undefined
    },
    fromHere: (path) => relative(`/${prefix}`, `/${path}`) || '.',
    real: (path) => join(top, path),
  }
}
