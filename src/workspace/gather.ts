import { applyIgnores } from '../diagnostics/ignores.ts'
import type { Files, Host } from '../host/host.ts'
import { findRecords, type Search } from '../records/find.ts'
import { assessorFor, type Batch, doJob, INPUT, type Job, MAX_BYTES, merged } from './batch.ts'
import { evidenceDiagnostics } from './evidence.ts'
import { linkDiagnostics } from './links.ts'

/** The items of all records that paths name, and all that is to be said of their files. */
export type Gathering = Pick<Batch, 'items' | 'diagnostics'> & {
  readonly records: number
  /** How many remarks were ignored because a comment in the file says so. */
  readonly ignored: number
}

/** Where to look, and in which time zone the days of the history begin. */
export type Scope = Search & { readonly timeZone: string }

/** What gathering needs of the outside world: the files as they are, or those of a commit. */
export type Source = Files &
  Pick<Host, 'readInput' | 'threads' | 'startThread' | 'progress' | 'git'>

/** So many records this thread has read before another one has started and is up to speed. */
const HEAD_START = 800

/** With fewer records than this, another thread gains next to nothing. */
const WORTH_A_THREAD = 2 * HEAD_START

/**
 * Reads and assesses the records that a search names. The path `-` stands for a record on standard
 * input. Throws a UsageError for a path that matches nothing.
 */
export async function gather(
  search: Scope,
  terms: Omit<Job, 'files'>,
  host: Source,
): Promise<Gathering> {
  const paths = search.paths.filter((path) => path !== '-')
  const found = await findRecords({ ...search, paths }, host)
  const input =
    paths.length < search.paths.length
      ? [assessorFor({ ...terms, files: [] })(await host.readInput(MAX_BYTES), INPUT)]
      : []
  const { items, diagnostics, links, evidence, ignores } = merged([
    ...input,
    ...(await assessAll({ ...terms, files: found.records }, host)),
  ])
  const ids = [...(input.length > 0 ? [INPUT] : []), ...found.records].map(({ id }) => id)
  const all = [
    ...found.diagnostics,
    ...diagnostics,
    ...linkDiagnostics(links, ids, search.folder, host),
    ...(await evidenceDiagnostics(evidence, { ...search, today: terms.today }, host)),
  ]
  const { shown, ignored } = applyIgnores(all, ignores)
  return { records: ids.length, items, diagnostics: shown, ignored }
}

/** Does a large job in all threads at once, so that all end at about the same time. */
async function assessAll(job: Job, host: Source): Promise<Batch[]> {
  const total = job.files.length
  const threads = total < WORTH_A_THREAD ? 1 : host.threads
  const size = threads > 1 ? Math.floor((total - HEAD_START) / threads) : 0
  const others = Array.from({ length: threads - 1 }, (_, number) =>
    job.files.slice(number * size, (number + 1) * size),
  )
  const started = await Promise.all(
    others.map((files) => host.startThread<Job, Batch>({ ...job, files })),
  )
  const own = job.files.slice(others.length * size)
  const ours = doJob({ ...job, files: own }, host, (done) =>
    host.progress(Math.round((done / own.length) * total), total),
  )
  const batches = [ours, ...(await Promise.all(started.map(({ result }) => result)))]
  if (threads > 1) host.progress(total, total)
  return batches
}
