import type { Item } from '../../assessment/item.ts'
import type { IsoDate } from '../../calendar/day.ts'
import type { Framework } from '../../frameworks/framework.ts'

/** When something happened or is due, and in which record it stands. */
export type Moment = {
  /** Null for what has no day yet. A month of which no day is known is dated on its first. */
  readonly date: IsoDate | null
  /** The last day of a visit of several days. */
  readonly until: IsoDate | null
  readonly precision: 'day' | 'month'
  readonly state: 'happened' | 'overdue' | 'toCome'
  readonly record: string
}

/** A visit, or what was found as it was sent, arrived or became public. */
export type ReportEvent = Moment & {
  readonly kind: 'visited' | 'sent' | 'received' | 'published'
  readonly framework: Pick<Framework, 'id' | 'title'>
  /** What the inspection looked at. */
  readonly title: string | null
  /** The record before it. */
  readonly follows: string | null
  /** Whether nothing in the record happened before. */
  readonly isFirst: boolean
  /** With the event that made them known. */
  readonly findings: Findings | null
}

/** What the report says. */
export type Findings = {
  readonly judgements: readonly Judgement[]
  /** Null where the record does not say whether there are any. */
  readonly areasForPriorityAction: readonly Area[] | null
  readonly areasForImprovement: readonly Area[] | null
  readonly source: string | null
  readonly notes: string | null
}

export type Area = { readonly id: string; readonly text: string }

/** What became of a stage or an action, or is still to be done. */
export type ItemEvent = Moment & {
  readonly kind: 'extended' | 'submitted' | 'closed' | 'done' | 'due' | 'waiting'
  readonly item: Item
  /** The extension that this event is; with other events, those of which the day is not known. */
  readonly extensions: readonly Extension[]
  /** Why it was closed. */
  readonly reason: string | null
}

export type TimelineEvent = ReportEvent | ItemEvent

/** What one record adds to the story of its authority. */
export type Chapter = {
  readonly record: string
  readonly authority: string
  readonly follows: string | null
  readonly events: readonly TimelineEvent[]
}

/** All that happened to an authority up to a day, and what it then has still to do, in order. */
export type Story = { readonly authority: string; readonly events: readonly TimelineEvent[] }

/** A judgement as it stands after an inspection. */
export type Judgement = {
  readonly name: string
  readonly value: string
  /** What it was before; null where no record before it says so. */
  readonly before: string | null
}

/** A later due date that was granted. */
export type Extension = {
  /** When it was due before; null where that is not known. */
  readonly from: IsoDate | null
  readonly to: IsoDate
  readonly by: string | null
  readonly reason: string | null
}

/** Whether something is still to come: what is due today is. */
export function isToCome({ state }: Moment): boolean {
  return state === 'toCome'
}
