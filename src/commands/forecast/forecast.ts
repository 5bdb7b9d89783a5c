import { type Assessment, type Summary, summarise } from '../../assessment/assessment.ts'
import { fails } from '../../assessment/failing.ts'
import { type Item, isOpen, STATUSES, type Status, type Step } from '../../assessment/item.ts'
import * as sentence from '../../assessment/sentences.ts'
import { waivedUntil } from '../../assessment/waivers.ts'
import { addDays, type Day, dayOf, type IsoDate, isoOf } from '../../calendar/day.ts'
import { compareText } from '../../language/text-order.ts'
import type { BusyWeek } from './busy-weeks.ts'
import type { DueWhenClosed } from './closed-days.ts'

/** A forecast, the assessment that it starts from, and where due dates clash with other work or none. */
export type ForecastAnswer = {
  readonly assessment: Assessment
  readonly forecast: Forecast
  /** How much is due for one owner in a busy week, and whether somebody has said so. */
  readonly busy: number
  readonly isBusyAsked: boolean
  readonly busyWeeks: readonly BusyWeek[]
  readonly closedDays: readonly DueWhenClosed[]
}

/** Where everything will stand up to a day, if nothing is done. */
export type Forecast = {
  readonly until: IsoDate
  /** The counts on some days, the day of the report first and `until` last. */
  readonly days: readonly DayAhead[]
  /** By day, then most urgent first. */
  readonly changes: readonly StatusChange[]
  /** Items whose status stays as it is. */
  readonly unchanged: readonly Item[]
  /** By day: what the authority has planned for itself. */
  readonly steps: readonly StepAhead[]
  /** What `plandue check` exits with at the start and at the end. */
  readonly exitCode: { readonly today: 0 | 1; readonly until: 0 | 1 }
}

/** How many items have each status on a day. */
export type DayAhead = { readonly on: IsoDate; readonly summary: Summary }

/** A day from which on an item has another status. */
export type StatusChange = {
  readonly on: IsoDate
  readonly item: Item
  readonly from: Status
  readonly to: Status
  /** A sentence for each reason. */
  readonly why: readonly string[]
}

/** A step on the way to the submission of an item. */
export type StepAhead = { readonly step: Step; readonly item: Item }

const WEEK = 7

/**
 * The forecast of an assessment from its day up to another one, with the counts on these two days, or
 * on each seventh day between them as well. An item that waits for a date goes on waiting.
 */
export function forecastOf(assessment: Assessment, until: IsoDate, isWeekly: boolean): Forecast {
  const { items, today, summary, complete } = assessment
  const every = isWeekly ? WEEK : Math.max(1, dayOf(until) - dayOf(today))
  const days = daysUntil(today, until, every).map((on) => ({
    on,
    summary: summarise(
      summary.records,
      items.map((item) => itemOn(item, on)),
    ),
  }))
  const exitCodeOn = (on: IsoDate) =>
    complete && !items.some((item) => fails(itemOn(item, on), 'overdue')) ? 0 : 1
  return {
    until,
    days,
    changes: items.flatMap((item) => changesOf(item, until)).sort(byDay),
    unchanged: items.filter((item) => changesOf(item, until).length === 0),
    steps: items.flatMap((item) => stepsBetween(item, today, until)).sort(byPlan),
    exitCode: { today: exitCodeOn(today), until: exitCodeOn(until) },
  }
}

/** The status of an item on the day of its assessment or a later one, if nothing is done until then. */
export function statusOn({ status, due, atRiskFrom }: Item, day: IsoDate): Status {
  if (!isOpen({ status }) || due === null) return status
  if (day > due) return 'overdue'
  return status === 'onTrack' && atRiskFrom !== null && atRiskFrom <= day ? 'atRisk' : status
}

/** An item as far as its status and its waivers go, on the day of its assessment or a later one. */
function itemOn(item: Item, day: IsoDate): Item {
  const status = statusOn(item, day)
  const waivers = item.waivers.filter(({ until }) => until >= day)
  return { ...item, status, waivers, reasons: status === item.status ? item.reasons : [] }
}

/** The changes of an item up to a day: of its status, and of what is waived on it. */
export function changesOf(item: Item, until: IsoDate): StatusChange[] {
  const { status, due, atRiskFrom, atRiskWhy, kind } = item
  if (!isOpen(item) || due === null) return []
  const dayAfter = isoOf(addDays(dayOf(due), 1))
  const late = [sentence.duePassed(due, kind)]
  const changes: StatusChange[] = [
    ...(status === 'onTrack' && atRiskFrom !== null
      ? [{ on: atRiskFrom, item, from: status, to: 'atRisk' as const, why: atRiskWhy }]
      : []),
    ...(status === 'overdue'
      ? []
      : [{ on: dayAfter, item, from: 'atRisk' as const, to: 'overdue' as const, why: late }]),
  ]
  return [...changes.map(withWaiver), ...waiverEnds(item)].filter(({ on }) => on <= until)
}

/** A change on a day on which it is waived says so. */
function withWaiver(change: StatusChange): StatusChange {
  const waived = change.item.waivers.filter(
    ({ rule, until }) => change.to === 'overdue' && rule === 'overdue' && until >= change.on,
  )
  return { ...change, why: [...change.why, ...waived.map(({ until }) => sentence.waived(until))] }
}

/** The days on which an item that stays overdue is no longer waived. */
function waiverEnds(item: Item): StatusChange[] {
  const from = waivedUntil('overdue', item.waivers)
  if (from === undefined || item.due === null || from <= item.due) return []
  return [{ on: from, item, from: 'overdue', to: 'overdue', why: [sentence.waiverEnded(from)] }]
}

function stepsBetween(item: Item, today: IsoDate, until: IsoDate): StepAhead[] {
  return item.steps.filter(({ on }) => today <= on && on <= until).map((step) => ({ step, item }))
}

/** Each so many-th day, and the last one. */
function daysUntil(today: IsoDate, until: IsoDate, every: number): IsoDate[] {
  const first = dayOf(today)
  const last = dayOf(until)
  const days: Day[] = []
  for (let day = first; day < last; day = addDays(day, every)) days.push(day)
  return [...days, last].map(isoOf)
}

function byDay(a: StatusChange, b: StatusChange): number {
  return (
    dayOf(a.on) - dayOf(b.on) ||
    STATUSES.indexOf(a.to) - STATUSES.indexOf(b.to) ||
    compareText(a.item.id, b.item.id)
  )
}

function byPlan(a: StepAhead, b: StepAhead): number {
  return dayOf(a.step.on) - dayOf(b.step.on) || compareText(a.item.id, b.item.id)
}
