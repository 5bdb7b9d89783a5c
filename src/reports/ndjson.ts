import { inertJson } from '../page/inert-json.ts'
import { jsonShape } from './json.ts'
import type { Report } from './report.ts'

/** For programs that read lines: what the report is about, then each record, item and diagnostic. */
export const ndjson: Report = (assessment, options) => {
  const { records, items, diagnostics, ...header } = jsonShape(assessment, options)
  const lines = [
    { type: 'report', ...header },
    ...records.map((record) => ({ type: 'record', ...record })),
    ...items.map((item) => ({ type: 'item', ...item })),
    ...diagnostics.map((diagnostic) => ({ type: 'diagnostic', ...diagnostic })),
  ]
  return lines.map((line) => inertJson(line, { isOneLine: true })).join('')
}
