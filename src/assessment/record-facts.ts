import type { IsoDate } from '../calendar/day.ts'
import type { RecordReading } from '../records/read-record.ts'
import type { InspectionRecord } from '../records/record.ts'
import { asAt } from './as-at.ts'

/** What a record says of its inspection, as known on the day of the report. */
export type RecordFacts = {
  readonly id: string
  readonly file: string
  readonly authority: string
  readonly framework: string
  readonly title: string | null
  /** The last day of the visit, or its month where no more is known. */
  readonly visited: string | null
  readonly published: IsoDate | null
  readonly received: IsoDate | null
  readonly sent: IsoDate | null
  readonly source: string | null
  /** The areas for priority action; null where nobody has said whether there are any. */
  readonly areas: readonly Area[] | null
  /** The areas for improvement; likewise. */
  readonly areasForImprovement: readonly Area[] | null
}

type Area = { readonly id: string; readonly text: string }

/** Undefined where nothing that the record says of deadlines can be trusted. */
export function recordFacts(
  { id, file, record }: Pick<RecordReading, 'id' | 'file' | 'record'>,
  today: IsoDate,
): RecordFacts | undefined {
  if (!record) return undefined
  const known = asAt(record, today)
  const { authority, framework, title = null, source = null } = known
  const { published = null, received = null, sent = null } = known
  return {
    id,
    file,
    authority,
    framework,
    title,
    visited: lastVisited(known),
    published,
    received,
    sent,
    source,
    areas: areasOf(known.areasForPriorityAction),
    areasForImprovement: areasOf(known.areasForImprovement),
  }
}

function areasOf(areas: readonly Area[] | undefined): readonly Area[] | null {
  return areas?.map(({ id, text }) => ({ id, text })) ?? null
}

/** The last day of a visit, or its month where no more is known. */
export function lastVisited({ visited }: Pick<InspectionRecord, 'visited'>): string | null {
  return typeof visited === 'object' ? visited.to : (visited ?? null)
}
