import { UsageError } from '../diagnostics/failures.ts'
import { listed } from '../diagnostics/suggest.ts'
import type { Files } from '../host/host.ts'
import { findRecords } from '../records/find.ts'
import { contentIn, readRecords } from './read-records.ts'
import type { RecordTarget } from './record-target.ts'
import type { Workspace } from './workspace.ts'

const BARE = /^[A-Za-z0-9][A-Za-z0-9._-]*$/

/**
 * The only action with an id, which stands without its record; undefined where there is none. Throws a
 * UsageError where several have it, or where an error may hide another one.
 */
export async function actionNamed(
  word: string,
  workspace: Workspace,
  files: Files,
): Promise<RecordTarget | undefined> {
  if (!BARE.test(word)) return undefined
  const found = { ...(await findRecords(workspace.search, files)), content: contentIn(files) }
  const holders = readRecords(found, workspace, ({ reading }) => ({
    ids: (reading.record?.actions ?? []).map(({ id }) => id),
    isWhole: reading.record !== undefined,
  })).map(({ file, kept }) => ({
    record: file,
    item: kept?.ids.find((id) => id.toLowerCase() === word.toLowerCase()),
    isWhole: kept?.isWhole ?? false,
  }))
  const [only, ...others] = holders.flatMap(({ record, item }) => (item ? [{ record, item }] : []))
  if (!only) return undefined
  const ids = [only, ...others].map(({ record, item }) => `${record.id}#${item}`)
  if (others.length > 0) {
    throw new UsageError(`\`${word}\` is an action of ${ids.length} records: ${listed(ids)}`)
  }
  const hidden = holders.find(({ isWhole }) => !isWhole)
  if (!hidden) return only
  throw new UsageError(
    `\`${word}\` may be an action of ${hidden.record.file} too, which has errors: use \`${ids[0]}\``,
  )
}
