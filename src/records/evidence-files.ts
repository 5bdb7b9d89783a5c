import { dirname, join } from 'node:path/posix'
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import type { Files } from '../host/host.ts'
import { spelledAsOnDisk } from '../host/path-gate.ts'
import { pathFrom } from '../host/paths.ts'
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
  const find = finderIn(root, { ...files, list: remembered(files.list) })
  return {
    found: evidence.flatMap((one) => {
      const found = find(one.path)
      return typeof found === 'string' ? [] : [{ ...one, path: found.path }]
    }),
    faults: evidence.flatMap((one) => faultOf(one, root, find, files)),
  }
}

/** A folder is listed once, however many files in it are named. */
function remembered(list: Files['list']): Files['list'] {
  const known = new Map<string, ReturnType<Files['list']>>()
  return (folder) => {
    const entries = known.get(folder) ?? list(folder)
    known.set(folder, entries)
    return entries
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
    // Some systems find a file under other names as well, and a record is read on all of them.
    if (path.includes('\\')) return 'missing'
    const file = spelledPath(join(root, inside), files)
    if (!isInside(file)) return 'outside'
    const looked = files.look(file)
    const isFile = 'kind' in looked && looked.kind === 'file'
    return isFile && spelledAsOnDisk(file, files) === file
      ? { path: pathFrom(root, file, files.cwd) }
      : 'missing'
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
  const near = [asSpelled(path, root, files), besideRecord(path, place.file, root, files)]
  const there = near.find((one) => one !== undefined && typeof find(one) !== 'string')
  return [diagnose(place, 'evidence-missing', { ...args, ...(there ? { near: there } : {}) })]
}

/** The path with slashes and as the folders spell it. */
function asSpelled(path: string, root: string, files: Files): string {
  const whole = spelledAsOnDisk(join(root, path.replaceAll('\\', '/')), files)
  return pathFrom(root, whole, files.cwd)
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
  return realRoot && folder ? pathFrom(realRoot, join(folder, path), files.cwd) : undefined
}

function realPathOf(path: string, files: Files): string | undefined {
  const looked = files.look(path)
  return 'realPath' in looked ? looked.realPath : undefined
}
