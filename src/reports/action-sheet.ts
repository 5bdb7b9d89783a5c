import type { Item, Progress } from '../assessment/item.ts'
import type { IsoDate } from '../calendar/day.ts'
import { dayMonthYear } from '../calendar/format-date.ts'
import type { SheetCell, SheetColumn } from '../page/sheet.ts'
import { STATUS_TONES, STATUS_WORDS } from './wording.ts'

/** An action as it stands, and what only its record has. */
export type SheetAction = {
  readonly item: Item
  readonly evidence: string | undefined
  readonly blocked: string | undefined
  readonly closed: { readonly on: IsoDate; readonly reason: string } | undefined
}

type ActionColumn = SheetColumn & { cell(row: SheetAction): SheetCell | undefined }

/**
 * What stands in each column of a sheet of actions, by the key under which it is read again. The names
 * are for people, who find what they fill in near the first two, which stay in view.
 */
export const ACTION_COLUMNS = {
  item: text('item', 26, ({ item }) => item.id),
  title: text('action', 40, ({ item }) => item.title),
  authority: text('authority', 26, ({ item }) => item.authority),
  owner: filledIn(text('owner', 20, ({ item }) => item.owner)),
  due: day('due', ({ item }) => item.due),
  status: text('status', 11, ({ item: { status } }) => ({
    value: STATUS_WORDS[status],
    tone: STATUS_TONES[status],
  })),
  done: filledIn(day('done', ({ item }) => item.submitted)),
  percent: filledIn({
    name: 'percent',
    width: 9,
    kind: 'percent',
    isFilledIn: false,
    cell: ({ item }) => item.percent,
  }),
  note: filledIn(text('note', 36, () => null)),
  evidence: filledIn(text('evidence', 26, ({ evidence }) => evidence)),
  expected: filledIn(day('expected', ({ item }) => item.expected)),
  blocked: filledIn(text('blocked by', 24, ({ blocked }) => blocked)),
  areas: text('area', 28, ({ item }) => areasAnswered(item)),
  lastNote: text('last note', 36, ({ item }) => lastNote(item.progress)),
  originalDue: day('original due', ({ item }) => item.originalDue),
  timesMoved: {
    name: 'times moved',
    width: 8,
    kind: 'number',
    isFilledIn: false,
    cell: ({ item }) => item.timesMoved,
  },
  movedBy: text('moved by', 18, ({ item }) => item.extension?.by),
  reason: text('reason for move', 26, ({ item }) => item.extension?.reason),
  closed: day('closed', ({ closed }) => closed?.on),
  closedBecause: text('closed because', 26, ({ closed }) => closed?.reason),
} as const satisfies Record<string, ActionColumn>

function text(name: string, width: number, cell: ActionColumn['cell']): ActionColumn {
  return { name, width, kind: 'text', isFilledIn: false, cell }
}

function day(name: string, cell: ActionColumn['cell']): ActionColumn {
  return { name, width: 13, kind: 'day', isFilledIn: false, cell }
}

function filledIn(column: ActionColumn): ActionColumn {
  return { ...column, isFilledIn: true }
}

/** The areas that an action answers, with their texts; empty where it answers none. */
export function areasAnswered({ background }: Item): string {
  return background.areas.map(({ id, text }) => `${id}: ${text}`).join('; ')
}

/** The newest note, with its day and who reports it; undefined where there is none. */
export function lastNote(progress: readonly Progress[]): string | undefined {
  const last = progress.findLast(({ note }) => note !== null)
  return last && `${dayMonthYear(last.on)}: ${last.note}${last.by === null ? '' : ` (${last.by})`}`
}
