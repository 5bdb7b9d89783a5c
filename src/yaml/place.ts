import { isAlias, isMap, isSeq, type YAMLMap, type YAMLSeq } from 'yaml'
import type { Place } from '../diagnostics/diagnostic.ts'
import type { YamlTree } from './parse.ts'
import { keyText } from './scalar.ts'

/** The way from the root of a file to a value: keys and positions in lists. */
export type Path = readonly (string | number)[]

/** Of each list that has lost faulty entries: where the others stand in the file. */
export type Positions = Map<unknown, readonly number[]>

/** Where a node stands. */
export function placeOfNode(tree: YamlTree, node: unknown): Place {
  const [start, end] = hasRange(node) ? node.range : [0, 0]
  return tree.source.place(start, Math.max(start + 1, end))
}

/** A map as a whole is pointed at by its first key. */
export function placeOfMap(tree: YamlTree, map: YAMLMap): Place {
  return placeOfNode(tree, map.items[0]?.key ?? map)
}

function hasRange(node: unknown): node is { range: [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
}

/** Where the value at a path stands, or its key; the nearest thing above where there is none. */
export function placeIn(
  tree: YamlTree,
  positions: Positions,
  path: Path,
  part: 'key' | 'value' = 'value',
): Place {
  let node: unknown = tree.contents
  let place: unknown = isMap(node) ? node.items[0]?.key : node
  for (const step of path) {
    if (isAlias(node)) node = tree.targetOf(node)
    const pair = isMap(node) ? node.items.find(({ key }) => keyText(key) === step) : undefined
    const entry = (list: YAMLSeq, index: number) =>
      list.items[positions.get(list)?.[index] ?? index]
    const next = isSeq(node) && typeof step === 'number' ? entry(node, step) : pair?.value
    if (!pair && !next) break
    place = part === 'key' || !next ? (pair?.key ?? next) : next
    node = next
  }
  return placeOfNode(tree, isMap(place) ? (place.items[0]?.key ?? place) : place)
}
