import { isMap, isScalar, isSeq, type Pair, type Scalar, type YAMLMap } from 'yaml'
import { readIsoDate } from '../../calendar/day.ts'
import type { Obstacle } from '../edit/change.ts'
import { commentsIn } from '../edit/comments.ts'
import { saysTheSame } from '../edit/data.ts'
import { dataIn, type Edited, isSameList, withoutMark } from '../edit/edited.ts'
import { type Splice, spliced } from '../edit/splice.ts'
import { isFlow } from '../edit/tokens.ts'
import { MAX_DEPTH, parseYaml, type YamlTree } from '../parse.ts'
import { placeOfMap } from '../place.ts'
import { keyText } from '../scalar.ts'
import type { Schema } from '../schema.ts'
import { choose, schemaOfKey } from '../schema-of.ts'
import { blockOrder } from './block-order.ts'
import { flowOrder } from './flow-order.ts'

/**
 * A YAML text with its keys in the order of a schema and its dates without quotes; all else stays.
 * Keys that the schema does not name come last, as they stand. It is proven: read again, the text says
 * the same and has the same comments.
 */
export function formatted(text: string, file: string, schema: Schema): Edited {
  const [mark, body] = withoutMark(text)
  let current = body
  // What is further in is put in order first, so that it moves as a whole with what it is in.
  for (let turn = 0; turn <= MAX_DEPTH; turn++) {
    const { tree, diagnostics } = parseYaml(current, file, { keepTokens: true })
    if (!tree) return { diagnostics }
    const splices = nextSplices(tree, schema)
    if ('because' in splices) return { obstacle: splices }
    if (splices.length === 0) break
    current = spliced(current, splices)
  }
  const doubt = current === body ? undefined : doubtAbout(body, current, file)
  if (doubt === undefined) return { text: mark + current }
  return { obstacle: { because: doubt, place: { file, line: 1, column: 1, width: 0 } } }
}

function doubtAbout(before: string, after: string, file: string): string | undefined {
  const [old, now] = [dataIn(before, file), dataIn(after, file)]
  if (old === undefined || now === undefined || !saysTheSame(old, now)) {
    return 'in another order it would not say the same'
  }
  const isKept = isSameList([...commentsIn(before)].sort(), [...commentsIn(after)].sort())
  return isKept ? undefined : 'a comment would be lost'
}

/** A map whose keys are not in order, and what their order should be. */
type Disorder = {
  readonly map: YAMLMap
  readonly order: readonly Pair[]
  readonly depth: number
}

type Found = { readonly disorders: Disorder[]; readonly dates: Scalar[] }

/** The splices for the quotes of dates, and for the maps out of order that lie deepest. */
function nextSplices(tree: YamlTree, schema: Schema): readonly Splice[] | Obstacle {
  const found: Found = { disorders: [], dates: [] }
  look(tree.contents, schema, 0, found)
  if (found.dates.length > 0) return found.dates.map(withoutQuotes)
  const deepest = Math.max(...found.disorders.map(({ depth }) => depth))
  const splices: Splice[] = []
  for (const { map, order, depth } of found.disorders) {
    if (depth < deepest) continue
    const moves = isFlow(map)
      ? flowOrder(tree.source.text, map, order)
      : blockOrder(tree.source.text, map, order, depth === 0)
    if (moves === undefined) {
      const because = 'a comment is in the way of putting the keys in order'
      return { because, place: placeOfMap(tree, map) }
    }
    splices.push(...[moves].flat())
  }
  return splices
}

function withoutQuotes({ range, source = '' }: Scalar): Splice {
  const [start = 0, end = 0] = range ?? []
  return { start, end, text: source }
}

/** Looks for what is not in its usual form. What an alias repeats is looked at where it is written. */
function look(node: unknown, asked: Schema, depth: number, found: Found): void {
  const schema = asked.oneOf ? choose(node, asked.oneOf) : asked
  if (isSeq(node) && schema.type === 'array') {
    for (const item of node.items) look(item, schema.items, depth + 1, found)
  }
  if (isScalar(node) && isQuotedDate(node, schema)) found.dates.push(node)
  if (!isMap(node) || schema.type !== 'object' || isJson(node)) return
  const order = inOrder(node.items, Object.keys(schema.properties))
  if (order.some((pair, index) => pair !== node.items[index])) {
    found.disorders.push({ map: node, order, depth })
  }
  for (const { key, value } of node.items) {
    const below = schemaOfKey(keyText(key) ?? '', schema)
    if (below) look(value, below, depth + 1, found)
  }
}

function inOrder(pairs: readonly Pair[], keys: readonly string[]): Pair[] {
  const rank = ({ key }: Pair) => {
    const index = keys.indexOf(keyText(key) ?? '')
    return index < 0 ? keys.length : index
  }
  return [...pairs].sort((a, b) => rank(a) - rank(b))
}

function isQuotedDate({ type, tag, source = '' }: Scalar, schema: Schema): boolean {
  const isQuoted = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE'
  const isDate = schema.type === 'string' && schema.format === 'date'
  return isQuoted && !tag && isDate && typeof readIsoDate(source) === 'string'
}

/** JSON is YAML too, but needs its quotes: it is left as it is. */
function isJson(map: YAMLMap): boolean {
  const first = map.items[0]?.key
  return isFlow(map) && isScalar(first) && first.type === 'QUOTE_DOUBLE'
}
