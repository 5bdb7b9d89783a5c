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

/** Asks git, once for all, when files came; where it cannot tell, nothing is held against them. */
async function lateOnes(
  evidence: readonly Evidence[],
  { today, timeZone }: Archive,
  host: Pick<Host, 'git'>,
): Promise<Diagnostic[]> {
  const dated = evidence.flatMap(({ on, ...one }) =>
    on === null || one.place.file === INPUT.file ? [] : [{ ...one, on }],
  )
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
