import { join } from 'node:path/posix'
import { type Day, isoOf } from '../calendar/day.ts'
import { longDate } from '../calendar/format-date.ts'
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import type { Files, Host } from '../host/host.ts'
import { pathInRepository } from '../host/repository-boundary.ts'
import type { Evidence } from '../records/evidence.ts'
import { findEvidence } from '../records/evidence-files.ts'
import { INPUT } from './read-records.ts'

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
  const { found, faults } = findEvidence(evidence, archive.root, host)
  return [...faults, ...(await lateOnes(found, archive, host))]
}

/** Asks git, once for all, when files came; where it does not know, that is said, and nothing is held against them. */
async function lateOnes(
  evidence: readonly Evidence[],
  { root, today, timeZone }: Archive,
  host: Files & Pick<Host, 'git'>,
): Promise<Diagnostic[]> {
  const dated = evidence.flatMap(({ on, ...one }) =>
    on === null || one.place.file === INPUT.file ? [] : [{ ...one, on }],
  )
  const [first] = dated
  const [since] = dated.map(({ on }) => on).sort()
  // Outside of a clone nobody expects git to know anything.
  if (!first || since === undefined || 'problem' in host.look(join(root, '.git'))) return []
  const { firstDays, isShallow } = await import('../git/first-days.ts')
  const git = await host.git()
  const firstDayOf = firstDays(git, since, timeZone)
  if ('why' in firstDayOf) {
    return [diagnose(first.place, 'evidence-untold', { why: firstDayOf.why })]
  }
  const withFirst = dated.map((one) => ({
    ...one,
    first: firstDayOf(pathInRepository(one.path) ?? ''),
  }))
  const [unknown] = withFirst.filter((one) => one.first === 'withHistory')
  return [
    ...withFirst.flatMap(({ first, on, what, place }) =>
      typeof first === 'object' && first.on > on && first.on <= isoOf(today)
        ? [diagnose(place, 'evidence-late', { came: longDate(first.on), what, on: longDate(on) })]
        : [],
    ),
    ...(unknown && isShallow(git) ? [diagnose(unknown.place, 'evidence-untold', {})] : []),
  ]
}
