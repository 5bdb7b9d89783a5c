import {
  type Alias,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import { called, describe, describeNode, named, shortened, wanted } from './describe.ts'
import { type FreeIds, freeIds } from './free-ids.ts'
import { exampleOf, keysOf, missingKeys } from './map-keys.ts'
import { oddBlankHint } from './odd-text.ts'
import { keyMeantBy } from './other-words.ts'
import { MAX_DEPTH, type YamlTree } from './parse.ts'
import { type Path, type Positions, placeOfMap, placeOfNode } from './place.ts'
import { FAULTY, type ReadState } from './read-state.ts'
import { readText } from './read-text.ts'
import { remedyFor } from './remedy.ts'
import { coreValue, isEmptyValue } from './scalar.ts'
import type { ListSchema, ObjectSchema, Schema } from './schema.ts'
import { choose, schemaOfKey } from './schema-of.ts'

/** Aliases can repeat what a file says once; in all, a file may say this much. */
const MAX_NODES = 20_000

/**
 * Builds the value of what fits the schema. What does not fit is reported, and stands as `FAULTY`
 * where it would have been.
 */
export function readTree(tree: YamlTree, root: Schema) {
  const diagnostics: Diagnostic[] = []
  const faults: Path[] = []
  const positions: Positions = new Map()
  const report: ReadState['report'] = (place, path, code, args) => {
    const diagnostic = diagnose(place, code, args)
    diagnostics.push(diagnostic)
    if (diagnostic.severity === 'error') faults.push(path)
    return FAULTY
  }
  const state: ReadState = {
    tree,
    faults,
    positions,
    nodes: 0,
    isTooDeep: false,
    idsOfLists: [],
    report,
  }
  const value = readNode(state, tree.contents, root, [])
  return { value, diagnostics, faults, positions }
}

/** Reads a node; a message points at `at`, the alias where one leads here. */
function readNode(
  state: ReadState,
  node: unknown,
  schema: Schema,
  path: Path,
  asked: Schema = schema,
  at: unknown = node,
): unknown {
  if (++state.nodes > MAX_NODES) {
    if (state.nodes === MAX_NODES + 1) {
      state.report(placeOfNode(state.tree, node), [], 'too-complex', { limit: MAX_NODES })
    }
    return FAULTY
  }
  if (isAlias(node)) return readAlias(state, node, schema, path, asked)
  if (schema.oneOf) return readNode(state, node, choose(node, schema.oneOf), path, asked, at)
  switch (schema.type) {
    case 'object':
      return isMap(node)
        ? readMap(state, node, schema, path)
        : wrongType(state, node, path, wanted(asked, path), remedyFor(node, schema), at)
    case 'array':
      return isSeq(node)
        ? readList(state, node, schema, path)
        : wrongType(state, node, path, wanted(asked, path), remedyFor(node, schema), at)
    case undefined:
      return readAnything(state, node, path)
    default:
      return isScalar(node)
        ? readScalar(state, node, schema, path, asked, at)
        : wrongType(state, node, path, wanted(asked, path), remedyFor(node, schema), at)
  }
}

function readAlias(
  state: ReadState,
  alias: Alias,
  schema: Schema,
  path: Path,
  asked: Schema,
): unknown {
  if (path.length > MAX_DEPTH) {
    // The parser has counted what is written; an alias can lead deeper, and even into itself.
    if (!state.isTooDeep)
      state.report(placeOfNode(state.tree, alias), [], 'too-deep', { limit: MAX_DEPTH })
    state.isTooDeep = true
    return FAULTY
  }
  const target = state.tree.targetOf(alias)
  if (target) return readNode(state, target, schema, path, asked, alias)
  return state.report(placeOfNode(state.tree, alias), path, 'yaml-syntax', {
    problem: `the alias \`*${shortened(alias.source)}\` has no anchor before it`,
    next: 'define the anchor before the alias, or put the text into quotes',
  })
}

function readMap(state: ReadState, map: YAMLMap, schema: ObjectSchema, path: Path): unknown {
  // No key can reach a prototype: `__proto__` is none of any schema.
  const value: Record<string, unknown> = {}
  const pairs = keysOf(state, map, path)
  const meant = new Set<string>()
  for (const [key, pair] of pairs) {
    const valueSchema = schemaOfKey(key, schema)
    if (!valueSchema) {
      const known = Object.keys(schema.properties)
      const own = schema.patternProperties !== undefined
      const word = keyMeantBy(key, known)
      if (word !== undefined) meant.add(word)
      const next = word === undefined || pairs.has(word) ? oddBlankHint(key) : `write \`${word}\``
      const args = { key: shortened(key), parent: called(path), known, own, next }
      state.report(placeOfNode(state.tree, pair.key), path, 'unknown-key', args)
    } else if (isEmptyValue(pair.value)) {
      state.report(placeOfNode(state.tree, pair.key), path, 'empty-value', { key: named([key]) })
    } else {
      const read = readNode(state, pair.value, valueSchema, [...path, key])
      if (read !== FAULTY) value[key] = read
    }
  }
  const missing = missingKeys(pairs, schema)
  // What stands there under another word has been said already.
  for (const keys of missing.filter(([key = '']) => !meant.has(key))) {
    const args = {
      keys,
      parent: called(path),
      example: exampleOf(keys, schema, idFor(state, path)),
    }
    state.report(placeOfMap(state.tree, map), path, 'missing-key', args)
  }
  const isFaulty = missing.length > 0 || schema.required?.some((key) => !(key in value))
  return isFaulty ? FAULTY : value
}

/** What gives an entry of a list the id that it lacks; a map elsewhere is in no series. */
function idFor({ idsOfLists }: ReadState, path: Path): FreeIds | undefined {
  return typeof path.at(-1) === 'number' ? idsOfLists.at(-1) : undefined
}

function readList(state: ReadState, list: YAMLSeq, schema: ListSchema, path: Path): unknown {
  if (schema.minItems && list.items.length === 0) {
    return wrongType(state, list, path, 'a list with at least one entry')
  }
  const kept: number[] = []
  const values: unknown[] = []
  state.idsOfLists.push(freeIds(list))
  for (const [index, item] of list.items.entries()) {
    const before = state.faults.length
    const value = readNode(state, item, schema.items, [...path, index])
    if (value === FAULTY || state.faults.length > before) continue
    kept.push(index)
    values.push(value)
  }
  state.idsOfLists.pop()
  if (kept.length < list.items.length) state.positions.set(list, kept)
  return values
}

function readScalar(
  state: ReadState,
  node: Scalar,
  schema: Schema,
  path: Path,
  asked: Schema,
  at: unknown,
): unknown {
  const about = () => ({ key: named(path), expected: describe(asked) })
  const result = readText(node, schema, about)
  if ('value' in result) return result.value
  return state.report(placeOfNode(state.tree, at), path, result.code, result.args)
}

function readAnything(state: ReadState, node: unknown, path: Path): unknown {
  const part = (value: unknown, step: string | number) => {
    const read = readNode(state, value, {}, [...path, step])
    return read === FAULTY ? null : read
  }
  if (isMap(node)) {
    const pairs = [...keysOf(state, node, path)]
    return Object.fromEntries(pairs.map(([key, { value }]) => [key, part(value, key)]))
  }
  if (isSeq(node)) return node.items.map(part)
  return isScalar(node) ? coreValue(node) : null
}

function wrongType(
  state: ReadState,
  node: unknown,
  path: Path,
  expected: string,
  next?: string,
  at = node,
): unknown {
  const args = { key: named(path), expected, found: describeNode(node), next }
  return state.report(placeOfNode(state.tree, at), path, 'wrong-type', args)
}
