import type { Pair, YAMLMap } from 'yaml'
import { called, describeNode, shortened } from './describe.ts'
import type { FreeIds } from './free-ids.ts'
import { type Path, placeOfNode } from './place.ts'
import type { ReadState } from './read-state.ts'
import { isEmptyValue, keyText } from './scalar.ts'
import type { ObjectSchema } from './schema.ts'

/** The pairs of a map by their keys; a key that stands twice is reported and counts once. */
export function keysOf({ tree, report }: ReadState, map: YAMLMap, path: Path): Map<string, Pair> {
  const pairs = new Map<string, Pair>()
  for (const pair of map.items) {
    const key = keyText(pair.key)
    const earlier = key === undefined ? undefined : pairs.get(key)
    if (key === undefined) {
      const found = describeNode(pair.key)
      const args = { key: `a key of ${called(path)}`, expected: 'plain text', found }
      report(placeOfNode(tree, pair.key), path, 'wrong-type', args)
    } else if (earlier) {
      const { line } = placeOfNode(tree, earlier.key)
      const args = { key: shortened(key), line }
      report(placeOfNode(tree, pair.key), [...path, key], 'duplicate-key', args)
    } else pairs.set(key, pair)
  }
  return pairs
}

/** The required keys that a map lacks, each by itself; several together, of which one would do. */
export function missingKeys(
  pairs: ReadonlyMap<string, Pair>,
  { required = [], anyOf = [] }: ObjectSchema,
): string[][] {
  const isMissing = (key: string) => isEmptyValue(pairs.get(key)?.value ?? null)
  const choice = anyOf.map(({ required: [key] }) => key)
  const missing = required.filter(isMissing).map((key) => [key])
  return choice.length > 0 && choice.every(isMissing) ? [...missing, choice] : missing
}

/** A line that would do for the last of some keys, where the schema shows one. */
export function exampleOf(
  keys: readonly string[],
  { properties }: ObjectSchema,
  idFor: FreeIds = (example) => example,
): string | undefined {
  const key = keys.at(-1) ?? ''
  const example = properties[key]?.examples?.[0]
  if (typeof example !== 'string') return undefined
  return `${key}: ${key === 'id' ? idFor(example) : example}`
}
