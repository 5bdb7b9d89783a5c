import { inBatches, inertJson } from '../page/inert-json.ts'
import { jsonHead, jsonLists } from './json.ts'
import type { Report } from './report.ts'

/** For programs that read lines: what the report is about, then each record, item and diagnostic. */
export const ndjson: Report = function* (assessment, options) {
  const { records, items, diagnostics } = jsonLists(assessment)
  yield line('report', jsonHead(assessment, options))
  yield* linesOf('record', records)
  yield* linesOf('item', items)
  yield* linesOf('diagnostic', diagnostics)
}

function* linesOf(type: string, list: Iterable<object>): Generator<string> {
  for (const batch of inBatches(list)) yield batch.map((one) => line(type, one)).join('')
}

function line(type: string, value: object): string {
  return inertJson({ type, ...value }, { isOneLine: true })
}
