import type { BankHolidays } from '../calendar/bank-holidays.ts'
import { addDays, dayOf, isoOf } from '../calendar/day.ts'
import { type Calendar, DIVISION_NAMES, divisionsOf } from '../calendar/division.ts'
import { longDate } from '../calendar/format-date.ts'
import { type Diagnostic, diagnose, wholeFile } from '../diagnostics/diagnostic.ts'
import { type Item, isOpen } from './item.ts'

/**
 * So many calendar days the official bank holidays must reach beyond the last open due date: time for
 * an extension, and for somebody to bring in the next list.
 */
export const HORIZON = 120

/**
 * A warning for each division whose official bank holidays end too soon after the last day on which
 * one of its open items is due. It stands at that item.
 */
export function horizonWarnings(
  items: readonly Item[],
  calendars: readonly BankHolidays[],
  calendarOf: (framework: string) => Calendar | undefined,
): Diagnostic[] {
  return calendars.flatMap(({ division, lastOfficial }) => {
    const open = items.filter(
      (item) =>
        isOpen(item) &&
        item.due &&
        divisionsOf(calendarOf(item.framework) ?? []).includes(division),
    )
    const last = open.reduce<Item | undefined>(laterDue, undefined)
    if (!last?.due || lastOfficial >= addDays(dayOf(last.due), HORIZON)) return []
    const args = {
      division: DIVISION_NAMES[division],
      until: longDate(isoOf(lastOfficial)),
      due: longDate(last.due),
    }
    return [diagnose({ ...wholeFile(last.file), line: last.line }, 'calendar-ends-soon', args)]
  })
}

/** Of two items the one that is due later; of two for one day, the first one by its id. */
function laterDue(a: Item | undefined, b: Item): Item {
  if (!a?.due || !b.due || a.due === b.due) return a && a.id < b.id ? a : b
  return a.due > b.due ? a : b
}
