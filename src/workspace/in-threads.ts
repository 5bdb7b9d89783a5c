import type { Files, Host } from '../host/host.ts'
import type { RecordFile } from '../records/read-record.ts'
import { type AssessmentBasis, readRecords } from './read-records.ts'
import { type RecordResult, resultOf } from './record-result.ts'

/** A share of the records for one thread, and what to assess them by. */
export type Job = { readonly records: readonly RecordFile[]; readonly basis: AssessmentBasis }

/** What sharing out the work needs of the outside world. */
export type Threads = Pick<Host, 'threads' | 'startThread' | 'progress'>

/** So many records this thread has read before another one has started and is up to speed. */
const HEAD_START = 800

/** With fewer records than this, another thread gains next to nothing. */
const WORTH_A_THREAD = 2 * HEAD_START

/** Reads and assesses records, in several threads where there are many, so that all end at once. */
export async function assessRecords(
  records: readonly RecordFile[],
  basis: AssessmentBasis,
  host: Pick<Files, 'read'> & Threads,
): Promise<RecordResult[]> {
  const total = records.length
  const threads = total < WORTH_A_THREAD ? 1 : host.threads
  const size = threads > 1 ? Math.floor((total - HEAD_START) / threads) : 0
  const shares = Array.from({ length: threads - 1 }, (_, number) =>
    records.slice(number * size, (number + 1) * size),
  )
  const started = await Promise.all(
    shares.map((share) => host.startThread<Job, RecordResult[]>({ records: share, basis })),
  )
  const own = records.slice(shares.length * size)
  const ours = doJob({ records: own, basis }, host, (done) =>
    host.progress(Math.round((done / own.length) * total), total),
  )
  const theirs = await Promise.all(started.map(({ result }) => result))
  if (threads > 1) host.progress(total, total)
  return [...ours, ...theirs.flat()]
}

/** What one thread does, this one or another (bin/worker.js). */
export function doJob(
  { records, basis }: Job,
  files: Pick<Files, 'read'>,
  progress: (done: number) => void,
): RecordResult[] {
  let done = 0
  return readRecords(records, basis, files, (record, context) => {
    progress(++done)
    return resultOf(record, context)
  })
}
