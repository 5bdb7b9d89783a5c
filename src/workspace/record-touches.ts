import { dirname } from 'node:path/posix'
import { UsageError } from '../diagnostics/failures.ts'
import { type Touches, touchesBelow } from '../git/last-touched.ts'
import { pathsOf, repositoryOf } from '../git/repository.ts'
import type { Host } from '../host/host.ts'

/**
 * How often commits changed some records, and when last. Of none anything is known where there is no
 * history, or only its newest part.
 */
export async function recordTouches(
  files: readonly string[],
  host: Host,
): Promise<(file: string) => Touches | undefined> {
  try {
    const repository = repositoryOf(await host.git())
    if (repository.isShallow) return () => undefined
    const { fromTop } = pathsOf(repository, host)
    const tracked = [...new Set(files)].filter((file) => fromTop(file) !== undefined)
    const touches = touchesBelow(repository, [...new Set(tracked.map(dirname))])
    return (file) => touches.get(fromTop(file) ?? '')
  } catch (failure) {
    if (failure instanceof UsageError) return () => undefined
    throw failure
  }
}
