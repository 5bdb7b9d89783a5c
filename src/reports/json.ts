import type { Assessment } from '../assessment/assessment.ts'
import type { Item } from '../assessment/item.ts'
import { isWaived } from '../assessment/waivers.ts'
import { isoOf } from '../calendar/day.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { inertJson } from '../page/inert-json.ts'
import type { Report, ReportOptions } from './report.ts'

/** The shape of the JSON report; raised when a key changes its meaning or goes. */
const SCHEMA_VERSION = 1

/** For programs: the documented shape, see `json-schema.ts`. */
export const json: Report = (assessment, options) => inertJson(jsonShape(assessment, options))

/** An assessment with its keys in the order of the documented shape. */
export function jsonShape(assessment: Assessment, { version }: ReportOptions) {
  const { today, timeZone, complete, calendars, summary, ignored } = assessment
  const { nextChange, change, items, diagnostics } = assessment
  return {
    schemaVersion: SCHEMA_VERSION,
    plandue: version,
    today,
    timeZone,
    complete,
    calendars: calendars.map(({ division, source, retrieved, lastOfficial }) => ({
      id: division,
      source,
      retrieved,
      lastOfficial: isoOf(lastOfficial),
    })),
    summary: { ...summary, ignored },
    nextChange,
    change,
    items: items.map(itemShape),
    diagnostics: diagnostics.map(diagnosticShape),
  }
}

/** A diagnostic with the keys of the documented shape. */
export function diagnosticShape(diagnostic: Diagnostic) {
  const { file, line, column, severity, code, message, hint } = diagnostic
  return { file, line, column, severity, code, message, hint: hint ?? null }
}

/** An item with its keys in the order of the documented shape. */
export function itemShape(item: Item) {
  return {
    id: item.id,
    record: item.record,
    file: item.file,
    line: item.line,
    authority: item.authority,
    framework: item.framework,
    kind: item.kind,
    stage: item.stage,
    title: item.title,
    owner: item.owner,
    status: item.status,
    reasons: item.reasons,
    why: item.why,
    due: item.due,
    originalDue: item.originalDue,
    earliestDue: item.earliestDue,
    basis: item.basis,
    provisional: item.provisional,
    expected: item.expected,
    submitted: item.submitted,
    workingDaysLeft: item.workingDaysLeft,
    calendarDaysLeft: item.calendarDaysLeft,
    atRiskFrom: item.atRiskFrom,
    steps: item.steps,
    waived: isWaived(item),
    waivers: item.waivers,
    snooze: item.snooze,
  }
}
