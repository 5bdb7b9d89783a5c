import type { Item } from '../../../assessment/item.ts'
import type { IsoDate } from '../../../calendar/day.ts'
import { longDate } from '../../../calendar/format-date.ts'
import type { Action } from '../../../records/action.ts'
import { type Edit, edits } from '../../edit/edits.ts'
import * as guard from '../../edit/guards.ts'
import { faultOfText } from '../rows/row-texts.ts'
import type { ActionField } from './action-mapping.ts'
import { type ActionRow, isSameText } from './action-row.ts'
import { askedProgress } from './asked-progress.ts'
import { type CellValue, comparableDayIn, dayIn, type SheetHabits } from './cell-values.ts'
import { type Asked, changeOf, type KnownAction, refusedCell, type Want, withText } from './want.ts'

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
    ...(denied(row, 'done', action.done && longDate(action.done), 'delete it there by hand') ??
      askedDay(row, 'done', action.done, habits, (on) => ({ edit: edits.done, options: { on } }))),
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
    ...(denied(row, 'blocked', action.blocked, `use \`plandue unblock ${item.id}\``) ??
      askedText(row, 'blocked', action.blocked, (reason) => ({
        edit: edits.block,
        options: { reason },
      }))),
    ...askedClosing(row, action, item),
  ]
}

/** A word such as `No` over something that is recorded is no empty cell, and no new value either. */
function denied(
  row: ActionRow,
  field: ActionField,
  recorded: string | undefined,
  next: string,
): readonly Asked[] | undefined {
  const word = row.denial(field)
  if (word === undefined || recorded === undefined) return undefined
  const why = `it is \`${word}\`, but \`${recorded.trim()}\` in the record: if that no longer holds, ${next}`
  return [refusedCell(row, field, why)]
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
  if (fault !== undefined) return [refusedCell(row, field, `it ${fault}: write it anew`)]
  return [{ ...changeOf(row, field, recorded, text), ...means(text) }]
}

function askedDay(
  row: ActionRow,
  field: ActionField,
  recorded: IsoDate | undefined,
  habits: SheetHabits,
  means: (on: IsoDate) => Means,
): readonly Asked[] {
  const read = readDay(row, field, habits, [recorded])
  if (!read || (recorded && field === 'done' && YES.test(row.text(field)))) return []
  if ('why' in read) return [refusedCell(row, field, read.why)]
  const { value } = read
  return value === recorded ? [] : [{ ...changeOf(row, field, recorded, value), ...means(value) }]
}

function readDay(
  row: ActionRow,
  field: ActionField,
  habits: SheetHabits,
  recorded: readonly (IsoDate | null | undefined)[],
): CellValue<IsoDate> | undefined {
  const text = row.text(field)
  if (text === '') return undefined
  const same = comparableDayIn(text, habits)
  if (same !== undefined && recorded.includes(same)) return { value: same }
  const read = dayIn(text, habits)
  const isYes = field === 'done' && YES.test(text)
  return isYes
    ? { why: `it is \`${text}\`: write the day on which it was done` }
    : withText(read, text)
}

/** That it was done, though not when. */
const YES = /^(y|yes|x|true|done|completed?|✓|✔)$/i

/** The due date is a promise, which is moved by an extension alone. */
function askedDue(row: ActionRow, known: KnownAction, habits: SheetHabits): readonly Asked[] {
  const { action, item } = known
  const recorded = [action.due, item.due, ...(action.extensions ?? []).map(({ to }) => to)]
  const read = readDay(row, 'due', habits, recorded)
  if (!read) return []
  if ('why' in read) return [refusedCell(row, 'due', read.why)]
  const { value: to } = read
  if (recorded.includes(to)) return []
  const [by, reason] = [row.text('movedBy'), row.text('reason')]
  const { extension } = item
  const isOld = isSameText(reason, extension?.reason ?? '') && isSameText(by, extension?.by ?? '')
  if (by === '' || reason === '' || isOld) {
    const columns = `${row.label('movedBy')} who agreed, and under ${row.label('reason')} why`
    return [
      refusedCell(
        row,
        'due',
        `it is ${longDate(to)}, and ${longDate(item.due ?? action.due)} in the record: to move it, write under ${columns}`,
      ),
    ]
  }
  const fault = faultOfText(by) ?? faultOfText(reason)
  if (fault !== undefined) return [refusedCell(row, 'reason', `it ${fault}: write it anew`)]
  const means = { edit: edits.extend, options: { to, by, reason } }
  return [{ ...changeOf(row, 'due', item.due ?? action.due, to), ...means }]
}

/** A status follows from the days, so one that says more than they do is no use. */
function askedStatus(row: ActionRow, { item, action }: KnownAction): readonly Asked[] {
  const isFinished = /^(met|done|completed?|finished|closed)\b/i.test(row.text('status'))
  const isOver = Boolean(item.submitted ?? action.done ?? action.closed)
  if (!isFinished || isOver || row.text('done') !== '') return []
  const why = `it is \`${row.text('status')}\`, which follows from the days: write the day on which it was done under ${row.label('done')}`
  return [refusedCell(row, 'status', why)]
}

function askedClosing(row: ActionRow, { closed }: Action, { id }: Item): readonly Asked[] {
  if (row.text('closed') === '' || closed) return []
  const why = `it is \`${row.text('closed')}\`, and the record has no such day: an action is closed with a reason, by \`plandue close ${id} --reason …\``
  return [refusedCell(row, 'closed', why)]
}
