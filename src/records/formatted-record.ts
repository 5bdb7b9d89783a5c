import type { Edited } from '../yaml/edit/edited.ts'
import { formatted } from '../yaml/format/formatted.ts'
import type { StagesOf } from './consistency.ts'
import { newErrors } from './edited-record.ts'
import type { RecordFile } from './read-record.ts'
import { recordSchema } from './record.ts'

/** The text of a record in its usual form, see `formatted`; no error can come in by it. */
export function formattedRecord(text: string, record: RecordFile, stagesOf: StagesOf): Edited {
  const edited = formatted(text, record.file, recordSchema)
  if (!('text' in edited) || edited.text === text) return edited
  const diagnostics = newErrors(text, edited.text, record, stagesOf)
  return diagnostics.length > 0 ? { diagnostics } : edited
}
