import { dirname, join, relative } from 'node:path/posix'
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import type { Files } from '../host/host.ts'
import { pathInRepository, repositoryBoundary } from '../host/repository-boundary.ts'
import { spelledPath } from '../host/spelled-path.ts'
import { shortened } from '../yaml/describe.ts'
import type { Evidence } from './evidence.ts'

/**
 * Evidence as it is found from the root of the repository, each with what is wrong with it: it is not
 * there, or it lies outside. Nothing outside is opened or reported on.
 */
export function findEvidence(
  evidence: readonly Evidence[],
  root: string,
  files: Files,
): { readonly found: readonly Evidence[]; readonly faults: readonly Diagnostic[] } {
  const find = finderIn(root, files)
  return {
    found: evidence.flatMap((one) => {
      const found = find(one.path)
      return typeof found === 'string' ? [] : [{ ...one, path: found.path }]
    }),
    faults: evidence.flatMap((one) => faultOf(one, root, find, files)),
  }
}

/** The path of a file as it is spelled there, or why there is none. */
type Found = { readonly path: string } | 'missing' | 'outside'

/** A function that finds what is at a path from the root, and looks at nothing outside of it. */
function finderIn(root: string, files: Files): (path: string) => Found {
  const isInside = repositoryBoundary(root, files)
  return (path) => {
    const inside = pathInRepository(path)
    if (inside === undefined || !isInside(join(root, inside))) return 'outside'
    const file = spelledPath(join(root, inside), files)
    if (!isInside(file)) return 'outside'
    const looked = files.look(file)
    const isFile = 'kind' in looked && looked.kind === 'file'
    return isFile ? { path: relative(root, file) } : 'missing'
  }
}

function faultOf(
  { path, place }: Evidence,
  root: string,
  find: (path: string) => Found,
  files: Files,
): Diagnostic[] {
  const found = find(path)
  if (typeof found !== 'string') return []
  const args = { path: shortened(path) }
  if (found === 'outside') return [diagnose(place, 'evidence-outside', args)]
  const near = besideRecord(path, place.file, root, files)
  const isThere = near !== undefined && typeof find(near) !== 'string'
  return [diagnose(place, 'evidence-missing', { ...args, ...(isThere ? { near } : {}) })]
}

/** The path from the root, if a path is meant to start in the folder of its record. */
function besideRecord(
  path: string,
  record: string,
  root: string,
  files: Files,
): string | undefined {
  const realRoot = realPathOf(root, files)
  const folder = realPathOf(dirname(record), files)
  return realRoot && folder ? relative(realRoot, join(folder, path)) : undefined
}

function realPathOf(path: string, files: Files): string | undefined {
  const looked = files.look(path)
  return 'realPath' in looked ? looked.realPath : undefined
}
