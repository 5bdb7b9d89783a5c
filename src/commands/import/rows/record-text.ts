import { Document, isMap, isScalar, type Pair, Scalar } from 'yaml'
import { type InspectionRecord, recordSchema } from '../../../records/record.ts'

export type Remarks = {
  /** The first line, which names the schema for editors. */
  readonly modeline: string
  /** Comments at line ends, by dotted path. */
  readonly comments: ReadonlyMap<string, string>
  /** Comments in place of missing keys. */
  readonly unknown: Readonly<Record<string, string>>
}

const LINE_WIDTH = 108

/** The text of a new record, with its keys in the order of the schema. */
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

/** The comment for a missing key goes before the next key in order. */
function addUnknown(pairs: readonly Pair[], unknown: Remarks['unknown']): void {
  const there = new Set(pairs.map(keyOf))
  for (const [key, comment] of Object.entries(unknown)) {
    if (there.has(key)) continue
    const next = pairs.find((pair) => KEYS.indexOf(keyOf(pair)) > KEYS.indexOf(key))
    if (!isScalar(next?.key)) continue
    next.key.commentBefore = [next.key.commentBefore ?? [], ` ${comment}`].flat().join('\n')
  }
}

/** A visit is written on one line, notes folded. */
function styled(pair: Pair): void {
  if (keyOf(pair) === 'visited' && isMap(pair.value)) pair.value.flow = true
  if (keyOf(pair) === 'notes' && isScalar(pair.value)) pair.value.type = Scalar.BLOCK_FOLDED
}

function keyOf({ key }: Pair): string {
  return isScalar(key) ? String(key.value) : ''
}
