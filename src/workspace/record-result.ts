import type { AssessmentContext } from '../assessment/assess-record.ts'
import type { Item } from '../assessment/item.ts'
import { isoOf } from '../calendar/day.ts'
import { type Evidence, evidenceOf } from '../records/evidence.ts'
import { type Link, linkOf } from '../records/links.ts'
import { type AssessedRecord, detached } from './read-records.ts'

/** What a check keeps of a record: nothing of the text that it was read from. */
export type RecordResult = Omit<AssessedRecord, 'reading'> & {
  /** False where the file could not be read. */
  readonly isRead: boolean
  /** What the record says of other records; null where it cannot be trusted. */
  readonly link: Link | null
  readonly evidence: readonly Evidence[]
}

/** What to keep of an assessed record. */
export function resultOf(
  { file, reading, items, diagnostics, ignores }: AssessedRecord,
  { today }: AssessmentContext,
): RecordResult {
  const link = reading ? linkOf(reading) : undefined
  const evidence = reading ? evidenceOf(reading, isoOf(today)) : []
  return {
    file,
    isRead: reading !== undefined,
    items: items.map(detachedItem),
    diagnostics,
    ignores,
    link: link ? detached(link) : null,
    evidence: detached(evidence),
  }
}

/** An item of whose texts none is a part of the record's; its other values are none of them. */
function detachedItem(item: Item): Item {
  const { authority, framework, title, owner, why, waivers, snooze } = item
  return {
    ...item,
    authority: detachedText(authority),
    framework: detachedText(framework),
    title: detachedText(title),
    owner: owner && detachedText(owner),
    why: why.map(detachedText),
    waivers: waivers.length > 0 ? detached(waivers) : waivers,
    snooze: snooze && detached(snooze),
  }
}

/** A copy of a text. V8 has to write out a joined text before it can take a part of that. */
function detachedText(text: string): string {
  return ` ${text}`.slice(1)
}
