import type { Item } from '../../../assessment/item.ts'
import type { IsoDate } from '../../../calendar/day.ts'
import { longDate } from '../../../calendar/format-date.ts'
import type { Action } from '../../../records/action.ts'
import { type Edit, edits } from '../../edit/edits.ts'
import type { EditOptions } from '../../edit/guards.ts'
import * as guard from '../../edit/guards.ts'
import { faultOfText } from '../rows/row-texts.ts'
import type { ActionField } from './action-mapping.ts'
import { type ActionRow, isSameText } from './action-row.ts'
import { type CellValue, dayIn, percentIn, type SheetHabits } from './cell-values.ts'

/** What a cell asks to have changed. */
export type Want = {
  readonly field: ActionField
  readonly label: string
  /** What the record says in its place; null where that is nothing. */
  readonly before: string | null
  readonly after: string
  readonly edit: Edit
  readonly options: Partial<EditOptions>
  /** A file or an address that is to be recorded as evidence. */
  readonly evidence?: string | undefined
}

/** A cell that cannot be used: the cause, and what to do. */
export type RefusedCell = {
  readonly field: ActionField
  readonly label: string
  readonly why: string
}

export type Asked = Want | RefusedCell

/** An action as it stands. */
export type KnownAction = { readonly item: Item; readonly action: Action }

/**
 * What a row asks to have changed of an action. An empty cell asks for nothing, and so does one that
 * says what the record says, or once said: the sheet may be older.
 */
export function asksOf(row: ActionRow, known: KnownAction, habits: SheetHabits): readonly Asked[] {
  const { action, item } = known
  return [
    ...askedText(row, 'owner', action.owner, (owner) => ({
      edit: edits.assign,
      options: { owner },
    })),
    ...askedDue(row, known, habits),
    ...askedStatus(row, known),
    ...askedDay(row, 'done', action.done, habits, (on) => ({ edit: edits.done, options: { on } })),
    ...askedProgress(row, known, habits),
    ...askedText(row, 'evidence', action.evidence, (evidence) => ({
      edit: EVIDENCE,
      options: { evidence },
      evidence,
    })),
    ...askedDay(row, 'expected', action.expected, habits, (on) => ({
      edit: edits.expect,
      options: { on },
    })),
    ...askedText(row, 'blocked', action.blocked, (reason) => ({
      edit: edits.block,
      options: { reason },
    })),
    ...askedClosing(row, action, item),
  ]
}

/** What shows that an action was done can come before the day. */
const EVIDENCE: Edit = {
  about: ['action'],
  changes: ({ path }, { evidence }) => [{ path: [...path, 'evidence'], value: evidence }],
  guards: [guard.keepsEvidence],
}

/** An edit, and what it needs to be told. */
type Means = Pick<Want, 'edit' | 'options' | 'evidence'>

function askedText(
  row: ActionRow,
  field: ActionField,
  recorded: string | undefined,
  means: (text: string) => Means,
): readonly Asked[] {
  const text = row.text(field)
  if (text === '' || (recorded !== undefined && isSameText(text, recorded))) return []
  const fault = faultOfText(text)
  if (fault !== undefined) return [refused(row, field, `it ${fault}: write it anew`)]
  return [{ ...ask(row, field, recorded, text), ...means(text) }]
}

function askedDay(
  row: ActionRow,
  field: ActionField,
  recorded: IsoDate | undefined,
  habits: SheetHabits,
  means: (on: IsoDate) => Means,
): readonly Asked[] {
  const read = readDay(row, field, habits)
  if (!read || (recorded && field === 'done' && YES.test(row.text(field)))) return []
  if ('why' in read) return [refused(row, field, read.why)]
  const { value } = read
  return value === recorded ? [] : [{ ...ask(row, field, recorded, value), ...means(value) }]
}

function readDay(
  row: ActionRow,
  field: ActionField,
  habits: SheetHabits,
): CellValue<IsoDate> | undefined {
  const text = row.text(field)
  if (text === '') return undefined
  const read = dayIn(text, habits)
  const isYes = field === 'done' && YES.test(text)
  return isYes ? { why: `it is \`${text}\`: write the day on which it was done` } : said(read, text)
}

/** That it was done, though not when. */
const YES = /^(y|yes|x|true|done|completed?|✓|✔)$/i

function said<T>(read: CellValue<T>, text: string): CellValue<T> {
  return 'why' in read ? { why: `it is \`${text}\`: ${read.why}` } : read
}

/** The due date is a promise, which is moved by an extension alone. */
function askedDue(row: ActionRow, known: KnownAction, habits: SheetHabits): readonly Asked[] {
  const { action, item } = known
  const read = readDay(row, 'due', habits)
  if (!read) return []
  if ('why' in read) return [refused(row, 'due', read.why)]
  const { value: to } = read
  const extensions = action.extensions ?? []
  if (to === action.due || to === item.due || extensions.some((one) => one.to === to)) return []
  const [by, reason] = [row.text('movedBy'), row.text('reason')]
  const { extension } = item
  const isOld = isSameText(reason, extension?.reason ?? '') && isSameText(by, extension?.by ?? '')
  if (by === '' || reason === '' || isOld) {
    const columns = `${row.label('movedBy')} who agreed, and under ${row.label('reason')} why`
    return [
      refused(
        row,
        'due',
        `it is ${longDate(to)}, and ${longDate(item.due ?? action.due)} in the record: to move it, write under ${columns}`,
      ),
    ]
  }
  const fault = faultOfText(by) ?? faultOfText(reason)
  if (fault !== undefined) return [refused(row, 'reason', `it ${fault}: write it anew`)]
  const means = { edit: edits.extend, options: { to, by, reason } }
  return [{ ...ask(row, 'due', item.due ?? action.due, to), ...means }]
}

/** A status follows from the days, so one that says more than they do is no use. */
function askedStatus(row: ActionRow, { item, action }: KnownAction): readonly Asked[] {
  const isFinished = /^(met|done|completed?|finished|closed)\b/i.test(row.text('status'))
  const isOver = Boolean(item.submitted ?? action.done ?? action.closed)
  if (!isFinished || isOver || row.text('done') !== '') return []
  const why = `it is \`${row.text('status')}\`, which follows from the days: write the day on which it was done under ${row.label('done')}`
  return [refused(row, 'status', why)]
}

function askedClosing(row: ActionRow, { closed }: Action, { id }: Item): readonly Asked[] {
  if (row.text('closed') === '' || closed) return []
  const why = `it is \`${row.text('closed')}\`, and the record has no such day: an action is closed with a reason, by \`plandue close ${id} --reason …\``
  return [refused(row, 'closed', why)]
}

/** A note and a percentage are one entry, unless the percentage takes back an earlier one. */
function askedProgress(row: ActionRow, known: KnownAction, habits: SheetHabits): readonly Asked[] {
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
    ...(fault === undefined ? [] : [refused(row, 'note', `it ${fault}: write it anew`)]),
    ...(typeof percent === 'object' ? [refused(row, 'percent', percent.why)] : []),
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
  const read = said(percentIn(text, habits), text)
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
  return { ...ask(row, field, before, after), edit: edits.note, options }
}

function ask(row: ActionRow, field: ActionField, before: string | undefined, after: string) {
  return { field, label: row.label(field), before: before ?? null, after }
}

function refused(row: ActionRow, field: ActionField, why: string): RefusedCell {
  return { field, label: row.label(field), why }
}
