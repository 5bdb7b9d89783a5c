import { type Diagnostic, isError } from '../diagnostics/diagnostic.ts'
import type { Change } from '../yaml/edit/change.ts'
import { type Edited, withChanges } from '../yaml/edit/edited.ts'
import type { StagesOf } from './consistency.ts'
import { type RecordFile, readRecord } from './read-record.ts'
import { recordSchema } from './record.ts'

/**
 * The text of a record with some changes and every other byte as it was, or why there is none: beyond
 * what `withChanges` proves, no change may bring an error into the record.
 */
export function editedRecord(
  text: string,
  record: RecordFile,
  changes: readonly Change[],
  stagesOf: StagesOf,
): Edited {
  const edited = withChanges(text, record.file, recordSchema, changes)
  if (!('text' in edited)) return edited
  const diagnostics = newErrors(text, edited.text, record, stagesOf)
  return diagnostics.length > 0 ? { diagnostics } : edited
}

/** The errors of a text that an older one did not have. */
export function newErrors(
  before: string,
  after: string,
  record: RecordFile,
  stagesOf: StagesOf,
): readonly Diagnostic[] {
  const errorsIn = (text: string) => readRecord(text, record, stagesOf).diagnostics.filter(isError)
  const left = errorsIn(before).map(wordsOf)
  return errorsIn(after).filter((error) => {
    const known = left.indexOf(wordsOf(error))
    if (known < 0) return true
    left.splice(known, 1)
    return false
  })
}

/** An error without the lines of which it speaks: they may have moved. */
function wordsOf({ code, message }: Diagnostic): string {
  return `${code} ${message.replace(/\bline \d+/g, '')}`
}
