import { addDays, dayOf, type IsoDate, isoOf } from '../calendar/day.ts'
import { type Diagnostic, isError } from '../diagnostics/diagnostic.ts'
import { least } from '../language/least.ts'
import { compareText } from '../language/text-order.ts'
import { type Item, isOpen, stagesFirst } from './item.ts'
import { isWaived, waivedUntil } from './waivers.ts'

/** What makes a run fail, by the words of `--fail-on`. */
export const FAIL_ON = ['overdue', 'at-risk', 'never'] as const
export type FailOn = (typeof FAIL_ON)[number]

/** The day on which the exit code will change if nothing is done, and what changes it. */
export type NextChange = {
  readonly on: IsoDate
  /** Of all that begin to fail on that day, the first by its id. */
  readonly item: string
  /** All of them by their ids, stages first. */
  readonly items: readonly string[]
  readonly exitCode: 1
}

/** Whether an item makes a run fail by itself. */
export function fails(item: Item, failOn: FailOn): boolean {
  if (failOn === 'never' || isWaived(item)) return false
  return item.status === 'overdue' || (failOn === 'at-risk' && item.status === 'atRisk')
}

/** When a run will begin to fail; null where it fails already, or never will by what is known. */
export function nextChange(
  items: readonly Item[],
  diagnostics: readonly Diagnostic[],
  failOn: FailOn,
): NextChange | null {
  if (failOn === 'never' || diagnostics.some(isError)) return null
  if (items.some((item) => fails(item, failOn))) return null
  const open = items.filter(isOpen)
  return firstOf(open.map((item) => ({ item, on: failsFrom(item, failOn) })))
}

/** Of the days on which items begin to fail a run, the first. */
export function firstOf(
  changes: readonly { readonly item: Item; readonly on: IsoDate | null }[],
): NextChange | null {
  const dated = changes.flatMap(({ item, on }) => (on === null ? [] : [{ item, on }]))
  const first = least(dated, (a, b) => compareText(a.on, b.on) || compareText(a.item.id, b.item.id))
  if (!first) return null
  const { on, item } = first
  const failing = dated.filter((one) => one.on === on).map((one) => one.item)
  const items = failing.sort(stagesFirst).map(({ id }) => id)
  return { on, item: item.id, items, exitCode: 1 }
}

/** The first day on which an item fails a run; a waiver puts that off until it has ended. */
export function failsFrom(item: Item, failOn: FailOn): IsoDate | null {
  const { due, waivers } = item
  const overdueFrom = due && later(isoOf(addDays(dayOf(due), 1)), waivedUntil('overdue', waivers))
  const dates = [overdueFrom ?? [], failOn === 'at-risk' ? riskyFrom(item) : []].flat()
  return dates.sort()[0] ?? null
}

/** The days from which on a reason for being at risk is not waived, of those that hold or will. */
function riskyFrom({ status, reasons, risksAhead, waivers }: Item): IsoDate[] {
  if (status === 'overdue') return []
  const now = reasons.flatMap((reason) => waivedUntil(reason, waivers) ?? [])
  const ahead = risksAhead
    .filter(({ reason }) => !reasons.includes(reason))
    .map(({ reason, on }) => later(on, waivedUntil(reason, waivers)))
  return [...now, ...ahead]
}

function later(date: IsoDate, other: IsoDate | undefined): IsoDate {
  return other !== undefined && other > date ? other : date
}
