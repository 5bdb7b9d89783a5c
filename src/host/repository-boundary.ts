import { basename, dirname, isAbsolute, join, normalize } from 'node:path/posix'
import type { Files } from './host.ts'
import { absolutePath, isWithin, namesStream, pathFrom } from './paths.ts'

/** Whether a file or a folder lies in the repository; `path` may be of something still to be made. */
export type Boundary = (path: string) => boolean

/**
 * The boundary of a repository: what a record or a setting names must lie in its folder `root`, by
 * its path and through every link on the way, and never in what git keeps for itself. Nothing outside
 * is looked at, and no folder twice.
 */
export function repositoryBoundary(
  root: string,
  { cwd, look }: Pick<Files, 'cwd' | 'look'>,
): Boundary {
  const top = absolutePath(root, cwd)
  const looked = look(root)
  const realTop = 'realPath' in looked ? looked.realPath : top
  const tops = [top, realTop]
  const known = new Map<string, string | undefined>(tops.map((path) => [path, realTop]))
  const isInside = (real: string) =>
    isWithin(real, realTop) && !isOfGit(pathFrom(realTop, real, cwd)) ? real : undefined
  const find = (path: string): string | undefined => {
    const above = realPath(dirname(path))
    if (above === undefined) return undefined
    const found = look(path)
    if ('realPath' in found) return isInside(found.realPath)
    // A link that leads nowhere may lead anywhere once a file is made.
    const leadsAway = found.problem.kind === 'dangling' || found.problem.kind === 'loop'
    return leadsAway ? undefined : isInside(join(above, basename(path)))
  }
  const realPath = (path: string): string | undefined => {
    if (!known.has(path)) known.set(path, find(path))
    return known.get(path)
  }
  return (named) => {
    if (namesStream(named, cwd)) return false
    const path = absolutePath(named, cwd)
    const isBelow = tops.some((one) => pathInRepository(pathFrom(one, path, cwd)) !== undefined)
    return isBelow && realPath(path) !== undefined
  }
}

/**
 * The path from the root of the repository that somebody may name; undefined for one that leads out
 * of it, or to what git keeps for itself. Nothing is asked of any file.
 */
export function pathInRepository(path: string): string | undefined {
  // A backslash leads up and out on Windows as a slash does.
  const slashed = normalize(path.replaceAll('\\', '/'))
  const leadsOut = /^(\.\.(\/|$)|\/|[a-z]:)/i.test(slashed) || path.includes('\0')
  return leadsOut || isOfGit(slashed) ? undefined : normalize(path)
}

/** A path from a folder as a setting may name it: none that begins at a root or at a drive. */
export function isAbsoluteAnywhere(path: string): boolean {
  return isAbsolute(path) || /^([a-z]:|\\)/i.test(path)
}

/** Characters that a file system of macOS passes over in names. */
const IGNORED = /[\u200c-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g

/**
 * Whether a path has a part by which some file system finds `.git`: in any case, with points and
 * blanks at its end, with a stream after a colon, or as the short name that Windows gives it.
 */
function isOfGit(path: string): boolean {
  return path
    .split(/[/\\]/)
    .some((part) => /^(\.git|git~\d+)[. ]*(:.*)?$/i.test(part.replace(IGNORED, '')))
}
