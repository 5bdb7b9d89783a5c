import { UsageError } from '../diagnostics/failures.ts'
import type { Paths } from '../git/repository.ts'
import { isWithin, startOfPattern } from '../host/paths.ts'

/** Throws a UsageError for a path of which the repository knows no history. */
export function mustBeInside(path: string, { fromTop }: Paths): void {
  if (path === '-')
    throw new UsageError('a record on standard input has no history to compare with')
  // A pattern begins with a path.
  if (fromTop(startOfPattern(path)) !== undefined) return
  throw new UsageError(`\`${path}\` lies outside of the repository, which knows nothing of it`)
}

/**
 * Throws a UsageError for a path in a submodule: that has a history of its own, of which this one knows
 * the commits, but not what is in them.
 */
export function mustBeOurs(path: string, submodules: readonly string[], { fromTop }: Paths): void {
  const at = fromTop(startOfPattern(path)) ?? '.'
  const found = submodules.find((one) => at === '.' || isWithin(at, one) || isWithin(one, at))
  if (found === undefined) return
  throw new UsageError(
    `\`${path}\` has records in the submodule \`${found}\`, which has a history of its own: run this in \`${found}\`, with a commit of that`,
  )
}
