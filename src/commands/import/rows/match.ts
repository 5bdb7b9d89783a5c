import type { InspectionRecord } from '../../../records/record.ts'
import type { RowDraft } from './draft.ts'
import { nameKey } from './names.ts'
import { type Dated, dateOf } from './row-days.ts'

/** Whether a record and a row are of the same inspection: same authority, and same report or visit. */
export function isSame(record: InspectionRecord, draft: RowDraft): boolean {
  const { said, framework } = draft
  if (nameKey(record.authority) !== nameKey(draft.name.full)) return false
  if (said.source !== undefined && record.source === said.source) {
    return yearOf(record) === yearOf(said)
  }
  if (framework !== undefined && record.framework !== framework) return false
  const isOfDay = said.published !== undefined && record.published === said.published
  return isOfDay || (said.visited !== undefined && daysOf(record) === daysOf(said))
}

function yearOf(dated: Dated): string | undefined {
  return dateOf(dated)?.slice(0, 4)
}

function daysOf({ visited }: Dated): string | undefined {
  return typeof visited === 'object' ? `${visited.from} ${visited.to}` : visited
}
