import type { Item } from '../assessment/item.ts'
import { isoOf } from '../calendar/day.ts'
import type { Report } from './index.ts'

/** The shape of the JSON report; raised when a key changes its meaning or goes. */
const SCHEMA_VERSION = 1

/** For programs: the documented shape, see `json-schema.ts`. */
export const json: Report = (assessment, { version }) => {
  const { today, timeZone, complete, calendars, summary, nextChange, items, diagnostics } =
    assessment
  return inertJson({
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
    summary,
    nextChange,
    items: items.map(inOrder),
    diagnostics: diagnostics.map(({ file, line, column, severity, code, message, hint }) => ({
      file,
      line,
      column,
      severity,
      code,
      message,
      hint: hint ?? null,
    })),
  })
}

/** The keys of an item in the order of the documented shape. */
function inOrder({ reasons, why, due, ...item }: Item): Item {
  const { id, record, file, line, authority, framework, kind, stage, title, owner, status } = item
  const head = { id, record, file, line, authority, framework, kind, stage, title, owner, status }
  return { ...head, reasons, why, due, ...item }
}

/**
 * A value as JSON that does nothing when it is shown: JSON leaves C1 control characters and marks of
 * direction as they are, and a terminal would obey them.
 */
export function inertJson(value: unknown): string {
  const escaped = (character: string) =>
    `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  const text = JSON.stringify(value, null, 2)
  return `${text.replace(/[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, escaped)}\n`
}
