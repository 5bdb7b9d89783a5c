import {
  COLLECTION_STYLE as COLLECTION,
  EVENT_ID as EVENT,
  type Event,
  parseEvents,
  YAMLException,
} from 'js-yaml'
import { isScalar, type Node, Pair, YAMLMap, YAMLSeq } from 'yaml'
import { Doubt, like, quickScalar, ranged } from './quick-scalar.ts'

/**
 * The tree that `yaml` builds of a text, from the events of a parser that takes a fraction of its
 * time; undefined for a text that is not sound, and where there is any doubt that the tree would be
 * the same. No scalar is resolved, so it does not matter what either parser makes of `yes` or of
 * `0o7`. Of the end of a block, only what lies on its first line is true.
 */
export function quickTree(text: string): Node | undefined {
  if (text.length > MAX_LENGTH || !PLAIN_TEXT.test(text) || ODD.test(text)) return undefined
  try {
    return rootOf({ text, events: parseEvents(text, { maxDepth: MAX_DEPTH }), next: 0, end: 0 })
  } catch (failure) {
    if (failure instanceof YAMLException || failure instanceof Doubt) return undefined
    throw failure
  }
}

/** So few characters and levels that the limits of `parse.ts` cannot be reached. */
const MAX_LENGTH = 90_000
const MAX_DEPTH = 12

/** No tab, no control character, and no line break but that of Unix. */
const PLAIN_TEXT = /^[\n\x20-\x7e\xa0-\u2027\u202a-\ufefe]*$/

/** A directive, a document that begins or ends with a mark, or a key after a question mark. */
const ODD = /^(?:%|---|\.\.\.)|(?:^|[\s{[,])\?\s/m

/** The parsers differ in how they count the length at which a key becomes a fault. */
const MAX_KEY_LENGTH = 500

const QuickPair = like(new Pair<unknown, unknown>(null))
const QuickMap = like(new YAMLMap())
const QuickList = like(new YAMLSeq())

/** The events of a text: which one is next, and where what was read last ends. */
type Cursor = {
  readonly text: string
  readonly events: readonly Event[]
  next: number
  end: number
}

type EventOf<T extends Event['type']> = Extract<Event, { type: T }>
type MapEvent = EventOf<typeof EVENT.MAPPING>
type ListEvent = EventOf<typeof EVENT.SEQUENCE>

/** The one document of a text, which is a map. */
function rootOf(cursor: Cursor): Node {
  const [document, map] = cursor.events
  if (document?.type !== EVENT.DOCUMENT || map?.type !== EVENT.MAPPING) throw new Doubt()
  cursor.next++
  const root = nextNode(cursor)
  if (!isClosed(cursor) || cursor.next < cursor.events.length) throw new Doubt()
  return root
}

function nextNode(cursor: Cursor): Node {
  const event = cursor.events[cursor.next++]
  if (!event || !('tagStart' in event) || event.tagStart >= 0 || event.anchorStart >= 0) {
    throw new Doubt()
  }
  switch (event.type) {
    case EVENT.SCALAR: {
      const scalar = quickScalar(cursor.text, event)
      cursor.end = scalar.range?.[1] ?? cursor.end
      return scalar
    }
    case EVENT.MAPPING:
      return mapOf(cursor, event)
    case EVENT.SEQUENCE:
      return listOf(cursor, event)
  }
}

/** Whether a collection, or the document, ends here; if so, its end is passed over. */
function isClosed(cursor: Cursor): boolean {
  const isEnd = cursor.events[cursor.next]?.type === EVENT.POP
  if (isEnd) cursor.next++
  return isEnd
}

function mapOf(cursor: Cursor, { start, style }: MapEvent): Node {
  const isFlow = style === COLLECTION.FLOW
  // In a list, a pair of a key and a value can be a map without braces.
  if (isFlow && cursor.text[start] !== '{') throw new Doubt()
  const items: Pair[] = []
  cursor.end = start + 1
  while (!isClosed(cursor)) {
    const key = nextNode(cursor)
    if (!isKey(key, cursor)) throw new Doubt()
    const pair = new QuickPair()
    pair.key = key
    pair.value = nextEntry(cursor, isFlow)
    items.push(pair)
  }
  const map = new QuickMap()
  map.items = items
  return ranged(map, start, isFlow ? closingEnd(cursor) : cursor.text.length)
}

function listOf(cursor: Cursor, { start, style }: ListEvent): Node {
  const isFlow = style === COLLECTION.FLOW
  const items: Node[] = []
  cursor.end = start + 1
  while (!isClosed(cursor)) items.push(nextEntry(cursor, isFlow))
  const list = new QuickList()
  list.items = items
  return ranged(list, start, isFlow ? closingEnd(cursor) : cursor.text.length)
}

const LINE_END = / *(?:\n| #|$)/y

/** A value in a collection; in a block, nothing but a comment may follow on its last line. */
function nextEntry(cursor: Cursor, isFlow: boolean): Node {
  const node = nextNode(cursor)
  LINE_END.lastIndex = cursor.end
  const isLast = cursor.text[cursor.end - 1] === '\n' || LINE_END.test(cursor.text)
  if (!isFlow && !isLast) throw new Doubt()
  return node
}

/** Whether a node that was just read is a key with its colon at once after it. */
function isKey(node: Node, { text, end }: Cursor): boolean {
  return isScalar(node) && text[end] === ':' && end - (node.range?.[0] ?? 0) < MAX_KEY_LENGTH
}

const CLOSING = /[\s,]*[\]}]/y

/** The end of a collection in brackets of which the last entry was just read. */
function closingEnd(cursor: Cursor): number {
  CLOSING.lastIndex = cursor.end
  // A comment may hold a bracket.
  if (!CLOSING.test(cursor.text)) throw new Doubt()
  cursor.end = CLOSING.lastIndex
  return cursor.end
}
