import {
  COLLECTION_STYLE as COLLECTION,
  EVENT_ID as EVENT,
  type Event,
  getScalarValue,
  parseEvents,
  SCALAR_STYLE as STYLE,
  YAMLException,
} from 'js-yaml'
import { isScalar, type Node, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml'

/**
 * The tree that `yaml` builds of a text, from the events of a parser that takes a fraction of its
 * time; undefined for a text that is not sound, and where there is any doubt that the tree would be
 * the same. No scalar is resolved, so it does not matter what either parser makes of `yes` or of
 * `0o7`. Of the end of a block, only what lies on its first line is true.
 */
export function quickTree(text: string): Node | undefined {
  if (text.length > MAX_LENGTH || !PLAIN_TEXT.test(text) || EXPLICIT_KEY.test(text))
    return undefined
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

const EXPLICIT_KEY = /(?:^|[\s{[,])\?\s/

/** The parsers differ in how they count the length at which a key becomes a fault. */
const MAX_KEY_LENGTH = 500

class Doubt extends Error {}

/**
 * Makes objects that the library takes for its own, since a model of its making is their prototype; its
 * constructors define a property of each node, which takes longer than to parse it.
 */
function like<T extends object>(model: T): new () => T {
  const Like = function Like() {} as unknown as new () => T
  Like.prototype = model
  return Like
}

const QuickScalar = like(new Scalar(''))
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
type ScalarEvent = EventOf<typeof EVENT.SCALAR>
type MapEvent = EventOf<typeof EVENT.MAPPING>
type ListEvent = EventOf<typeof EVENT.SEQUENCE>

/** The one document of a text: a map, without directives and marks of its begin or end. */
function rootOf(cursor: Cursor): Node {
  const document = cursor.events[cursor.next++]
  const isPlain =
    document?.type === EVENT.DOCUMENT &&
    !document.explicitStart &&
    !document.explicitEnd &&
    document.directives.length === 0
  if (!isPlain || cursor.events[cursor.next]?.type !== EVENT.MAPPING) throw new Doubt()
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
    case EVENT.SCALAR:
      return scalarOf(cursor, event)
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
    pair.value = nextNode(cursor)
    items.push(pair)
  }
  const map = new QuickMap()
  map.items = items
  return ranged(map, start, isFlow ? closingEnd(cursor) : cursor.text.length)
}

function listOf(cursor: Cursor, { start, style }: ListEvent): Node {
  const items: Node[] = []
  cursor.end = start + 1
  while (!isClosed(cursor)) items.push(nextNode(cursor))
  const list = new QuickList()
  list.items = items
  return ranged(list, start, style === COLLECTION.FLOW ? closingEnd(cursor) : cursor.text.length)
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

const TYPES = {
  [STYLE.PLAIN]: 'PLAIN',
  [STYLE.SINGLE_QUOTED]: 'QUOTE_SINGLE',
  [STYLE.DOUBLE_QUOTED]: 'QUOTE_DOUBLE',
  [STYLE.LITERAL_BLOCK]: 'BLOCK_LITERAL',
  [STYLE.FOLDED_BLOCK]: 'BLOCK_FOLDED',
} as const

function scalarOf(cursor: Cursor, event: ScalarEvent): Node {
  const { text } = cursor
  if (event.valueStart < 0) throw new Doubt()
  const value = getScalarValue(text, event)
  const scalar = new QuickScalar()
  scalar.value = value
  scalar.source = value
  scalar.type = TYPES[event.style]
  cursor.end = event.valueEnd + (isQuoted(event) ? 1 : 0)
  return ranged(scalar, startOf(text, event), cursor.end)
}

function isQuoted({ style }: ScalarEvent): boolean {
  return style === STYLE.SINGLE_QUOTED || style === STYLE.DOUBLE_QUOTED
}

/** More than one line, or an escape of which few people know. */
const ODD_QUOTED = /\n|\\[^"\\n]/

/** The head of a text in a block, on the line before it, after dashes and a key. */
const BLOCK_HEAD = /^ *(?:- +)*(?:[\w-]+: +)?(?=[|>]-?(?: +#.*)?$)/

/** Where a scalar begins: with its quote, or with the head of its block. */
function startOf(text: string, event: ScalarEvent): number {
  const { style, valueStart, valueEnd } = event
  if (style === STYLE.PLAIN) return valueStart
  if (isQuoted(event)) {
    if (ODD_QUOTED.test(text.slice(valueStart, valueEnd))) throw new Doubt()
    return valueStart - 1
  }
  const line = text.lastIndexOf('\n', valueStart - 2) + 1
  const head = BLOCK_HEAD.exec(text.slice(line, valueStart - 1))
  if (!head) throw new Doubt()
  return line + head[0].length
}

function ranged<N extends Node>(node: N, start: number, end: number): N {
  node.range = [start, end, end]
  return node
}
