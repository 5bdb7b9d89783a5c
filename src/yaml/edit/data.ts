import { isAlias, isMap, isScalar, isSeq } from 'yaml'
import { compareText } from '../../language/text-order.ts'
import { MAX_DEPTH, type YamlTree } from '../parse.ts'
import type { Path } from '../place.ts'
import { coreValue, keyText } from '../scalar.ts'
import { isList, isScalarValue, nested, type Value } from './value.ts'

/**
 * What a YAML file says, whatever its schema: with aliases written out, and with keys that stand
 * twice. Two texts that give the same data say the same.
 */
export type Data = string | number | boolean | null | readonly Data[] | DataMap
export type DataMap = { readonly pairs: readonly Pair[] }
type Pair = readonly [key: string, value: Data]

/** The reader takes no more than this from a file either: aliases can repeat what is said once. */
const MAX_NODES = 20_000

/** At the greatest depth that can be written, an alias may lead to what is as deep again, or to itself. */
const MAX_ALIAS_DEPTH = 2 * MAX_DEPTH

/** The data of a tree; undefined where it is larger or deeper than any that the reader takes. */
export function dataOf(tree: YamlTree): Data | undefined {
  let nodes = 0
  let isTooDeep = false
  const read = (node: unknown, depth: number): Data => {
    isTooDeep ||= depth > MAX_ALIAS_DEPTH
    if (isTooDeep || ++nodes > MAX_NODES) return null
    if (isAlias(node)) return read(tree.targetOf(node), depth + 1)
    if (isMap(node)) {
      const pairs = node.items.map(({ key, value }): Pair => [nameOf(key), read(value, depth + 1)])
      return { pairs }
    }
    if (isSeq(node)) return node.items.map((item) => read(item, depth + 1))
    const value = isScalar(node) ? coreValue(node) : null
    return typeof value === 'number' || typeof value === 'boolean' || value === null
      ? value
      : String(value)
  }
  const data = read(tree.contents, 0)
  return isTooDeep || nodes > MAX_NODES ? undefined : data
}

/** A key that is no text is one of a kind. */
function nameOf(key: unknown): string {
  return keyText(key) ?? JSON.stringify(key)
}

/** The data with a value at a path, where there may be nothing yet. */
export function withValue(data: Data, path: Path, value: Value): Data {
  const [step, ...rest] = path
  if (step === undefined || data === null) return asData(nested(path, value))
  if (isDataList(data)) {
    const index = Number(step)
    return [
      ...data.slice(0, index),
      withValue(data[index] ?? null, rest, value),
      ...data.slice(index + 1),
    ]
  }
  if (typeof data !== 'object') return data
  const { pairs } = data
  const index = pairs.findIndex(([key]) => key === step)
  const changed: Pair = [String(step), withValue(pairs[index]?.[1] ?? null, rest, value)]
  if (index < 0) return { pairs: [...pairs, changed] }
  return { pairs: [...pairs.slice(0, index), changed, ...pairs.slice(index + 1)] }
}

/** The data without the key at the end of a path. */
export function withoutKey(data: Data, path: Path): Data {
  const [step, ...rest] = path
  if (step === undefined || data === null || typeof data !== 'object') return data
  if (isDataList(data)) {
    return data.map((one, index) => (index === step ? withoutKey(one, rest) : one))
  }
  const pairs = data.pairs.flatMap(([key, value]): Pair[] => {
    if (key !== step) return [[key, value]]
    return rest.length === 0 ? [] : [[key, withoutKey(value, rest)]]
  })
  return { pairs }
}

function asData(value: Value): Data {
  if (isScalarValue(value)) return value
  if (isList(value)) return value.map(asData)
  return { pairs: Object.entries(value).map(([key, one]): Pair => [key, asData(one)]) }
}

/** Whether a part of the data is a list. */
export function isDataList(data: Data): data is readonly Data[] {
  return Array.isArray(data)
}

/** The data at a path; null where there is none. */
export function dataAt(data: Data, path: Path): Data {
  return path.reduce<Data>((found, step) => {
    if (found === null || typeof found !== 'object') return null
    if (isDataList(found)) return found[Number(step)] ?? null
    return found.pairs.find(([key]) => key === step)?.[1] ?? null
  }, data)
}

/** Whether two files say the same, whatever the order of their keys. */
export function saysTheSame(a: Data, b: Data): boolean {
  return canonical(a) === canonical(b)
}

/** Keys in one order; those that stand twice keep theirs. */
function canonical(data: Data): string {
  return JSON.stringify(data, (_key, value: unknown) => (isDataMap(value) ? sorted(value) : value))
}

function sorted({ pairs }: DataMap): object {
  return { map: [...pairs].sort(([a], [b]) => compareText(a, b)) }
}

function isDataMap(value: unknown): value is DataMap {
  return typeof value === 'object' && value !== null && 'pairs' in value
}

/**
 * Whether a value is at a path already; for a new entry, whether its list has one like it; for no
 * value, whether there is none.
 */
export function isSaid(data: Data, path: Path, value: Value | undefined): boolean {
  if (value === undefined) return dataAt(data, path) === null
  const list = typeof path.at(-1) === 'number' ? dataAt(data, path.slice(0, -1)) : null
  const known = list !== null && isDataList(list) ? list : [dataAt(data, path)]
  return known.some((one) => saysTheSame(one, asData(value)))
}
