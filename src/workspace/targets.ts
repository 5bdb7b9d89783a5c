import { type Item, partOf } from '../assessment/item.ts'
import { type IsoDate, isoOf, readIsoDate } from '../calendar/day.ts'
import { likelyDate } from '../calendar/likely-date.ts'
import { relativeDate } from '../calendar/relative-day.ts'
import { UsageError } from '../diagnostics/failures.ts'
import { didYouMean, didYouMeanOr, listed } from '../diagnostics/suggest.ts'
import type { Files } from '../host/host.ts'
import { insidePath, withSlashes } from '../host/path-gate.ts'
import { namesStream } from '../host/paths.ts'
import { composed, spelledPath } from '../host/spelled-path.ts'
import { findRecords } from '../records/find.ts'
import type { RecordFile } from '../records/read-record.ts'
import { actionNamed } from './action-named.ts'
import type { RecordTarget } from './record-target.ts'
import type { Workspace } from './workspace.ts'

/** What a word on the command line names: a day, or a record and perhaps one of its items. */
export type Target = { readonly date: IsoDate } | RecordTarget

/**
 * The target that a word names: a date, the id of a record or of an item, the start of one that no
 * other has, the path of a record, or the id of an action that only one record has. Throws a UsageError
 * that says what it could have been, also of the `codes` that the caller would have taken.
 */
export async function targetOf(
  typed: string,
  workspace: Workspace,
  files: Files,
  codes: readonly string[] = [],
): Promise<Target> {
  const word = composed(withSlashes(typed, files.cwd))
  const date = readIsoDate(word)
  if (typeof date === 'string') return { date }
  const relative = relativeDate(word, isoOf(workspace.today))
  if (relative) return { date: relative }
  const likely = likelyDate(word)
  if (likely) throw new UsageError(`\`${word}\` is not a date: did you mean ${likely}?`)
  if (date.fault !== 'notADate') throw new UsageError(`the calendar has no day \`${word}\``)
  // A file name may have the sign in it that separates an item from its record.
  const at = word.lastIndexOf('#')
  const name = at < 0 ? word : word.slice(0, at)
  const item = (at < 0 ? '' : word.slice(at + 1)) || undefined
  const whole = await recordAt(word, workspace, files)
  if (whole) return { record: whole, item: undefined }
  const file = await recordAt(name, workspace, files)
  if (file) return { record: file, item }
  const records = await recordsOf(workspace, files)
  const known = records.get(word)
  if (known) return { record: known, item: undefined }
  const isNone = at < 0 && candidates(word, [...records.keys()]).length === 0
  const action = isNone ? await actionNamed(word, workspace, files) : undefined
  const sought =
    at >= 0 ? 'record' : codes.length > 0 ? 'record, action or code' : 'record or action'
  return action ?? { record: recordNamed(name, word, records, sought, codes), item }
}

/** The record in a file, if there is such a file. */
async function recordAt(
  name: string,
  { search }: Workspace,
  files: Files,
): Promise<RecordFile | undefined> {
  const path = spelledPath(insidePath(name, files), files)
  const looked = files.look(path)
  const isFile = 'kind' in looked && looked.kind === 'file' && !namesStream(path, files.cwd)
  if (!isFile) return undefined
  const { records } = await findRecords({ ...search, paths: [path] }, files)
  return records[0]
}

/** Whether a word is the whole id of a record, or its path. */
export async function isRecord(word: string, workspace: Workspace, files: Files): Promise<boolean> {
  if (await recordAt(word, workspace, files)) return true
  const { records } = await findRecords(workspace.search, files)
  return records.some(({ id }) => id === word)
}

function recordNamed(
  name: string,
  word: string,
  records: ReadonlyMap<string, RecordFile>,
  sought: string,
  codes: readonly string[],
): RecordFile {
  if (name === '')
    throw new UsageError(`\`${word}\` names no record: write its id before the \`#\``)
  const record = records.get(uniqueOf(name, [...records.keys()], 'record', sought, codes))
  if (!record) throw new UsageError(`there is no record \`${name}\``)
  return record
}

/** The records by their ids. Throws a UsageError where none can be found, with what is in the way. */
async function recordsOf({ search }: Workspace, files: Files): Promise<Map<string, RecordFile>> {
  const { records, diagnostics } = await findRecords(search, files)
  if (records.length === 0) throw new UsageError('no record could be found', diagnostics)
  return new Map(records.map((record) => [record.id, record]))
}

/** The items that a target names: one, or all of its record. Throws a UsageError for none. */
export function itemsOf(items: readonly Item[], item: string | undefined): readonly Item[] {
  if (item === undefined) return items
  const part = uniqueOf(item, items.map(partOf), 'item')
  return items.filter((one) => partOf(one) === part)
}

/** The same for a record with errors: none, where the one that is named may be lost to an error. */
export function soundItemsOf(items: readonly Item[], item: string | undefined): readonly Item[] {
  if (item === undefined) return items
  const meant = candidates(item, items.map(partOf))
  return meant.length === 1 ? items.filter((one) => meant.includes(partOf(one))) : []
}

/**
 * Of some ids the one that a word is, or that alone begins with it. `sought` is all that it could be, and
 * `others` the words for what is no such id. Throws a UsageError.
 */
export function uniqueOf(
  word: string,
  ids: readonly string[],
  what: string,
  sought = what,
  others: readonly string[] = [],
): string {
  const [first, ...more] = candidates(word, ids)
  if (first === undefined) {
    throw new UsageError(`there is no ${sought} \`${word}\`${suggestion(word, ids, others)}`)
  }
  if (more.length === 0) return first
  throw new UsageError(
    `\`${word}\` begins the ids of ${more.length + 1} ${what}s: ${listed([first, ...more])}`,
  )
}

/** The id that a word is, in whatever case, else those that begin with it. */
function candidates(word: string, ids: readonly string[]): readonly string[] {
  const lower = word.toLowerCase()
  const exact = ids.find((id) => id === word) ?? ids.find((id) => id.toLowerCase() === lower)
  return exact === undefined ? ids.filter((id) => id.toLowerCase().startsWith(lower)) : [exact]
}

/** The nearest id, or that whose beginning is nearest: people seldom write ids to their end. */
function suggestion(word: string, ids: readonly string[], others: readonly string[]): string {
  if (ids.length === 0) return ''
  const beginnings = new Map(ids.map((id) => [id.slice(0, word.length), id]))
  const near =
    didYouMean(word, ids) ??
    didYouMean(word, others) ??
    beginnings.get(didYouMean(word, [...beginnings.keys()]) ?? '')
  return `: ${near ? `did you mean \`${near}\`?` : didYouMeanOr(word, ids)}`
}
