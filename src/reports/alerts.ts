import type { Assessment } from '../assessment/assessment.ts'
import { type Item, needsSomebody, type Waiver } from '../assessment/item.ts'
import { appliedWaivers, isWaived } from '../assessment/waivers.ts'
import { longDate } from '../calendar/format-date.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Severity } from '../diagnostics/messages.ts'
import { fingerprint } from '../page/fingerprint.ts'
import { shown } from '../page/layout.ts'
import type { ReportOptions } from './report.ts'
import { headline, PROVISIONAL } from './wording.ts'

/**
 * An item that needs attention, or a diagnostic of a file, in words that are the same from day to
 * day: a server that keeps alerts would take it for another one tomorrow otherwise.
 */
export type Alert = {
  /** The code of a diagnostic, or the status of an item. */
  readonly rule: string
  readonly level: Severity
  /** From the root of the repository. */
  readonly file: string
  readonly line: number
  /** The columns that are meant; the last one is not among them. Null for an item, which is known by its line alone. */
  readonly columns: { readonly from: number; readonly to: number } | null
  readonly message: string
  /** Made of what it is about, and of nothing that a day changes. No two alerts share one. */
  readonly fingerprint: string
  readonly item: Item | null
  /** Not empty where all that is wrong with the item is waived. */
  readonly waivers: readonly Waiver[]
}

/** What is wrong with files, then the items that need attention; the errors of files come first. */
export function alertsOf(
  { diagnostics, items }: Assessment,
  { pathInRepository }: ReportOptions,
): Alert[] {
  const ordered = LEVELS.flatMap((level) =>
    diagnostics.filter(({ severity }) => severity === level),
  )
  const seen = new Map<string, number>()
  const inRepository = <T extends { readonly file: string }>(one: T): T => ({
    ...one,
    file: pathInRepository(one.file),
  })
  return [
    ...ordered.map((diagnostic) => alertOfFile(inRepository(diagnostic), seen)),
    ...items.filter(needsSomebody).map((item) => alertOfItem(inRepository(item))),
  ]
}

const LEVELS: readonly Severity[] = ['error', 'warning', 'note']

/** A line is known by what it says, since its number changes with each line above. */
function alertOfFile(diagnostic: Diagnostic, seen: Map<string, number>): Alert {
  const { severity, code, file, line, column, width, message, hint, excerpt = '' } = diagnostic
  const about = JSON.stringify([code, file, excerpt.trim()])
  const before = seen.get(about) ?? 0
  seen.set(about, before + 1)
  return {
    rule: code,
    level: severity,
    file,
    line,
    columns: width > 0 ? { from: column, to: column + width } : null,
    message: shown(hint ? `${message}; ${hint}` : message),
    fingerprint: fingerprint(about, before),
    item: null,
    waivers: [],
  }
}

function alertOfItem(item: Item): Alert {
  return {
    rule: item.status,
    level: item.status === 'overdue' ? 'error' : 'warning',
    file: item.file,
    line: item.line,
    columns: null,
    message: shown(itemState(item)),
    fingerprint: fingerprint(JSON.stringify([item.status, item.id]), 0),
    item,
    waivers: isWaived(item) ? appliedWaivers(item) : [],
  }
}

/** How an item stands, without counting the days. */
function itemState(item: Item): string {
  const { status, due, reasons, why, provisional } = item
  const on = due ? ` on ${longDate(due)}` : ''
  const reasonWords = why.map((words, index) => (reasons[index] === 'dueSoon' ? 'due soon' : words))
  const remarks = [
    ...(status === 'overdue' ? ['overdue'] : ['at risk', ...reasonWords]),
    ...(provisional ? [PROVISIONAL] : []),
  ]
  return `${headline(item)} ${status === 'overdue' ? 'was' : 'is'} due${on}: ${remarks.join('; ')} (${item.id})`
}
