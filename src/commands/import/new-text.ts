import { type AssessmentContext, assessRecord } from '../../assessment/assess-record.ts'
import type { Item } from '../../assessment/item.ts'
import { isError } from '../../diagnostics/diagnostic.ts'
import type { StagesOf } from '../../records/consistency.ts'
import { type RecordReading, readRecord } from '../../records/read-record.ts'
import type { InspectionRecord } from '../../records/record.ts'
import { BASIS_WORDS } from '../../reports/wording.ts'
import type { Mapping } from './rows/mapping.ts'
import type { Made } from './rows/plan.ts'
import { inUsualOrder, recordText } from './rows/record-text.ts'

export type NewTerms = {
  readonly mapping: Mapping
  readonly context: AssessmentContext
  readonly stagesOf: StagesOf
  /** Whether stages whose due day is past stay open. */
  readonly keepOpen: boolean
}

export type NewText =
  | { readonly text: string; readonly remarks: readonly string[]; readonly closed: number }
  | { readonly why: string }

/**
 * The text of a new record, proven by reading it back. A stage whose due day is past and of which no
 * submission is known is closed on that day: nothing is reported overdue on a guess.
 */
export function newText(
  { id, record, draft }: Made,
  file: string,
  modeline: string,
  { mapping, context, stagesOf, keepOpen }: NewTerms,
): NewText {
  const { unknown = {}, closed: reason } = mapping
  const read = (text: string) => readRecord(text, { file, id }, stagesOf)
  const textOf = (value: InspectionRecord, comments: ReadonlyMap<string, string>) =>
    recordText(value, { modeline, unknown, comments })
  const open = read(textOf(record, draft.comments))
  const past = reason !== undefined && !keepOpen ? pastStages(open, context) : []
  const closed = withClosed(record, past, reason ?? '')
  const comments = new Map([...draft.comments, ...past.map(dueComment)])
  const text = textOf(closed, comments)
  const reading = read(text)
  const why = faultIn(reading, closed)
  if (why !== undefined) return { why }
  const remarks = reading.diagnostics.map(({ message }) => message)
  return { text, remarks, closed: past.length }
}

function pastStages(reading: RecordReading, context: AssessmentContext): readonly Item[] {
  return assessRecord(reading, context).items.filter(
    ({ kind, status }) => kind === 'stage' && status === 'overdue',
  )
}

function withClosed(
  record: InspectionRecord,
  past: readonly Item[],
  reason: string,
): InspectionRecord {
  if (past.length === 0) return record
  const closed = past.flatMap(({ stage, due }) =>
    stage && due
      ? [[stage, { ...record.plan?.[stage], closed: { on: due, reason } }] as const]
      : [],
  )
  return { ...record, plan: { ...record.plan, ...Object.fromEntries(closed) } }
}

function dueComment({ stage, basis }: Item): readonly [string, string] {
  const counted = basis === 'published' || basis === 'received' ? `, ${BASIS_WORDS[basis]}` : ''
  return [`plan.${stage}.closed.on`, `the due day${counted}`]
}

/** Why a text does not read back as its record; undefined where it does. */
function faultIn(reading: RecordReading, record: InspectionRecord): string | undefined {
  const error = reading.diagnostics.find(isError)
  if (error) return error.message
  const isSame =
    reading.record &&
    JSON.stringify(inUsualOrder(reading.record)) === JSON.stringify(inUsualOrder(record))
  return isSame ? undefined : 'its values cannot be written as YAML that reads back the same'
}
