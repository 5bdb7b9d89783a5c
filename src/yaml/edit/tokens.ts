import { isAlias, isMap, isScalar, isSeq, type Pair, type YAMLMap, type YAMLSeq } from 'yaml'

/** Where the parts of a tree stand in its text. The tree must have been parsed with its tokens. */

/** Whether a map or a list is written in braces or brackets. */
export function isFlow({ srcToken }: YAMLMap | YAMLSeq): boolean {
  return srcToken?.type === 'flow-collection'
}

/** How many blanks a map, or the dashes of a list, stand in. */
export function indentOf({ srcToken }: YAMLMap | YAMLSeq): number {
  return srcToken && 'indent' in srcToken ? srcToken.indent : 0
}

/** Where a value ends that is not empty; what is left open ends with the last thing in it. */
export function endOfNode(node: unknown): number {
  if (isScalar(node) || isAlias(node)) return node.range?.[1] ?? 0
  if (isSeq(node) && !isFlow(node)) return endOfEntry(node, node.items.length - 1)
  if (isMap(node) && !isFlow(node)) {
    const last = node.items.at(-1)
    return last ? endOfPair(last) : 0
  }
  return isMap(node) || isSeq(node) ? (node.range?.[1] ?? 0) : 0
}

/** Where a key and its value end. */
export function endOfPair(pair: Pair): number {
  return hasSource(pair.value) ? endOfNode(pair.value) : endOfHead(pair)
}

/** Where the head of a pair ends: its key, its colon, and an anchor or a tag that follows. */
export function endOfHead({ key, srcToken }: Pair): number {
  const signs = (srcToken?.sep ?? []).filter(({ type }) =>
    ['map-value-ind', 'anchor', 'tag'].includes(type),
  )
  const last = signs.at(-1)
  return last ? last.offset + last.source.length : endOfNode(key)
}

/** Where an entry of a list ends. */
export function endOfEntry(list: YAMLSeq, index: number): number {
  const item = list.items[index]
  if (hasSource(item)) return endOfNode(item)
  const dash = dashOf(list, index)
  return dash === undefined ? 0 : dash + 1
}

/** Where the dash of an entry stands. */
export function dashOf({ srcToken }: YAMLSeq, index: number): number | undefined {
  const item = srcToken && 'items' in srcToken ? srcToken.items[index] : undefined
  return item?.start.find(({ type }) => type === 'seq-item-ind')?.offset
}

/** Where a pair begins: at its key, or at the question mark before it. */
export function startOfPair({ key, srcToken }: Pair): number {
  const signs = (srcToken?.start ?? []).filter(({ type }) =>
    ['explicit-key-ind', 'anchor', 'tag'].includes(type),
  )
  return signs[0]?.offset ?? startOfNode(key)
}

/** Where a node begins; an anchor or a tag before it is no part of it. */
export function startOfNode(node: unknown): number {
  return isScalar(node) || isAlias(node) || isMap(node) || isSeq(node) ? (node.range?.[0] ?? 0) : 0
}

/** Whether a value is written out: one that is left empty has no place of its own. */
export function hasSource(node: unknown): boolean {
  return (
    node !== null && node !== undefined && !(isScalar(node) && node.source === '' && isBare(node))
  )
}

function isBare({ type }: { type?: unknown }): boolean {
  return type === 'PLAIN'
}
