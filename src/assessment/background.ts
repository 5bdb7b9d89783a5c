import type { IsoDate } from '../calendar/day.ts'
import type { GrantedExtension } from '../records/item-parts.ts'
import type { PlanStage } from '../records/plan-stage.ts'

/** What will release an item from its due date on a day after that of the report. */
export type LaterReleases = Pick<PlanStage, 'closed'> & {
  readonly extensions: readonly GrantedExtension[]
  /** A later start of the clock that the record gives, and when a stage will be due by it. */
  readonly start?: { readonly on: IsoDate; readonly due: IsoDate }
  /** The day on which it will count as submitted or done. */
  readonly settled?: IsoDate
}

/** What people are shown of an item and its record beside what the JSON report documents. */
export type Background = {
  /** Of the report or letter and the visit, as known on the day of the report. */
  readonly published: IsoDate | null
  readonly received: IsoDate | null
  readonly sent: IsoDate | null
  /** The last day of the visit, or its month where no more is known. */
  readonly visited: string | null
  /** The day from which a stage or an action counts as closed. */
  readonly closedOn: IsoDate | null
  /** All that moved its due date, in the order of the record; the item itself has the latest. */
  readonly extensions: readonly GrantedExtension[]
  /** What will move it, or close it, on a day after that of the report. */
  readonly ahead?: LaterReleases
  /** The areas for priority action, then those for improvement, that an action answers. */
  readonly areas: readonly { readonly id: string; readonly text: string }[]
  /** The day from which the due date was counted; null where it was not counted. */
  readonly countedFrom: IsoDate | null
  /** How many working days before the due day it is at risk. */
  readonly margin: number
  /** How many working days after the due day it is expected; 0 where it is not expected later. */
  readonly workingDaysExpectedLate: number
  /** The next step of governance, where it is at most five working days away. */
  readonly nextStep: { readonly title: string; readonly on: IsoDate } | null
}
