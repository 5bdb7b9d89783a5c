import { inertJson } from '../page/inert-json.ts'
import { jsonShape } from './json.ts'
import type { Report } from './report.ts'

/** For programs that read lines: what the report is about, then each item, then each diagnostic. */
export const ndjson: Report = (assessment, options) => {
  const { items, diagnostics, ...header } = jsonShape(assessment, options)
  const lines = [
    { type: 'report', ...header },
    ...items.map((item) => ({ type: 'item', ...item })),
    ...diagnostics.map((diagnostic) => ({ type: 'diagnostic', ...diagnostic })),
  ]
  return lines.map((line) => inertJson(line, { isOneLine: true })).join('')
}
