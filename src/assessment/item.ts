import type { IsoDate } from '../calendar/day.ts'
import type { Span } from '../calendar/without-days.ts'
import { compareText } from '../language/text-order.ts'
import type { GrantedExtension } from '../records/item-parts.ts'
import type { Background } from './background.ts'

/** Where an item stands, most urgent first. */
export const STATUSES = [
  'overdue',
  'atRisk',
  'onTrack',
  'waiting',
  'metLate',
  'met',
  'closed',
  'notRequired',
] as const

export type Status = (typeof STATUSES)[number]

/** Why an item is at risk. */
export const REASONS = [
  'dueSoon',
  'earlierStageOverdue',
  'forecastLate',
  'receiptUnknown',
  'blocked',
  'actionAfterDeadline',
  'stepMissed',
  'stepOnClosure',
  'stepAfterDue',
] as const

export type Reason = (typeof REASONS)[number]

/** Why an item that is `waiting` or `notRequired` has no deadline. */
export const STATUS_REASONS = [
  'notVisited',
  'noReport',
  'clockNotStarted',
  'notInForce',
  'noPriorityAction',
] as const

export type StatusReason = (typeof STATUS_REASONS)[number]

/** What a due date rests on; `fixed` is the date that an action itself names. */
export type Basis =
  | 'extended'
  | 'stated'
  | 'received'
  | 'sent'
  | 'published'
  | 'visited'
  | 'submitted'
  | 'fixed'

/** A step of the authority's own on the way to a submission, such as a meeting that must agree. */
export type Step = {
  readonly id: string
  readonly title: string
  /** How many working days before the due day it is to be taken. */
  readonly workingDaysBefore: number
  /** The day for which it is planned. */
  readonly on: IsoDate
  /** The day so many working days before the due day, for which it is planned if nothing else is said. */
  readonly usual: IsoDate
  readonly done: IsoDate | null
  /** The closure of the authority on which it falls. */
  readonly closure: string | null
}

/** What silences one rule on an item, up to and with a day. */
export type Waiver = {
  readonly rule: string
  readonly reason: string
  readonly approvedBy: string
  readonly until: IsoDate
}

/** What keeps an item out of reminders, up to and with a day. */
export type Snooze = { readonly until: IsoDate; readonly reason: string }

/** How far an item had come on a day: in words, as a percentage, or both. */
export type Progress = {
  readonly on: IsoDate
  readonly note: string | null
  readonly percent: number | null
  readonly by: string | null
}

/** A reason for being at risk, and the first day on which it holds. */
export type RiskAhead = { readonly reason: Reason; readonly on: IsoDate }

/** A stage or an action: anything with a deadline, and where it stands as at one day. */
export type Item = {
  /** `<record id>#<stage or action id>` */
  readonly id: string
  readonly record: string
  readonly file: string
  readonly line: number
  readonly authority: string
  readonly framework: string
  readonly kind: 'stage' | 'action'
  readonly stage: string | null
  readonly title: string
  readonly owner: string | null
  readonly status: Status
  /** Null unless the status is `waiting` or `notRequired`. */
  readonly statusReason: StatusReason | null
  readonly reasons: readonly Reason[]
  /** A sentence for each reason; for a status without reasons, a sentence that explains it. */
  readonly why: readonly string[]
  readonly due: IsoDate | null
  /** The due date before any extension. */
  readonly originalDue: IsoDate | null
  /** How often extensions moved the due date, and by how many working days in all. */
  readonly timesMoved: number
  readonly workingDaysMoved: number
  /** Where only the day of publication is known: how early the true due date can be. */
  readonly earliestDue: IsoDate | null
  /** The last working day before a due day that is none; null where the due day is one. */
  readonly lastWorkingDay: IsoDate | null
  /**
   * Whether the record says when the school has holidays, where the due date was counted without
   * them: if false, it is the earliest possible. Null where they do not matter.
   */
  readonly schoolHolidaysKnown: boolean | null
  /** The school holidays that are no working days for it. */
  readonly schoolHolidays: readonly Span[]
  readonly basis: Basis | null
  /** What its due date rests on where that was extended. */
  readonly extension: GrantedExtension | null
  /** Computed with bank holidays that no official list names yet. */
  readonly provisional: boolean
  readonly expected: IsoDate | null
  /** The day on which a stage was submitted or an action done. */
  readonly submitted: IsoDate | null
  /** What shows that it was: a path in the repository or a URL; null where nothing does. */
  readonly evidence: string | null
  /** What stands in the way of an open action. */
  readonly blocked: string | null
  /** As recorded up to the day of the report, oldest first. */
  readonly progress: readonly Progress[]
  /** The newest percentage among them; 100 does not complete an item. */
  readonly percent: number | null
  /** Until due, as at the day of the report, or of the submission: 0 on the due day, negative after. */
  readonly workingDaysLeft: number | null
  readonly calendarDaysLeft: number | null
  /** Working days since the due day: 0 up to it, and as long as only closed days have passed. */
  readonly workingDaysLate: number
  /** The first day on which the item is at risk, if nothing is done. */
  readonly atRiskFrom: IsoDate | null
  /** Why it will be at risk from then on: a sentence for each reason; empty unless it is on track. */
  readonly atRiskWhy: readonly string[]
  /** The reasons that come with time, each with the first day on which it holds if nothing is done. */
  readonly risksAhead: readonly RiskAhead[]
  /** The way to an open submission, first step first; see `governance` in the configuration. */
  readonly steps: readonly Step[]
  /** Those in force on the day of the report, whether or not there is anything to silence. */
  readonly waivers: readonly Waiver[]
  /** Where the record wants nobody to be reminded of it up to and with a day that is not past. */
  readonly snooze: Snooze | null
  readonly background: Background
}

/** The id of the stage or action that an item is, within its record. */
export function partOf({ id, record }: Pick<Item, 'id' | 'record'>): string {
  return id.slice(record.length + 1)
}

/** Compares items for `sort`: a stage, whose date is the law's, before actions; then by their ids. */
export function stagesFirst(a: Item, b: Item): number {
  if (a.kind !== b.kind) return a.kind === 'stage' ? -1 : 1
  return compareText(a.id, b.id)
}

/** Whether somebody must see to an item now. */
export function needsSomebody({ status }: Pick<Item, 'status'>): boolean {
  return status === 'overdue' || status === 'atRisk'
}

/** Whether something is still to be done about an item. */
export function isOpen({ status }: Pick<Item, 'status'>): boolean {
  return status === 'overdue' || status === 'atRisk' || status === 'onTrack'
}
