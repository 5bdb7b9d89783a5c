import type { BankHolidays } from '../calendar/bank-holidays.ts'
import type { IsoDate } from '../calendar/day.ts'
import { type Diagnostic, hidesDeadlines, inOrder, isError } from '../diagnostics/diagnostic.ts'
import { least } from '../language/least.ts'
import type { ChangeFailure, ChangeResult } from './change-result.ts'
import { type FailOn, fails, type NextChange, nextChange } from './failing.ts'
import type { ActiveFilter } from './filters.ts'
import { type Item, isOpen, STATUSES, type Status, stagesFirst } from './item.ts'
import { movedByListWarnings } from './moved-by-list.ts'
import type { RecordFacts } from './record-facts.ts'
import { isWaived } from './waivers.ts'

/** How many records and items there are, and how many items of each status. */
export type Summary = {
  readonly records: number
  readonly items: number
  /** Of the items that are overdue or at risk, those of which all that is wrong is waived. */
  readonly waived: number
} & Readonly<Record<Status, number>>

/** Where everything stands on one day: what every report is made of. */
export type Assessment = {
  readonly today: IsoDate
  readonly timeZone: string
  /** What the report leaves out, besides what no record has. */
  readonly filters: readonly ActiveFilter[]
  /** False where a record, or a part of one, could not be assessed. */
  readonly complete: boolean
  readonly calendars: readonly BankHolidays[]
  readonly summary: Summary
  /** How many records have an open item, and how many one that waits for its report. */
  readonly recordsOpen: number
  readonly recordsWaiting: number
  /** How many open items the report is not about, because a filter leaves them out. */
  readonly openOutside: number
  /** How many items make the run fail. */
  readonly failing: number
  /** How many remarks comments in the files have ignored. */
  readonly ignored: number
  readonly nextChange: NextChange | null
  /** What a change brings in, where only that can make the run fail; null where all can. */
  readonly change: ChangeResult | null
  /** The items of `nextChange`, which a report by status may not list. */
  readonly nextToFail: readonly Item[]
  /** What falls due next, all on one day, stages first. */
  readonly nextDue: readonly Item[]
  /** Of the records that the report is about, those that could be read. */
  readonly facts: readonly RecordFacts[]
  /** Most urgent first. */
  readonly items: readonly Item[]
  /** By file, line and column. */
  readonly diagnostics: readonly Diagnostic[]
}

/** What a run has gathered, before it is put in order. */
export type Gathered = Pick<
  Assessment,
  | 'today'
  | 'timeZone'
  | 'filters'
  | 'calendars'
  | 'facts'
  | 'items'
  | 'diagnostics'
  | 'ignored'
  | 'openOutside'
> & {
  readonly records: number
}

/** A change for which alone a run may fail, when it will, and what is to be said of comparing it. */
export type ChangeGate = Pick<Assessment, 'change' | 'nextChange' | 'diagnostics'>

/** Puts the items of all records in order and counts them. */
export function assemble(gathered: Gathered, failOn: FailOn, gate?: ChangeGate): Assessment {
  const { records, today, timeZone, filters, calendars } = gathered
  const items = [...gathered.items].sort(byUrgency)
  const warnings = movedByListWarnings(items, gate?.change ?? null, calendars)
  const diagnostics = inOrder([...gathered.diagnostics, ...warnings, ...(gate?.diagnostics ?? [])])
  const next = gate ? gate.nextChange : nextChange(items, diagnostics, failOn)
  const toFail = new Set(next?.items)
  return {
    today,
    timeZone,
    filters,
    complete: !diagnostics.some(hidesDeadlines),
    calendars,
    summary: summarise(records, items),
    recordsOpen: recordsOf(items.filter(isOpen)),
    recordsWaiting: recordsOf(items.filter(({ status }) => status === 'waiting')),
    openOutside: gathered.openOutside,
    failing: items.filter((item) => fails(item, failOn)).length,
    ignored: gathered.ignored,
    nextChange: next,
    nextToFail: items.filter(({ id }) => toFail.has(id)).sort(stagesFirst),
    change: gate?.change ?? null,
    nextDue: dueNext(items),
    facts: gathered.facts,
    items,
    diagnostics,
  }
}

/** What falls due next, all on one day, stages first; what is overdue has done so. */
export function dueNext(items: readonly Item[]): readonly Item[] {
  const ahead = items.filter((item) => isOpen(item) && item.status !== 'overdue')
  const due = least(ahead, byDue)?.due
  return ahead.filter((item) => item.due === due).sort(stagesFirst)
}

/** Of what falls due next, the first. */
export function nextToFallDue(items: readonly Item[]): Item | null {
  return dueNext(items)[0] ?? null
}

function recordsOf(items: readonly Item[]): number {
  return new Set(items.map(({ record }) => record)).size
}

/**
 * 1 if an item is as bad as `failOn` says, or a file has an error; else 0. Where a change is judged,
 * 1 if it brings in such a thing. Also 1 where the filters mean nothing of what can be read: what they
 * mean may be in the rest.
 */
export function exitCodeOf(assessment: Assessment, failOn: FailOn): 0 | 1 {
  const { items, diagnostics, change, filters, complete } = assessment
  if (filters.length > 0 && items.length === 0 && !complete) return 1
  if (change) return change.fails.length > 0 ? 1 : 0
  return diagnostics.some(isError) || items.some((item) => fails(item, failOn)) ? 1 : 0
}

/** Whether an item makes its run fail; where a change is judged, whether the change to it does. */
export function failsRun(item: Item, { change }: Assessment, failOn: FailOn): boolean {
  if (!change) return fails(item, failOn)
  return change.fails.some((failure) => failure.item === item.id)
}

/** What a change fails for and no item of the report is about: the item is gone. */
export function failuresBeside({ items, change }: Assessment): readonly ChangeFailure[] {
  const ids = new Set(items.map(({ id }) => id))
  return (change?.fails ?? []).filter(({ item }) => item !== null && !ids.has(item))
}

/** How many of a number of records' items have each status. */
export function summarise(records: number, items: readonly Item[]): Summary {
  const counts = {
    overdue: 0,
    atRisk: 0,
    onTrack: 0,
    waiting: 0,
    metLate: 0,
    met: 0,
    closed: 0,
    notRequired: 0,
  }
  for (const { status } of items) counts[status]++
  return { records, items: items.length, ...counts, waived: items.filter(isWaived).length }
}

function byUrgency(a: Item, b: Item): number {
  if (a.status === b.status) return byDue(a, b)
  return STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status)
}

/** Open items by the day on which they fall due, settled ones with the latest first. */
function byDue(a: Item, b: Item): number {
  const order = compare(a.due, b.due)
  return (isOpen(a) ? order : -order) || compare(a.id, b.id)
}

function compare(a: string | null, b: string | null): number {
  if (a === b) return 0
  return a !== null && (b === null || a < b) ? -1 : 1
}
