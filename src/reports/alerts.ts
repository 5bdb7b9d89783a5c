import type { Assessment } from '../assessment/assessment.ts'
import { type Item, needsSomebody } from '../assessment/item.ts'
import { appliedWaivers, isWaived } from '../assessment/waivers.ts'
import { longDate } from '../calendar/format-date.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Severity } from '../diagnostics/messages.ts'
import { fingerprint } from '../page/fingerprint.ts'
import { shown } from '../page/layout.ts'
import type { Alert } from './alert.ts'
import { changeAlerts } from './change-alerts.ts'
import type { ReportOptions } from './report.ts'
import { headline, PROVISIONAL } from './wording.ts'

/** What is wrong with files, errors first; then the change that is judged, then what needs attention. */
export function alertsOf(assessment: Assessment, { pathInRepository }: ReportOptions): Alert[] {
  const { diagnostics, items } = assessment
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
    ...changeAlerts(assessment).map(inRepository),
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
    kind: 'file',
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
    kind: 'item',
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
