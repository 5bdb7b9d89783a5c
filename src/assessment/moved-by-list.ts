import { type BankHolidays, differencesFromShipped } from '../calendar/bank-holidays.ts'
import { isoOf } from '../calendar/day.ts'
import { DIVISION_NAMES } from '../calendar/division.ts'
import { longDate } from '../calendar/format-date.ts'
import { holidayName } from '../calendar/projection.ts'
import { type Diagnostic, diagnose, wholeFile } from '../diagnostics/diagnostic.ts'
import { count } from '../language/count.ts'
import type { ChangeResult } from './change-result.ts'
import type { Item } from './item.ts'

/** So many days are named, and the others counted. */
const NAMED = 5

/**
 * A warning for each division of which a change that moves due dates brings in other bank holidays than
 * plandue ships for the same years. A new list is no fault, and fails nothing: so nobody but a reader can
 * tell it from a forged one, which could move any deadline. It stands at the first item that moves.
 */
export function movedByListWarnings(
  items: readonly Item[],
  change: ChangeResult | null,
  calendars: readonly BankHolidays[],
): Diagnostic[] {
  const moved = change?.recounted ?? []
  const first = items.find(({ id }) => id === moved[0]?.item)
  if (!first) return []
  return calendars.flatMap((holidays) => {
    const days = differencesFromShipped(holidays).map(
      ({ isAdded, ...holiday }) =>
        `${longDate(isoOf(holiday.day))}, ${holidayName(holiday)}, is ${isAdded ? 'added' : 'left out'}`,
    )
    if (days.length === 0) return []
    const more = days.length > NAMED ? [`and ${days.length - NAMED} more`] : []
    const args = {
      dates: count(moved.length, 'due date'),
      division: DIVISION_NAMES[holidays.division],
      days: [...days.slice(0, NAMED), ...more].join('; '),
    }
    return [diagnose({ ...wholeFile(first.file), line: first.line }, 'holidays-unshipped', args)]
  })
}
