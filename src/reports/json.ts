import type { Assessment } from '../assessment/assessment.ts'
import type { Item } from '../assessment/item.ts'
import { isWaived } from '../assessment/waivers.ts'
import { isoOf } from '../calendar/day.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Report, ReportOptions } from './index.ts'

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
    lastWorkingDay: item.lastWorkingDay,
    schoolHolidaysKnown: item.schoolHolidaysKnown,
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

/**
 * A value as JSON that does nothing when it is shown: JSON leaves C1 control characters and marks of
 * direction as they are, and a terminal would obey them; a CI runner would obey `##[`.
 */
export function inertJson(value: unknown, { isOneLine = false } = {}): string {
  const escaped = (character: string) =>
    `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  const text = JSON.stringify(value, null, isOneLine ? 0 : 2)
  return `${text.replace(ACTING, escaped).replaceAll('##[', '#\\u0023[')}\n`
}

const ACTING = /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g
