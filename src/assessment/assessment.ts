import type { BankHolidays } from '../calendar/bank-holidays.ts'
import { addDays, dayOf, type IsoDate, isoOf } from '../calendar/day.ts'
import { type Diagnostic, inOrder, isError } from '../diagnostics/diagnostic.ts'
import { type Item, isOpen, STATUSES, type Status } from './item.ts'

/** What makes a run fail, by the words of `--fail-on`. */
export const FAIL_ON = ['overdue', 'at-risk', 'never'] as const
export type FailOn = (typeof FAIL_ON)[number]

/** How many records and items there are, and how many items of each status. */
export type Summary = { readonly records: number; readonly items: number } & Readonly<
  Record<Status, number>
>

/** The day on which the exit code will change if nothing is done, and the item that changes it. */
export type NextChange = { readonly on: IsoDate; readonly item: string; readonly exitCode: 1 }

/** Where everything stands on one day: what every report is made of. */
export type Assessment = {
  readonly today: IsoDate
  readonly timeZone: string
  /** False where a record, or a part of one, could not be assessed. */
  readonly complete: boolean
  readonly calendars: readonly BankHolidays[]
  readonly summary: Summary
  readonly nextChange: NextChange | null
  /** The item that falls due next. */
  readonly nextDue: Item | null
  /** Most urgent first. */
  readonly items: readonly Item[]
  /** By file, line and column. */
  readonly diagnostics: readonly Diagnostic[]
}

/** What a run has gathered, before it is put in order. */
export type Gathered = Pick<
  Assessment,
  'today' | 'timeZone' | 'calendars' | 'items' | 'diagnostics'
> & {
  readonly records: number
}

/** Puts the items of all records in order and counts them. */
export function assemble(gathered: Gathered, failOn: FailOn): Assessment {
  const { records, today, timeZone, calendars } = gathered
  const items = [...gathered.items].sort(byUrgency)
  const diagnostics = inOrder(gathered.diagnostics)
  return {
    today,
    timeZone,
    complete: !diagnostics.some(isError),
    calendars,
    summary: summarise(records, items),
    nextChange: nextChange(items, diagnostics, failOn),
    nextDue:
      items.filter((item) => isOpen(item) && item.status !== 'overdue').sort(byDue)[0] ?? null,
    items,
    diagnostics,
  }
}

/** 1 if an item is as bad as `failOn` says, or a file has an error; else 0. */
export function exitCodeOf({ items, diagnostics }: Assessment, failOn: FailOn): 0 | 1 {
  return diagnostics.some(isError) || items.some((item) => fails(item, failOn)) ? 1 : 0
}

function fails({ status }: Item, failOn: FailOn): boolean {
  if (failOn === 'never') return false
  return status === 'overdue' || (failOn === 'at-risk' && status === 'atRisk')
}

function nextChange(
  items: readonly Item[],
  diagnostics: readonly Diagnostic[],
  failOn: FailOn,
): NextChange | null {
  if (failOn === 'never' || diagnostics.some(isError)) return null
  if (items.some((item) => fails(item, failOn))) return null
  const changes = items
    .filter(isOpen)
    .map((item) => ({ item: item.id, on: failsFrom(item, failOn) }))
  const [first] = changes.sort((a, b) => compare(a.on, b.on) || compare(a.item, b.item))
  return first?.on ? { on: first.on, item: first.item, exitCode: 1 } : null
}

function failsFrom({ due, atRiskFrom }: Item, failOn: FailOn): IsoDate | null {
  const overdueFrom = due && isoOf(addDays(dayOf(due), 1))
  return failOn === 'at-risk' ? atRiskFrom : overdueFrom
}

/** How many of a number of records' items have each status. */
export function summarise(records: number, items: readonly Pick<Item, 'status'>[]): Summary {
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
  return { records, items: items.length, ...counts }
}

function byUrgency(a: Item, b: Item): number {
  return STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status) || byDue(a, b)
}

/** Open items by the day on which they fall due, settled ones with the latest first. */
function byDue(a: Item, b: Item): number {
  const order = compare(a.due, b.due)
  return (isOpen(a) ? order : -order) || compare(a.id, b.id)
}

function compare(a: string | null, b: string | null): number {
  if (a === b) return 0
  if (a === null) return 1
  return b === null || a < b ? -1 : 1
}
