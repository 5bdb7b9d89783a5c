import type { Assessment } from '../assessment/assessment.ts'
import type { NextChange } from '../assessment/failing.ts'
import type { Item } from '../assessment/item.ts'
import { isError } from '../diagnostics/diagnostic.ts'
import { andMore } from '../language/and-more.ts'
import { count } from '../language/count.ts'
import { printable } from '../terminal/printable.ts'
import type { ReportOptions } from './report.ts'

/** How a report writes a day, and that something is due on one. */
export type DateWords = {
  readonly date: (day: string) => string
  readonly dueOn: (item: string, day: string) => string
}

/** The exit code, and what changes it. */
export function exitCodeLine(
  { nextChange, nextToFail, change, ...rest }: Assessment,
  { failOn }: ReportOptions,
  { date }: DateWords,
): string {
  if (nextChange) {
    const { on } = nextChange
    return `0; 1 from ${date(on)} unless ${settledWords(nextChange, nextToFail)}${provisionally(nextToFail)}`
  }
  if (change) {
    return change.fails.length > 0
      ? '1 until the change is fixed'
      : '0: only what the change introduces counts, and none of that has an open date'
  }
  return standingCode(rest, failOn)
}

/** What has to be settled for the exit code to stay, however many items it takes. */
function settledWords({ items }: NextChange, [first]: readonly Item[]): string {
  const others = items.length - 1
  const done = first?.kind === 'action' ? 'done' : 'submitted'
  const settled = others > 0 ? 'are dealt with' : `is ${done}`
  return `${andMore(printable(items[0] ?? ''), others)} ${settled}`
}

/** That a day is provisional, for the end of a sentence: no item is sure to have it. */
export function provisionally(items: readonly Item[]): string {
  return items.length > 0 && items.every(({ provisional }) => provisional) ? ', provisional' : ''
}

/** The exit code where no day will change it. */
function standingCode(
  { diagnostics, failing }: Pick<Assessment, 'diagnostics' | 'failing'>,
  failOn: ReportOptions['failOn'],
): string {
  const files = [...new Set(diagnostics.filter(isError).map(({ file }) => printable(file)))]
  const isOne = failing === 1
  if (files.length > 0) {
    const errors = files.length === 1 ? 'the error is' : 'the errors are'
    const items = isOne ? 'the overdue item is' : `the ${failing} overdue items are`
    if (failing > 0 && failOn === 'overdue') {
      return `1 until ${errors} fixed and ${items} dealt with`
    }
    return files.length === 1 ? `1 until ${files[0]} is fixed` : `1 until ${errors} fixed`
  }
  if (failOn === 'never') return '0 always: --fail-on never'
  if (failing === 0) return '0: no open date can change it'
  if (failOn === 'at-risk') {
    return `1 until ${count(failing, 'item')} ${isOne ? 'is' : 'are'} neither overdue nor at risk`
  }
  return `1 until ${isOne ? 'the overdue item is' : `the ${failing} overdue items are`} done, extended or waived`
}
