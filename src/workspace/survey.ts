import type { Terms } from '../assessment/assess-record.ts'
import type { Item } from '../assessment/item.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { applyIgnores, type Ignore } from '../diagnostics/ignores.ts'
import { diagnoseProblem } from '../diagnostics/problem.ts'
import type { Files } from '../host/host.ts'
import type { RecordFile, RecordReading } from '../records/read-record.ts'
import { type Job, MAX_BYTES, readerFor, termsOf } from './batch.ts'

/** What was taken from some records, and all that is to be said of their files. */
export type Survey<T> = {
  readonly taken: readonly T[]
  readonly diagnostics: readonly Diagnostic[]
  /** The comments of all files that want a remark ignored. */
  readonly ignores: readonly Ignore[]
}

/** A record as it was read, and its items as at the day of the terms. */
export type Surveyed = {
  readonly reading: RecordReading
  readonly items: readonly Item[]
  readonly terms: Terms
}

/**
 * Reads records one after the other, and takes from each what is asked for; what `take` returns must
 * be all that is kept of a record. For what needs more than the items: see `gather` for those.
 */
export function survey<T>(
  records: readonly RecordFile[],
  job: Omit<Job, 'files'>,
  files: Pick<Files, 'read'>,
  take: (record: Surveyed) => readonly T[],
): Survey<T> {
  const terms = termsOf(job)
  const read = readerFor(job.frameworks, terms)
  const taken: T[] = []
  const diagnostics: Diagnostic[] = []
  const ignores: Ignore[] = []
  for (const file of records) {
    const content = files.read(file.file, MAX_BYTES)
    if ('problem' in content) {
      diagnostics.push(diagnoseProblem(file.file, content.problem))
      continue
    }
    const { reading, items, ...said } = read(content.text, file)
    ignores.push(...said.ignores)
    diagnostics.push(...notIgnored(said.diagnostics, said.ignores))
    taken.push(...take({ reading, items, terms }))
  }
  return { taken, diagnostics, ignores }
}

/**
 * The diagnostics that no comment wants ignored. Of the comments themselves a check tells: it alone
 * sees all that they could be about.
 */
export function notIgnored(
  diagnostics: readonly Diagnostic[],
  ignores: readonly Ignore[],
): readonly Diagnostic[] {
  const known = new Set(diagnostics)
  return applyIgnores(diagnostics, ignores).shown.filter((diagnostic) => known.has(diagnostic))
}
