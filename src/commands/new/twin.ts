import type { Host } from '../../host/host.ts'
import { nameKey } from '../../records/name-key.ts'
import { nameForm } from '../../records/names.ts'
import type { InspectionRecord } from '../../records/record.ts'
import { haveSameDay } from '../../records/same-inspection.ts'
import { knownRecords } from '../../workspace/known-records.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import type { RecordDraft } from './new-record.ts'

/** The file of the record of an inspection, where there is one already. */
export type TwinOf = (draft: RecordDraft) => string | undefined

export async function twinFinder(workspace: Workspace, host: Host): Promise<TwinOf> {
  const { taken } = await knownRecords(workspace, host)
  return (draft) => taken.find(({ record }) => isOfSame(record, draft))?.file
}

function isOfSame(record: InspectionRecord, draft: RecordDraft): boolean {
  return (
    nameKey(record.authority) === nameKey(draft.authority) &&
    record.framework === draft.framework &&
    haveSameDay(record, draft) &&
    !areToldApart(record, draft)
  )
}

/** Two reports of a day, as on two schools of one council, differ in their titles. */
function areToldApart({ title: one }: InspectionRecord, { title: other }: RecordDraft): boolean {
  return one !== undefined && other !== undefined && nameForm(one) !== nameForm(other)
}
