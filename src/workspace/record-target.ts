import type { RecordFile } from '../records/read-record.ts'

/** A record and perhaps one of its items. */
export type RecordTarget = { readonly record: RecordFile; readonly item: string | undefined }
