import { dirname, join, relative } from 'node:path/posix'
import { type Day, isoOf } from '../calendar/day.ts'
import { longDate } from '../calendar/words.ts'
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import type { Files, Host } from '../host.ts'
import { isWithin } from '../paths.ts'
import { type Evidence, pathInRepository } from '../records/evidence.ts'
import { shortened } from '../yaml/describe.ts'

/** Where evidence lies, in which time zone its history counts, and the day for which to speak. */
export type Archive = { readonly root: string; readonly timeZone: string; readonly today: Day }

/**
 * What is wrong with the files that records name as evidence: one that is not there, one outside of
 * the repository, one that came later than its record says.
 */
export async function evidenceDiagnostics(
  evidence: readonly Evidence[],
  archive: Archive,
  host: Files & Pick<Host, 'git'>,
): Promise<Diagnostic[]> {
  if (evidence.length === 0) return []
  const { root } = archive
  const find = finderIn(root, host)
  const found = evidence.map((one) => ({ ...one, found: find(one.path) }))
  return [
    ...found.flatMap((one) => faultOf(one, one.found, root, find, host)),
    ...(await lateOnes(
      found.filter((one) => one.found === 'file'),
      archive,
      host,
    )),
  ]
}

type Found = 'file' | 'missing' | 'outside'

/** A function that finds what is at a path from the root, and looks at nothing outside of it. */
function finderIn(root: string, files: Files): (path: string) => Found {
  const realRoot = realPathOf(root, files) ?? files.cwd
  const known = new Map<string, Found>()
  const lookAt = (path: string): Found => {
    const looked = files.look(join(root, path))
    if ('problem' in looked) {
      return looked.problem.kind === 'dangling' || looked.problem.kind === 'loop'
        ? 'outside'
        : 'missing'
    }
    return isWithin(looked.realPath, realRoot) ? kindFound(looked.kind) : 'outside'
  }
  const find = (path: string): Found => {
    const before = known.get(path)
    if (before !== undefined) return before
    // A folder on the way may be a link that leads out: what is below it is not looked at.
    const folder = dirname(path)
    const isOut = folder !== '.' && find(folder) === 'outside'
    const found = isOut ? 'outside' : lookAt(path)
    known.set(path, found)
    return found
  }
  return (path) => {
    const inside = pathInRepository(path)
    return inside === undefined ? 'outside' : find(inside)
  }
}

function kindFound(kind: 'file' | 'folder' | 'other'): Found {
  return kind === 'file' ? 'file' : 'missing'
}

function faultOf(
  { path, place }: Evidence,
  found: Found,
  root: string,
  find: (path: string) => Found,
  files: Files,
): Diagnostic[] {
  if (found === 'file') return []
  const args = { path: shortened(path) }
  if (found === 'outside') return [diagnose(place, 'evidence-outside', args)]
  const near = besideRecord(path, place.file, root, files)
  const isThere = near !== undefined && find(near) === 'file'
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

/** Asks git, once for all, when files came; where it cannot tell, nothing is held against them. */
async function lateOnes(
  evidence: readonly Evidence[],
  { today, timeZone }: Archive,
  host: Pick<Host, 'git'>,
): Promise<Diagnostic[]> {
  const dated = evidence.flatMap(({ on, ...one }) => (on === null ? [] : [{ ...one, on }]))
  const [since] = dated.map(({ on }) => on).sort()
  if (since === undefined) return []
  const { firstDays, isShallow } = await import('../git/first-days.ts')
  const git = await host.git()
  const firstDayOf = firstDays(git, since, timeZone)
  if (!firstDayOf) return []
  const told = dated.map((one) => ({ ...one, first: firstDayOf(pathInRepository(one.path) ?? '') }))
  const [untold] = told.filter(({ first }) => first === 'withHistory')
  return [
    ...told.flatMap(({ first, on, what, place }) =>
      typeof first === 'object' && first.on > on && first.on <= isoOf(today)
        ? [diagnose(place, 'evidence-late', { came: longDate(first.on), what, on: longDate(on) })]
        : [],
    ),
    ...(untold && isShallow(git) ? [diagnose(untold.place, 'evidence-untold', {})] : []),
  ]
}
