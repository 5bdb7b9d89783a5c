import { UsageError } from '../../diagnostics/failures.ts'
import { listed } from '../../diagnostics/suggest.ts'
import { stageIds } from '../../frameworks/framework.ts'
import type { Host } from '../../host/host.ts'
import { readRecords, recordsIn } from '../../workspace/read-records.ts'
import { isRecord, type RecordTarget, targetOf } from '../../workspace/targets.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { type Edit, type EditName, edits } from './edits.ts'

/**
 * What an edit is about. The id of an action will do without its record, where one record has it; a
 * stage needs its record, since many have one of its name. Throws a UsageError.
 */
export async function editTarget(
  name: EditName,
  word: string,
  workspace: Workspace,
  host: Host,
): Promise<RecordTarget> {
  const { about }: Edit = edits[name]
  const isBare = !about.includes('record') && /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(word)
  const action = isBare ? await actionNamed(word, workspace, host) : undefined
  if (action) return action
  if (isBare && isStage(word, workspace) && !(await isRecord(word, workspace, host))) {
    throw new UsageError(`\`${word}\` is a stage: name its record too, as in \`RECORD#${word}\``)
  }
  const target = await targetOf(word, workspace, host)
  if ('date' in target) throw new UsageError(`\`${word}\` is a date: name an item or a record`)
  return target
}

function isStage(word: string, { settings }: Workspace): boolean {
  return [...settings.frameworks.values()].flatMap(stageIds).includes(word.toLowerCase())
}

/** The only action with an id. What an error hides may have the same id: then it is not the only one. */
async function actionNamed(
  word: string,
  workspace: Workspace,
  host: Host,
): Promise<RecordTarget | undefined> {
  const found = await recordsIn(workspace, host)
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
