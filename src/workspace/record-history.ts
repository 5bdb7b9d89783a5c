import type { Item } from '../assessment/item.ts'
import { dayOf, type IsoDate, isoOf } from '../calendar/day.ts'
import { localDate } from '../calendar/local-day.ts'
import { hidesDeadlines } from '../diagnostics/diagnostic.ts'
import { WorkError } from '../diagnostics/failures.ts'
import { type FileTouch, fileTouches } from '../git/file-touches.ts'
import { mainLine, tooShallow } from '../git/main-line.ts'
import { pathsOf, type Repository, repositoryOf } from '../git/repository.ts'
import { treeOf } from '../git/tree.ts'
import type { Files, Host } from '../host/host.ts'
import { recordIdOf } from '../records/record-ids.ts'
import { settingsIn } from './base.ts'
import { hostAt } from './known-on.ts'
import { mustBeInside, mustBeOurs } from './own-paths.ts'
import { contentIn, type ReadRecord, readRecords } from './read-records.ts'
import { type Workspace, workspaceOf } from './workspace.ts'

/** Who changed a record when; the files as they are have neither a commit nor an author. */
export type RecordEdit = {
  readonly oid: string | null
  readonly on: IsoDate
  readonly author: string | null
}

/** The items of a record after an edit, as at its day. */
export type RecordVersion = RecordEdit & {
  readonly items: readonly Item[]
  /** False where an error can hide an item. */
  readonly isComplete: boolean
}

/**
 * A record as each commit of the main line up to the day of the workspace left it, oldest first, and
 * last as it is on that day: under its former names too, and also where only the configuration changed.
 * Throws a UsageError without a history, and a WorkError where a shallow clone cuts it off.
 */
export async function recordHistory(
  file: string,
  now: Workspace,
  host: Host,
): Promise<readonly RecordVersion[]> {
  const repository = repositoryOf(await host.git())
  const paths = pathsOf(repository, host)
  mustBeInside(file, paths)
  const commits = new Map(mainLine(repository).map((commit) => [commit.oid, commit]))
  mustBeOurs(file, [...treeOf(repository, 'HEAD').submodules], paths)
  const others = new Set(now.settings.files.flatMap((one) => paths.fromTop(one) ?? []))
  const touches = fileTouches(paths.fromTop(realPathOf(file, host)) ?? file, others, repository)
  mustReachBack(touches.at(-1), [...commits.keys()].at(-1), repository)
  const today = isoOf(now.today)
  const edits = touches.toReversed().map(({ oid, path }) => {
    const { seconds = 0, author = '' } = commits.get(oid) ?? {}
    return { oid, on: localDate(seconds, now.settings.timeZone), author, path }
  })
  const known = edits.filter(({ on }) => on <= today)
  const versionOf = (oid: string, on: IsoDate, path: string) => {
    const files = hostAt(oid, treeOf(repository, oid), repository, host)
    const then = workspaceOf(
      [],
      settingsIn(files, now) ?? now.settings,
      dayOf(on),
      now.asked.options,
    )
    return versionIn(files, paths.fromHere(path), then)
  }
  const [last] = known.slice(-1)
  // What was committed later was not known on the day of the report; nor was the working tree.
  const isPast = known.length < edits.length
  const asItIs = isPast && last ? versionOf(last.oid, today, last.path) : versionIn(host, file, now)
  return [
    ...known.map(({ path, ...edit }) => ({ ...edit, ...versionOf(edit.oid, edit.on, path) })),
    { oid: null, on: today, author: null, ...asItIs },
  ]
}

/** A record that is there in the oldest commit of a shallow clone may have been there before. */
function mustReachBack(
  first: FileTouch | undefined,
  oldest: string | undefined,
  repository: Repository,
): void {
  if (!repository.isShallow || !first || first.oid !== oldest) return
  const { oid, path } = first
  if (!treeOf(repository, oid, path).blobs.has(path)) return
  throw new WorkError(tooShallow(`the beginning of \`${path}\``))
}

function realPathOf(file: string, files: Pick<Files, 'look'>): string {
  const looked = files.look(file)
  return 'realPath' in looked ? looked.realPath : file
}

function versionIn(files: Files, file: string, workspace: Workspace) {
  if ('problem' in files.look(file)) return { items: [], isComplete: true }
  const record = { file, id: recordIdOf(file, file, workspace.search.folder) }
  const [read] = readRecords({ records: [record], content: contentIn(files) }, workspace, itemsIn)
  const isComplete = !read?.diagnostics.some(hidesDeadlines)
  return { items: read?.kept ?? [], isComplete }
}

function itemsIn({ items }: ReadRecord): readonly Item[] {
  return items
}
