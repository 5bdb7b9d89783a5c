import { Document, isMap, isScalar, type Pair, Scalar } from 'yaml'
import { type InspectionRecord, recordSchema } from '../../../records/record.ts'

/** What stands beside the values of a new record. */
export type Remarks = {
  /** The first line, which tells an editor of the schema. */
  readonly modeline: string
  /** Comments at the ends of lines, by the keys as paths with points. */
  readonly comments: ReadonlyMap<string, string>
  /** Comments in the place of keys that are not there. */
  readonly unknown: Readonly<Record<string, string>>
}

const LINE_WIDTH = 108

/** The text of a new record: its keys in the usual order, with comments. */
export function recordText(record: InspectionRecord, remarks: Remarks): string {
  const document = new Document(inUsualOrder(record))
  const { contents } = document
  if (isMap(contents)) {
    for (const pair of contents.items) addLineComments(pair, '', remarks.comments)
    addUnknown(contents.items, remarks.unknown)
    for (const pair of contents.items) styled(pair)
  }
  const text = document.toString({ lineWidth: LINE_WIDTH })
  return `${remarks.modeline}\n${text}`
}

const KEYS = Object.keys(recordSchema.properties)

/** The keys of a record in the order of the schema. */
export function inUsualOrder(record: InspectionRecord): Readonly<Record<string, unknown>> {
  const entries = Object.entries(record)
  return Object.fromEntries(KEYS.flatMap((key) => entries.filter(([name]) => name === key)))
}

function addLineComments(pair: Pair, parent: string, comments: Remarks['comments']): void {
  const path = `${parent}${keyOf(pair)}`
  if (isMap(pair.value)) {
    for (const inner of pair.value.items) addLineComments(inner, `${path}.`, comments)
    return
  }
  const comment = comments.get(path)
  if (comment !== undefined && isScalar(pair.value)) pair.value.comment = ` ${comment}`
}

/** A comment for a key that is not there stands before the next one that is. */
function addUnknown(pairs: readonly Pair[], unknown: Remarks['unknown']): void {
  const there = new Set(pairs.map(keyOf))
  for (const [key, comment] of Object.entries(unknown)) {
    if (there.has(key)) continue
    const next = pairs.find((pair) => KEYS.indexOf(keyOf(pair)) > KEYS.indexOf(key))
    if (!isScalar(next?.key)) continue
    next.key.commentBefore = [next.key.commentBefore ?? [], ` ${comment}`].flat().join('\n')
  }
}

/** A visit stands on one line; notes are folded. */
function styled(pair: Pair): void {
  if (keyOf(pair) === 'visited' && isMap(pair.value)) pair.value.flow = true
  if (keyOf(pair) === 'notes' && isScalar(pair.value)) pair.value.type = Scalar.BLOCK_FOLDED
}

function keyOf({ key }: Pair): string {
  return isScalar(key) ? String(key.value) : ''
}
