import type { ReadRecord } from '../../../workspace/read-records.ts'
import { type ActionRow, isSameText } from './action-row.ts'
import { asksOf } from './asks.ts'
import { comparableDayIn, type SheetHabits } from './cell-values.ts'
import { newActionAsks } from './new-action.ts'
import type { ActionTarget } from './targets.ts'
import type { Asked, RefusedCell } from './want.ts'

/** `item` is the id of the item; of a row for a new action, null. */
type Row = { readonly line: number; readonly item: string | null }

/** A row, and what it asks for. */
export type AskingRow = Row & { readonly one: ReadRecord; readonly asks: readonly Asked[] }

/** A row, or why all of it is refused. */
export type PlannedAction = AskingRow | (Row & { readonly why: string })

/** What each row asks for. Of two rows for one action nobody knows which counts. */
export function planRows(
  rows: readonly ActionRow[],
  find: (text: string) => ActionTarget,
  habits: SheetHabits,
): readonly PlannedAction[] {
  const found = rows.map((row) => ({
    row,
    target: sameAction(find(row.text('item')), row, habits),
  }))
  const lines = new Map<string, number[]>()
  for (const { row, target } of found) {
    const key = keyOf(target, row)
    if (key !== null) lines.set(key, [...(lines.get(key) ?? []), row.line])
  }
  return found.map(({ row, target }) => {
    const others = (lines.get(keyOf(target, row) ?? '') ?? []).filter((line) => line !== row.line)
    const about = { line: row.line, item: idOf(target) }
    return others.length > 0
      ? {
          ...about,
          why: `it has another row, ${others.join(' and ')}: leave one of them in the sheet`,
        }
      : { ...about, ...planned(row, target, habits) }
  })
}

/** What an action is known by: its id or, while it has none, its record, title and due date. */
function keyOf(target: ActionTarget, row: ActionRow): string | null {
  if ('why' in target) return null
  const { one, item } = target
  const said = [one.reading.id, row.text('title').toLowerCase(), row.text('due')]
  return item ? item.id : said.join('\n')
}

function idOf(target: ActionTarget): string | null {
  return 'item' in target ? (target.item?.id ?? null) : null
}

function planned(
  row: ActionRow,
  target: ActionTarget,
  habits: SheetHabits,
): { readonly one: ReadRecord; readonly asks: readonly Asked[] } | { readonly why: string } {
  if (row.why !== null) return { why: row.why }
  if ('why' in target) return target
  const { one, item } = target
  if (item === null) return { one, asks: newActionAsks(row, habits) }
  const { action } = target
  if (!action) return { one, asks: stageAsks(row) }
  const title = row.text('title')
  if (title !== '' && !isTitle(title, action.title)) {
    return {
      why: `${row.label('title')} is \`${title}\`, but \`${action.title}\` in the record: export the actions again, if the title was changed there; a sheet of which some columns alone were sorted mixes up its rows`,
    }
  }
  return { one, asks: asksOf(row, { item, action }, habits) }
}

/** Excel cuts a text of more than 32,767 characters. */
function isTitle(title: string, recorded: string): boolean {
  return isSameText(title, recorded) || (title.endsWith('…') && recorded.length > 32_000)
}

/** The row of an action that was new the last time has no id yet. */
function sameAction(target: ActionTarget, row: ActionRow, habits: SheetHabits): ActionTarget {
  if (!('item' in target) || target.item !== null) return target
  const { one } = target
  const due = comparableDayIn(row.text('due'), habits)
  const action = one.reading.record?.actions?.find(
    (known) => isSameText(known.title, row.text('title')) && known.due === due,
  )
  const item = action && one.items.find(({ id }) => id === `${one.reading.id}#${action.id}`)
  return action && item ? { one, item, action } : target
}

/** A sheet may have the stages too, which have commands of their own. */
function stageAsks(row: ActionRow): readonly RefusedCell[] {
  if (row.text('note') === '') return []
  const why =
    'it is a stage, and only actions are brought in: use `plandue submit`, `note` or `extend`'
  return [{ field: 'note', label: row.label('note'), why }]
}
