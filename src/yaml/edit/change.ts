import { isAlias, isMap, isScalar, isSeq, type Pair, visit, type YAMLMap, type YAMLSeq } from 'yaml'
import type { Place } from '../../diagnostics/diagnostic.ts'
import { named } from '../describe.ts'
import type { YamlTree } from '../parse.ts'
import { type Path, placeOfNode } from '../place.ts'
import { isEmptyValue, keyText } from '../scalar.ts'
import type { Schema } from '../schema.ts'
import { choose, schemaOfKey } from '../schema-of.ts'
import { addToBlockList, addToBlockMap, indentsOf, linesAfter, neighbourOf } from './in-block.ts'
import { addToFlowList, addToFlowMap } from './in-flow.ts'
import { removePair } from './removal.ts'
import { type Quotes, scalarText } from './scalar-text.ts'
import { lineEnd, type Splice } from './splice.ts'
import { endOfHead, hasSource, indentOf, isFlow } from './tokens.ts'
import { isScalarValue, nested, type Value } from './value.ts'
import { flowText, linesBelow, pairText } from './written.ts'

/**
 * A value to be written at a path, whether or not something is there already. The position after the
 * last entry of a list adds one to it. Without a value, the key at the end of the path is taken away.
 */
export type Change = { readonly path: Path; readonly value: Value | undefined }

/** Why a change cannot be made by splicing, and where. */
export type Obstacle = { readonly because: string; readonly place: Place }

type Result = readonly Splice[] | Obstacle

/** Where an edit has come to on its path. */
type Here = {
  readonly tree: YamlTree
  readonly schema: Schema
  readonly node: unknown
  /** The pair of which the node is the value. */
  readonly pair: Pair | undefined
  /** The map of that pair. */
  readonly map: YAMLMap | undefined
  readonly inFlow: boolean
  /** Whether the keys around are in double quotes, as JSON has them. */
  readonly json: boolean
  readonly path: Path
}

/** What to splice into the text of a tree to make a change; the tree must have its tokens. */
export function splicesFor(tree: YamlTree, schema: Schema, { path, value }: Change): Result {
  const root = { tree, schema, node: tree.contents, path: [] }
  return editAt(
    { ...root, pair: undefined, map: undefined, inFlow: false, json: false },
    path,
    value,
  )
}

function editAt(here: Here, rest: Path, value: Value | undefined): Result {
  const { tree, node } = here
  const shared = sharedBy(tree, node)
  if (shared)
    return obstacle(here, `what stands there is repeated by \`*${shared.source}\``, shared)
  if (isAlias(node)) {
    return obstacle(
      here,
      `what stands there is written elsewhere, and repeated by \`*${node.source}\``,
      node,
    )
  }
  if (isEmptyValue(node)) return value === undefined ? [] : fill(here, nested(rest, value))
  const [step, ...others] = rest
  if (step === undefined) return value === undefined ? [] : replace(here, value)
  if (isMap(node) && typeof step === 'string') return editInMap(here, node, step, others, value)
  if (isSeq(node) && typeof step === 'number') return editInList(here, node, step, others, value)
  return obstacle(
    here,
    `${named(here.path)} is not ${typeof step === 'number' ? 'a list' : 'a map'}`,
  )
}

function editInMap(
  here: Here,
  map: YAMLMap,
  key: string,
  rest: Path,
  value: Value | undefined,
): Result {
  const { tree } = here
  const schema = chosen(here.schema, map)
  const pair = map.items.find((one) => keyText(one.key) === key)
  const around = inside(here, map)
  if (value === undefined && rest.length === 0) return remove(here, map, pair)
  if (pair) {
    const below = schema.type === 'object' ? (schemaOfKey(key, schema) ?? {}) : {}
    const path = [...here.path, key]
    return editAt({ ...around, schema: below, node: pair.value, pair, map, path }, rest, value)
  }
  if (value === undefined) return []
  const usualOrder = schema.type === 'object' ? Object.keys(schema.properties) : []
  const after = neighbourOf(map, key, usualOrder)
  const inner = nested(rest, value)
  return isFlow(map)
    ? addToFlowMap(tree.source.text, map, after, pairText(key, inner, around.json))
    : [addToBlockMap(tree, map, { after, parent: here.pair }, [key, inner])]
}

function editInList(
  here: Here,
  list: YAMLSeq,
  index: number,
  rest: Path,
  value: Value | undefined,
): Result {
  const { tree } = here
  const around = inside(here, list)
  if (index < list.items.length) {
    const schema = chosen(here.schema, list)
    const below = schema.type === 'array' ? schema.items : {}
    const none = { pair: undefined, map: undefined }
    const node = list.items[index]
    const path = [...here.path, index]
    return editAt({ ...around, ...none, schema: below, node, path }, rest, value)
  }
  if (value === undefined) return []
  const entry = nested(rest, value)
  return isFlow(list)
    ? addToFlowList(tree.source.text, list, flowText(entry, around.json))
    : [addToBlockList(tree, list, entry)]
}

/** Takes away a pair, if there is one. */
function remove(here: Here, map: YAMLMap, pair: Pair | undefined): Result {
  const { tree } = here
  if (!pair) return []
  const path = [...here.path, keyText(pair.key) ?? '']
  const alias = sharedBy(tree, pair.value)
  if (alias) {
    return obstacle(here, `what stands there is repeated by \`*${alias.source}\``, alias)
  }
  return (
    removePair(tree.source.text, map, map.items.indexOf(pair)) ??
    obstacle(here, `${named(path)} is all that stands there`, pair.key)
  )
}

function chosen(schema: Schema, node: unknown): Schema {
  return schema.oneOf ? choose(node, schema.oneOf) : schema
}

function inside(here: Here, node: YAMLMap | YAMLSeq): Here {
  if (!isFlow(node)) return here
  const first: unknown = isMap(node) ? node.items[0]?.key : undefined
  const json = first === undefined ? here.json : isScalar(first) && first.type === 'QUOTE_DOUBLE'
  return { ...here, inFlow: true, json }
}

/** Writes a value where there is a key without one, or `null`. */
function fill(here: Here, value: Value): Result {
  const { tree, node, pair, map, inFlow, json } = here
  const { text } = tree.source
  if (hasSource(node) && isScalar(node) && node.range) {
    const [start, end] = node.range
    return [{ start, end, text: flowText(value, json, inFlow || !isScalarValue(value)) }]
  }
  if (!pair?.srcToken?.sep?.some(({ type }) => type === 'map-value-ind') || !map) {
    return obstacle(here, `${named(here.path)} has no value, and no colon to write one after`)
  }
  const start = endOfHead(pair)
  if (inFlow || isScalarValue(value)) {
    const blanks = /^[ \t]+(?=,)/.exec(text.slice(start, lineEnd(text, start)))?.[0] ?? ''
    return [{ start, end: start + blanks.length, text: ` ${flowText(value, json, inFlow)}` }]
  }
  return [linesAfter(text, start, linesBelow(value, indentOf(map), indentsOf(tree)))]
}

const QUOTES: Readonly<Record<string, Quotes>> = { QUOTE_SINGLE: 'single', QUOTE_DOUBLE: 'double' }

/** Writes a text in the place of another, in its kind of quotes. */
function replace(here: Here, value: Value): Result {
  const { tree, node, inFlow, json } = here
  if (!isScalar(node) || !node.range || typeof value !== 'string') {
    return obstacle(here, `${named(here.path)} is there already, and not as a text`)
  }
  const [start, valueEnd] = node.range
  const { text } = tree.source
  const quotes = QUOTES[String(node.type)] ?? 'none'
  const written = scalarText(value, { inFlow, json }, quotes)
  if (!String(node.type).startsWith('BLOCK')) return [{ start, end: valueEnd, text: written }]
  // A text below its key has a head, of which the comment is to stay, and ends with a line break.
  const head = text.slice(start, lineEnd(text, start))
  return [{ start, end: lineEnd(text, valueEnd), text: written + head.replace(/^[^ \t]*/, '') }]
}

function obstacle({ tree, node, pair }: Here, because: string, at?: unknown): Obstacle {
  return { because, place: placeOfNode(tree, at ?? pair?.key ?? node) }
}

/** The alias that repeats a node, if there is one. */
function sharedBy(tree: YamlTree, node: unknown) {
  if (isAlias(node) || !(isScalar(node) || isMap(node) || isSeq(node)) || !node.anchor) return
  let found: { readonly source: string } | undefined
  visit(tree.contents, {
    Alias: (_key, alias) => {
      if (tree.targetOf(alias) !== node) return undefined
      found = alias
      return visit.BREAK
    },
  })
  return found
}
