import { edits } from '../../edit/edits.ts'
import { faultOfText } from '../rows/row-texts.ts'
import type { ActionField } from './action-mapping.ts'
import { type ActionRow, isSameText } from './action-row.ts'
import { percentIn, type SheetHabits } from './cell-values.ts'
import { type Asked, changeOf, type KnownAction, refusedCell, type Want, withText } from './want.ts'

/** A note and a percentage are one entry, unless the percentage takes back an earlier one. */
export function askedProgress(
  row: ActionRow,
  known: KnownAction,
  habits: SheetHabits,
): readonly Asked[] {
  const { action, item } = known
  const notes = (action.progress ?? []).flatMap(({ note }) => note ?? [])
  const text = row.text('note')
  const isNew = text !== '' && !notes.some((note) => isSameText(note, text))
  const percent = readPercent(row, habits)
  const fault = isNew ? faultOfText(text) : undefined
  const isLower = typeof percent === 'number' && percent < (item.percent ?? 0)
  const raised =
    typeof percent === 'number' && !isLower && percent !== item.percent ? percent : undefined
  return [
    ...(fault === undefined ? [] : [refusedCell(row, 'note', `it ${fault}: write it anew`)]),
    ...(typeof percent === 'object' ? [refusedCell(row, 'percent', percent.why)] : []),
    ...(isNew && fault === undefined ? [progressAsk(row, 'note', { text, percent: raised })] : []),
    ...(!isNew && raised !== undefined ? [progressAsk(row, 'percent', { percent: raised })] : []),
    ...(isLower ? [progressAsk(row, 'percent', { percent }, `${item.percent}%`)] : []),
  ]
}

function readPercent(
  row: ActionRow,
  habits: SheetHabits,
): number | { readonly why: string } | undefined {
  const text = row.text('percent')
  if (text === '') return undefined
  const read = withText(percentIn(text, habits), text)
  return 'why' in read ? read : read.value
}

function progressAsk(
  row: ActionRow,
  field: ActionField,
  options: { readonly text?: string; readonly percent?: number | undefined },
  before?: string,
): Want {
  const { text, percent } = options
  const after = [...(percent === undefined ? [] : [`${percent}%`]), ...(text ? [text] : [])].join(
    ': ',
  )
  return { ...changeOf(row, field, before, after), edit: edits.note, options }
}
