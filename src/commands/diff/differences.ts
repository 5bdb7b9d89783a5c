import { isDueMoved, unextendedWords } from '../../assessment/change.ts'
import { type Item, partOf } from '../../assessment/item.ts'
import type { ItemDifference } from '../../assessment/match-items.ts'
import type { Release } from '../../assessment/released.ts'
import { dayOf, type IsoDate } from '../../calendar/day.ts'
import { longDate } from '../../calendar/format-date.ts'
import type { WorkingDays } from '../../calendar/working-days.ts'
import { count } from '../../language/count.ts'
import type { InspectionRecord } from '../../records/record.ts'

/** Whether a change moves the due date, the status, the submission, its evidence or the name of an item. */
export function isMove({ former, now }: ItemDifference): boolean {
  return !former || !now || !isSame(former, now)
}

function isSame(a: Item, b: Item): boolean {
  const keys = ['id', 'due', 'status', 'submitted', 'evidence'] as const
  return keys.every((key) => a[key] === b[key])
}

/** What an item follows from, on one side of a change. */
export type Inputs = {
  /** Undefined where the record cannot be read. */
  readonly record: InspectionRecord | undefined
  /** Parts of the configuration and what it names, as values to compare, by their names. */
  readonly settings: Readonly<Record<string, unknown>>
}

/**
 * Why an item differs: the keys of the record that changed and that bear on it; where there are none,
 * the parts of the settings.
 */
export function causesOf(
  { former, now }: ItemDifference,
  before: Inputs | undefined,
  after: Inputs | undefined,
): readonly string[] {
  if (!former || !now || !before || !after) return []
  const keys = changed(bearings(before.record, former), bearings(after.record, now))
  const renamed = former.record === now.record ? [] : ['file']
  const settings = keys.length > 0 ? [] : changed(before.settings, after.settings)
  return [...renamed, ...keys, ...settings]
}

/** What of a record bears on an item, by its keys. */
function bearings(record: InspectionRecord | undefined, item: Item): Record<string, unknown> {
  const { framework, visited, received, sent, published, schoolHolidays } = record ?? {}
  const { areasForPriorityAction, plan } = record ?? {}
  const stages = Object.entries(plan ?? {}).flatMap(([stage, said]) => {
    const { owner, progress, ...rest } = said
    const isOwn = stage === item.stage
    const bears = isOwn ? rest : { submitted: said.submitted, closed: said.closed }
    return Object.entries(bears).map(([key, value]) => [`plan.${stage}.${key}`, value] as const)
  })
  const { due, extensions, done, evidence, closed, expected, blocked } =
    record?.actions?.find(({ id }) => id === partOf(item)) ?? {}
  const ofAction = { due, extensions, done, evidence, closed, expected, blocked }
  return {
    framework,
    visited,
    received,
    sent,
    published,
    schoolHolidays,
    areasForPriorityAction: areasForPriorityAction && areasForPriorityAction.length > 0,
    ...Object.fromEntries(item.kind === 'stage' ? stages : []),
    ...(item.kind === 'action' ? ofAction : {}),
  }
}

function changed(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): string[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...keys].filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
}

/** What can be found in a change. */
export const FINDINGS = [
  'due-moved',
  'entered-late',
  'removed',
  'rewritten',
  'unjustified',
] as const

/** What a reviewer of a change should know. */
export type ReviewFinding = {
  readonly code: (typeof FINDINGS)[number]
  readonly item: string
  readonly file: string
  readonly line: number
  readonly message: string
}

/** A due date that a change has moved without an extension. */
export function dueMoved({ former, now }: ItemDifference): ReviewFinding[] {
  if (!former || !now || !isDueMoved(former, now)) return []
  const { id, file, line } = now
  const message = unextendedWords(former.due, now.due)
  return [{ code: 'due-moved', item: id, file, line, message }]
}

/** A release from a due date, or something rewritten, that nobody can agree to. */
export function unjustified({ failure, line }: Release): ReviewFinding[] {
  if (!failure?.item) return []
  const { item, file, reason, why } = failure
  const code = reason === 'removed' || reason === 'rewritten' ? reason : 'unjustified'
  return [{ code, item, file, line, message: why }]
}

/** A date entered more than this many working days after the day itself is entered late. */
const SOON = 10

/** When a submission was entered, and on which line. */
export type SubmissionEntry = { readonly on: IsoDate; readonly line: number }

/** A submission entered long after its own date. */
export function enteredLate(
  item: Item,
  entry: SubmissionEntry,
  days: WorkingDays,
): ReviewFinding[] {
  const { id, file, submitted } = item
  if (submitted === null) return []
  const late = days.between(dayOf(submitted), dayOf(entry.on))
  if (late <= SOON) return []
  const what = item.kind === 'stage' ? 'submitted' : 'done'
  const message = `${what} is ${longDate(submitted)}, but was entered on ${longDate(entry.on)}, ${count(late, 'working day')} later`
  return [{ code: 'entered-late', item: id, file, line: entry.line, message }]
}
