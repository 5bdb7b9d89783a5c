import { type Diagnostic, diagnose, wholeFile } from '../diagnostics/diagnostic.ts'
import { unportable } from '../host/portable-name.ts'
import type { RecordFile } from './read-record.ts'

/** Warnings about records that a colleague with another system could not check out beside the others. */
export function nameWarnings(records: readonly RecordFile[]): Diagnostic[] {
  const byName = new Map<string, string>()
  return records.flatMap(({ file, id }) => {
    const why = unportable(id)
    if (why !== undefined) return [diagnose(wholeFile(file), 'name-not-portable', { why })]
    const other = byName.get(file.toLowerCase())
    if (other !== undefined) return [diagnose(wholeFile(file), 'name-clash', { other })]
    byName.set(file.toLowerCase(), file)
    return []
  })
}
