import { type Item, partOf } from '../../assessment/item.ts'
import { isoOf } from '../../calendar/day.ts'
import { UsageError } from '../../diagnostics/failures.ts'
import { didYouMeanOr } from '../../diagnostics/suggest.ts'
import type { Framework } from '../../frameworks/framework.ts'
import type { ReadRecord } from '../../workspace/read-records.ts'
import type { RecordTarget } from '../../workspace/record-target.ts'
import { itemsOf } from '../../workspace/targets.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { type Data, dataAt, isDataList } from '../../yaml/edit/data.ts'
import type { Path } from '../../yaml/place.ts'
import { type Edit, type EditName, edits } from './edits.ts'
import type { Subject } from './guards.ts'

type Read = { readonly surveyed: ReadRecord; readonly data: Data }

/**
 * The item or record that a target names. Throws a UsageError where the edit is not for such an item.
 */
export function subjectOf(
  name: EditName,
  target: RecordTarget,
  { surveyed: { reading, items }, data }: Read,
  workspace: Workspace,
  { step }: { readonly step?: string },
): Subject {
  const { record } = reading
  if (!record) throw new UsageError(`\`${reading.file}\` has errors`)
  checkIsTracked(target, items, workspace.settings.frameworks.get(record.framework))
  const item = itemFor(name, target, items)
  if (step && item) checkStep(step, item, workspace)
  return {
    record,
    item,
    path: item ? pathOf(item, data) : [],
    today: isoOf(workspace.today),
    sizeOf: (path) => listAt(data, path).length,
    actionIds: listAt(data, ['actions']).map((action) => String(dataAt(action, ['id']))),
  }
}

function listAt(data: Data, path: Path): readonly Data[] {
  const list = dataAt(data, path)
  return isDataList(list) ? list : []
}

/** An optional stage is no item until the configuration or the record asks for it. */
function checkIsTracked(
  { item }: RecordTarget,
  items: readonly Item[],
  framework: Framework | undefined,
): void {
  const isOptional = framework?.stages.some(({ id, optional }) => id === item && optional)
  if (!isOptional || items.some((one) => partOf(one) === item)) return
  throw new UsageError(
    `\`${item}\` is an optional stage: to track it for all records, write \`stages: { ${framework?.id}: [${item}] }\` in plandue.yaml; for this one, write what is known of it under \`plan\`, such as \`${item}: { stated: 2024-02-23 }\``,
  )
}

function itemFor(name: EditName, { record, item }: RecordTarget, items: readonly Item[]) {
  const { about }: Edit = edits[name]
  if (about.includes('record')) {
    if (item === undefined) return undefined
    throw new UsageError(`${name} is for a record, not for an item: use \`${record.id}\``)
  }
  const [one] = itemsOf(items, item)
  if (item === undefined || !one) {
    const ids = items.filter(({ kind }) => about.includes(kind)).map(({ id }) => id)
    throw new UsageError(`name an item of \`${record.id}\`: ${didYouMeanOr(record.id, ids)}`)
  }
  if (about.includes(one.kind)) return one
  const [other] = Object.entries(INSTEAD).flatMap(([from, to]) => (from === name ? to : []))
  const next = other ? `: use \`plandue ${other}\`` : ''
  throw new UsageError(
    `\`${one.id}\` is ${KINDS[one.kind]}, and ${name} is for ${KINDS[about[0] ?? 'stage']}${next}`,
  )
}

const KINDS = { stage: 'a stage', action: 'an action', record: 'a record' }

/** The command for the other kind of item. */
const INSTEAD: { readonly [name in EditName]?: EditName } = {
  submit: 'done',
  done: 'submit',
  block: 'note',
}

/** The path of an item in its file, also where it is not there yet. */
function pathOf(item: Item, data: Data): Path {
  if (item.stage !== null) return ['plan', item.stage]
  const id = partOf(item)
  const entries = listAt(data, ['actions'])
  return ['actions', entries.findIndex((entry) => dataAt(entry, ['id']) === id)]
}

/** A step without a configured counterpart would have no effect. */
function checkStep(step: string, { stage }: Item, { settings }: Workspace): void {
  const known = (settings.governance[stage ?? ''] ?? []).map(({ id }) => id)
  if (known.includes(step)) return
  const next =
    known.length > 0
      ? didYouMeanOr(step, known)
      : 'define its steps under `governance` in plandue.yaml'
  throw new UsageError(`there is no step \`${step}\` of \`${stage}\`: ${next}`)
}
