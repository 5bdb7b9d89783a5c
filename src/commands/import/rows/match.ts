import { nameKey } from '../../../records/name-key.ts'
import type { InspectionRecord } from '../../../records/record.ts'
import { type Dated, haveSameDay } from '../../../records/same-inspection.ts'
import type { RowDraft } from './draft.ts'
import { dateOf } from './row-days.ts'

/** Whether a record and a row are of the same inspection: same authority, and same report or visit. */
export function isSame(record: InspectionRecord, draft: RowDraft): boolean {
  const { said, framework } = draft
  if (nameKey(record.authority) !== nameKey(draft.name.full)) return false
  if (said.source !== undefined && record.source === said.source) {
    return yearOf(record) === yearOf(said)
  }
  if (framework !== undefined && record.framework !== framework) return false
  return haveSameDay(record, said)
}

function yearOf(dated: Dated): string | undefined {
  return dateOf(dated)?.slice(0, 4)
}
