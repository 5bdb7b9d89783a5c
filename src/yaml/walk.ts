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

/** Tells of a fault at a place, and of which part of the value it is. */
export type Report = <C extends Code>(
  place: Place,
  path: Path,
  code: C,
  args: Arguments<C>,
) => typeof FAULTY

/** Stands for a value that was there, but did not fit. */
export const FAULTY = Symbol('faulty')

/**
 * Walks a tree along a schema, and builds the value of what fits. What does not fit is reported, and
 * stands as `FAULTY` where it would have been.
 */
export function walkTree(tree: YamlTree, root: Schema) {
  const diagnostics: Diagnostic[] = []
  const faults: Path[] = []
  const positions: Positions = new Map()
  let nodes = 0
  let isTooDeep = false

  const report: Report = (place, path, code, args) => {
    const diagnostic = diagnose(place, code, args)
    diagnostics.push(diagnostic)
    if (diagnostic.severity === 'error') faults.push(path)
    return FAULTY
  }

  /** Reads a node; a message points at `at`, the alias where one leads here. */
  function readNode(
    node: unknown,
    schema: Schema,
    path: Path,
    asked: Schema = schema,
    at: unknown = node,
  ): unknown {
    if (++nodes > MAX_NODES) {
      if (nodes === MAX_NODES + 1) {
        report(placeOfNode(tree, node), [], 'too-complex', { limit: MAX_NODES })
      }
      return FAULTY
    }
    if (isAlias(node)) return readAlias(node, schema, path, asked)
    if (schema.oneOf) return readNode(node, choose(node, schema.oneOf), path, asked, at)
    switch (schema.type) {
      case 'object':
        return isMap(node)
          ? readMap(node, schema, path)
          : wrongType(node, path, wanted(asked, path), at)
      case 'array':
        return isSeq(node)
          ? readList(node, schema, path)
          : wrongType(node, path, wanted(asked, path), at)
      case undefined:
        return readAnything(node, path)
      default:
        return isScalar(node)
          ? readScalar(node, schema, path, asked, at)
          : wrongType(node, path, wanted(asked, path), at)
    }
  }

  function readAlias(alias: Alias, schema: Schema, path: Path, asked: Schema): unknown {
    if (path.length > MAX_DEPTH) {
      // The parser has counted what is written; an alias can lead deeper, and even into itself.
      if (!isTooDeep) report(placeOfNode(tree, alias), [], 'too-deep', { limit: MAX_DEPTH })
      isTooDeep = true
      return FAULTY
    }
    const target = tree.targetOf(alias)
    if (target) return readNode(target, schema, path, asked, alias)
    return report(placeOfNode(tree, alias), path, 'yaml-syntax', {
      problem: `the alias \`*${shortened(alias.source)}\` has no anchor before it`,
      next: 'define the anchor before the alias, or put the text into quotes',
    })
  }

  function readMap(map: YAMLMap, schema: ObjectSchema, path: Path): unknown {
    // No key can reach a prototype: `__proto__` is none of any schema.
    const value: Record<string, unknown> = {}
    const pairs = keysOf(map, path, tree, report)
    for (const [key, pair] of pairs) {
      const valueSchema = schemaOfKey(key, schema)
      if (!valueSchema) {
        const known = Object.keys(schema.properties)
        const own = schema.patternProperties !== undefined
        const args = { key: shortened(key), parent: called(path), known, own }
        report(placeOfNode(tree, pair.key), path, 'unknown-key', args)
      } else if (isEmptyValue(pair.value)) {
        report(placeOfNode(tree, pair.key), path, 'empty-value', { key: named([key]) })
      } else {
        const read = readNode(pair.value, valueSchema, [...path, key])
        if (read !== FAULTY) value[key] = read
      }
    }
    const missing = missingKeys(pairs, schema)
    for (const keys of missing) {
      const args = { keys, parent: called(path), example: exampleOf(keys, schema) }
      report(placeOfMap(tree, map), path, 'missing-key', args)
    }
    const isFaulty = missing.length > 0 || schema.required?.some((key) => !(key in value))
    return isFaulty ? FAULTY : value
  }

  function readList(list: YAMLSeq, schema: ListSchema, path: Path): unknown {
    if (schema.minItems && list.items.length === 0) {
      return wrongType(list, path, 'a list with at least one entry')
    }
    const kept: number[] = []
    const values: unknown[] = []
    for (const [index, item] of list.items.entries()) {
      const before = faults.length
      const value = readNode(item, schema.items, [...path, index])
      if (value === FAULTY || faults.length > before) continue
      kept.push(index)
      values.push(value)
    }
    if (kept.length < list.items.length) positions.set(list, kept)
    return values
  }

  function readScalar(
    node: Scalar,
    schema: Schema,
    path: Path,
    asked: Schema,
    at: unknown,
  ): unknown {
    const about = () => ({ key: named(path), expected: describe(asked) })
    const result = readText(node, schema, about)
    if ('value' in result) return result.value
    return report(placeOfNode(tree, at), path, result.code, result.args)
  }

  function readAnything(node: unknown, path: Path): unknown {
    const part = (value: unknown, step: string | number) => {
      const read = readNode(value, {}, [...path, step])
      return read === FAULTY ? null : read
    }
    if (isMap(node)) {
      const pairs = [...keysOf(node, path, tree, report)]
      return Object.fromEntries(pairs.map(([key, { value }]) => [key, part(value, key)]))
    }
    if (isSeq(node)) return node.items.map(part)
    return isScalar(node) ? coreValue(node) : null
  }

  function wrongType(node: unknown, path: Path, expected: string, at = node): unknown {
    const isNone = isScalar(node) && /^(none|no|nil|n\/a|0|-)$/i.test(String(node.source))
    const next = expected === 'a list' && isNone ? 'write `[]` if there are none' : undefined
    const args = { key: named(path), expected, found: describeNode(node), next }
    return report(placeOfNode(tree, at), path, 'wrong-type', args)
  }

  const value = readNode(tree.document.contents, root, [])
  return { value, diagnostics, faults, positions }
}
