import { type Diagnostic, diagnose, wholeFile } from '../diagnostics/diagnostic.ts'
import type { RecordFile } from './read-record.ts'

/** How programs that synchronise folders, and file managers, name what they copy. */
const COPY =
  /( \([^()]*conflicted copy[^()]*\)|\.sync-conflict-\d{8}-\d{6}(-\w+)?| - Copy( \(\d+\))?| copy( \d+)?| \(\d+\))$/i

/** A remark on each record that by its name is a copy of another one: both count. */
export function copyRemarks(records: readonly RecordFile[]): Diagnostic[] {
  const files = new Map(records.map(({ id, file }) => [id, file]))
  return records.flatMap(({ id, file }) => {
    const of = COPY.test(id) ? files.get(id.replace(COPY, '')) : undefined
    return of === undefined ? [] : [diagnose(wholeFile(file), 'copy-of-record', { of })]
  })
}
