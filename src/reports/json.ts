import type { Assessment } from '../assessment/assessment.ts'
import type { Item } from '../assessment/item.ts'
import { isWaived } from '../assessment/waivers.ts'
import { isoOf } from '../calendar/day.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { inertJsonInPieces, SCHEMA_VERSION } from '../page/inert-json.ts'
import { ITEM_KEYS, type ReportedItem } from './json-schema-item.ts'
import type { Report, ReportOptions } from './report.ts'

/** For programs: the documented shape, see `json-schema.ts`. */
export const json: Report = (assessment, options) =>
  inertJsonInPieces(jsonHead(assessment, options), jsonLists(assessment))

/** What the documented shape says before its lists, with the keys in its order. */
export function jsonHead(assessment: Assessment, { version }: ReportOptions) {
  const { today, timeZone, complete, filters, calendars, summary, ignored } = assessment
  const { nextChange, nextDue, change } = assessment
  return {
    schemaVersion: SCHEMA_VERSION,
    plandue: version,
    today,
    timeZone,
    complete,
    filters,
    calendars: calendars.map(({ division, source, retrieved, lastOfficial }) => ({
      id: division,
      source,
      retrieved,
      lastOfficial: isoOf(lastOfficial),
    })),
    summary: { ...summary, ignored },
    nextChange,
    nextDue: nextDueShape(nextDue),
    change,
  }
}

function nextDueShape(items: readonly Item[]) {
  const [first] = items
  return first ? { on: first.due, item: first.id, items: items.map(({ id }) => id) } : null
}

/** The lists with which it ends, in its order. Each entry gets its shape when it is asked for. */
export function jsonLists({ facts, items, diagnostics }: Assessment) {
  return {
    records: facts,
    items: shaped(items, itemShape),
    diagnostics: shaped(diagnostics, diagnosticShape),
  }
}

function* shaped<T, U>(list: readonly T[], shape: (one: T) => U): Generator<U> {
  for (const one of list) yield shape(one)
}

/** A diagnostic with the keys of the documented shape. */
export function diagnosticShape(diagnostic: Diagnostic) {
  const { file, line, column, severity, code, message, hint } = diagnostic
  return { file, line, column, severity, code, message, hint: hint ?? null }
}

/** An item with the keys of its schema, in their order. */
export function itemShape(item: Item): ReportedItem {
  const answers = item.background.areas.map(({ id }) => id)
  const whole: ReportedItem = { waived: isWaived(item), answers, ...item }
  const shape: Record<string, unknown> = {}
  for (const key of ITEM_KEYS) shape[key] = whole[key]
  return shape as ReportedItem
}
