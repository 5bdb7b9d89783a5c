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
import { type Diagnostic, diagnose, type Place } from '../diagnostics/diagnostic.ts'
import type { Arguments, Code } from '../diagnostics/messages.ts'
import { called, describe, describeNode, named, shortened, wanted } from './describe.ts'
import { exampleOf, keysOf, missingKeys } from './map-keys.ts'
import { MAX_DEPTH, type YamlTree } from './parse.ts'
import { isEmptyValue, type Path, type Positions, placeOfMap, placeOfNode } from './place.ts'
import { readText } from './read-text.ts'
import { coreValue } from './scalar.ts'
import type { ListSchema, ObjectSchema, Schema } from './schema.ts'
import { choose, schemaOfKey } from './schema-of.ts'

/** Aliases can repeat what a file says once; in all, a file may say this much. */
const MAX_NODES = 20_000

/** Stands for a value that was there, but did not fit. */
export const FAULTY = Symbol('faulty')

/** What was found so far on the way through a tree. */
export type Walk = {
  readonly tree: YamlTree
  /** The parts of the value that have an error. */
  readonly faults: Path[]
  readonly positions: Positions
  /** How many nodes were read, those behind an alias each time. */
  nodes: number
  isTooDeep: boolean
  /** Tells of a fault at a place, and of which part of the value it is. */
  report<C extends Code>(place: Place, path: Path, code: C, args: Arguments<C>): typeof FAULTY
}

/**
 * Walks a tree along a schema, and builds the value of what fits. What does not fit is reported, and
 * stands as `FAULTY` where it would have been.
 */
export function walkTree(tree: YamlTree, root: Schema) {
  const diagnostics: Diagnostic[] = []
  const faults: Path[] = []
  const positions: Positions = new Map()
  const report: Walk['report'] = (place, path, code, args) => {
    const diagnostic = diagnose(place, code, args)
    diagnostics.push(diagnostic)
    if (diagnostic.severity === 'error') faults.push(path)
    return FAULTY
  }
  const walk = { tree, faults, positions, nodes: 0, isTooDeep: false, report }
  const value = readNode(walk, tree.document.contents, root, [])
  return { value, diagnostics, faults, positions }
}

/** Reads a node; a message points at `at`, the alias where one leads here. */
function readNode(
  walk: Walk,
  node: unknown,
  schema: Schema,
  path: Path,
  asked: Schema = schema,
  at: unknown = node,
): unknown {
  if (++walk.nodes > MAX_NODES) {
    if (walk.nodes === MAX_NODES + 1) {
      walk.report(placeOfNode(walk.tree, node), [], 'too-complex', { limit: MAX_NODES })
    }
    return FAULTY
  }
  if (isAlias(node)) return readAlias(walk, node, schema, path, asked)
  if (schema.oneOf) return readNode(walk, node, choose(node, schema.oneOf), path, asked, at)
  switch (schema.type) {
    case 'object':
      return isMap(node)
        ? readMap(walk, node, schema, path)
        : wrongType(walk, node, path, wanted(asked, path), at)
    case 'array':
      return isSeq(node)
        ? readList(walk, node, schema, path)
        : wrongType(walk, node, path, wanted(asked, path), at)
    case undefined:
      return readAnything(walk, node, path)
    default:
      return isScalar(node)
        ? readScalar(walk, node, schema, path, asked, at)
        : wrongType(walk, node, path, wanted(asked, path), at)
  }
}

function readAlias(walk: Walk, alias: Alias, schema: Schema, path: Path, asked: Schema): unknown {
  if (path.length > MAX_DEPTH) {
    // The parser has counted what is written; an alias can lead deeper, and even into itself.
    if (!walk.isTooDeep)
      walk.report(placeOfNode(walk.tree, alias), [], 'too-deep', { limit: MAX_DEPTH })
    walk.isTooDeep = true
    return FAULTY
  }
  const target = walk.tree.targetOf(alias)
  if (target) return readNode(walk, target, schema, path, asked, alias)
  return walk.report(placeOfNode(walk.tree, alias), path, 'yaml-syntax', {
    problem: `the alias \`*${shortened(alias.source)}\` has no anchor before it`,
    next: 'define the anchor before the alias, or put the text into quotes',
  })
}

function readMap(walk: Walk, map: YAMLMap, schema: ObjectSchema, path: Path): unknown {
  // No key can reach a prototype: `__proto__` is none of any schema.
  const value: Record<string, unknown> = {}
  const pairs = keysOf(walk, map, path)
  for (const [key, pair] of pairs) {
    const valueSchema = schemaOfKey(key, schema)
    if (!valueSchema) {
      const known = Object.keys(schema.properties)
      const own = schema.patternProperties !== undefined
      const args = { key: shortened(key), parent: called(path), known, own }
      walk.report(placeOfNode(walk.tree, pair.key), path, 'unknown-key', args)
    } else if (isEmptyValue(pair.value)) {
      walk.report(placeOfNode(walk.tree, pair.key), path, 'empty-value', { key: named([key]) })
    } else {
      const read = readNode(walk, pair.value, valueSchema, [...path, key])
      if (read !== FAULTY) value[key] = read
    }
  }
  const missing = missingKeys(pairs, schema)
  for (const keys of missing) {
    const args = { keys, parent: called(path), example: exampleOf(keys, schema) }
    walk.report(placeOfMap(walk.tree, map), path, 'missing-key', args)
  }
  const isFaulty = missing.length > 0 || schema.required?.some((key) => !(key in value))
  return isFaulty ? FAULTY : value
}

function readList(walk: Walk, list: YAMLSeq, schema: ListSchema, path: Path): unknown {
  if (schema.minItems && list.items.length === 0) {
    return wrongType(walk, list, path, 'a list with at least one entry')
  }
  const kept: number[] = []
  const values: unknown[] = []
  for (const [index, item] of list.items.entries()) {
    const before = walk.faults.length
    const value = readNode(walk, item, schema.items, [...path, index])
    if (value === FAULTY || walk.faults.length > before) continue
    kept.push(index)
    values.push(value)
  }
  if (kept.length < list.items.length) walk.positions.set(list, kept)
  return values
}

function readScalar(
  walk: Walk,
  node: Scalar,
  schema: Schema,
  path: Path,
  asked: Schema,
  at: unknown,
): unknown {
  const about = () => ({ key: named(path), expected: describe(asked) })
  const result = readText(node, schema, about)
  if ('value' in result) return result.value
  return walk.report(placeOfNode(walk.tree, at), path, result.code, result.args)
}

function readAnything(walk: Walk, node: unknown, path: Path): unknown {
  const part = (value: unknown, step: string | number) => {
    const read = readNode(walk, value, {}, [...path, step])
    return read === FAULTY ? null : read
  }
  if (isMap(node)) {
    const pairs = [...keysOf(walk, node, path)]
    return Object.fromEntries(pairs.map(([key, { value }]) => [key, part(value, key)]))
  }
  if (isSeq(node)) return node.items.map(part)
  return isScalar(node) ? coreValue(node) : null
}

function wrongType(walk: Walk, node: unknown, path: Path, expected: string, at = node): unknown {
  const isNone = isScalar(node) && /^(none|no|nil|n\/a|0|-)$/i.test(String(node.source))
  const next = expected === 'a list' && isNone ? 'write `[]` if there are none' : undefined
  const args = { key: named(path), expected, found: describeNode(node), next }
  return walk.report(placeOfNode(walk.tree, at), path, 'wrong-type', args)
}
