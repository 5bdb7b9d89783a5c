import { UsageError } from '../../diagnostics/failures.ts'
import { stageIds } from '../../frameworks/framework.ts'
import type { Host } from '../../host/host.ts'
import { actionNamed } from '../../workspace/action-named.ts'
import type { RecordTarget } from '../../workspace/record-target.ts'
import { isRecord, targetOf } from '../../workspace/targets.ts'
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
  const isOfItems = !about.includes('record')
  const action = isOfItems ? await actionNamed(word, workspace, host) : undefined
  if (action) return action
  if (isOfItems && isStage(word, workspace) && !(await isRecord(word, workspace, host))) {
    throw new UsageError(`\`${word}\` is a stage: name its record too, as in \`RECORD#${word}\``)
  }
  const target = await targetOf(word, workspace, host)
  if ('date' in target) throw new UsageError(`\`${word}\` is a date: name an item or a record`)
  return target
}

function isStage(word: string, { settings }: Workspace): boolean {
  return [...settings.frameworks.values()].flatMap(stageIds).includes(word.toLowerCase())
}
