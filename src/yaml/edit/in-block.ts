import { isMap, isSeq, type Pair, visit, type YAMLMap, type YAMLSeq } from 'yaml'
import type { YamlTree } from '../parse.ts'
import { keyText } from '../scalar.ts'
import { endWithComments } from './comments.ts'
import { insertion, lineBreakAt, lineEnd, lineStart, type Splice } from './splice.ts'
import {
  dashOf,
  endOfEntry,
  endOfHead,
  endOfPair,
  indentOf,
  isFlow,
  startOfPair,
} from './tokens.ts'
import type { Value } from './value.ts'
import { type EntryStyle, type Indents, listEntryLines, pairLines } from './written.ts'

const USUAL: Indents = { map: 2, list: 2 }

/** How far a file moves in what lies below a key, as it does so for the first time. */
export function indentsOf({ contents }: YamlTree): Indents {
  let map: number | undefined
  let list: number | undefined
  visit(contents, {
    Map: (_key, node) => {
      if (isFlow(node)) return visit.SKIP
      for (const { value } of node.items) {
        if (isMap(value) && !isFlow(value)) map ??= indentOf(value) - indentOf(node)
        if (isSeq(value) && !isFlow(value)) list ??= indentOf(value) - indentOf(node)
      }
      return undefined
    },
  })
  return { map: map ?? (list || USUAL.map), list: list ?? map ?? USUAL.list }
}

/** Adds a key to a map of lines: after another one, or right below the key that the map belongs to. */
export function addToBlockMap(
  tree: YamlTree,
  map: YAMLMap,
  { after, parent }: { readonly after: Pair | undefined; readonly parent: Pair | undefined },
  [key, value]: readonly [string, Value],
): Splice {
  const { text } = tree.source
  const indent = indentOf(map)
  const lines = pairLines(key, value, indent, indentsOf(tree))
  if (!after && parent && isBelow(text, map, parent)) {
    return linesAfter(text, endOfHead(parent), lines)
  }
  const place = after ?? map.items.at(-1)
  return linesAfter(text, endWithComments(text, place ? endOfPair(place) : 0, indent), lines)
}

/** Whether a map begins on a line of its own below its key. */
function isBelow(text: string, map: YAMLMap, parent: Pair): boolean {
  const first = map.items[0]
  const start = first ? startOfPair(first) : 0
  return text.slice(lineStart(text, start), start).trim() === '' && endOfHead(parent) < start
}

/** Adds an entry to the end of a list of lines, in the style of the last one. */
export function addToBlockList(tree: YamlTree, list: YAMLSeq, entry: Value): Splice {
  const { text } = tree.source
  const last = list.items.length - 1
  const indent = indentOf(list)
  const lines = listEntryLines(entry, indent, indentsOf(tree), styleOf(text, list, last))
  return linesAfter(text, endWithComments(text, endOfEntry(list, last), indent), lines)
}

function styleOf(text: string, list: YAMLSeq, index: number): EntryStyle {
  const item = list.items[index]
  if (!isMap(item)) return {}
  const dash = dashOf(list, index) ?? 0
  const first = item.items[0]
  const start = isFlow(item) || !first ? (item.range?.[0] ?? 0) : startOfPair(first)
  const between = text.slice(dash + 1, start)
  return { isBlock: !isFlow(item), gap: /^ {1,8}$/.test(between) ? between : ' ' }
}

/** Lines after the one on which something ends; a last line without a line break stays so. */
export function linesAfter(text: string, end: number, lines: readonly string[]): Splice {
  const at = lineEnd(text, end)
  const lineBreak = lineBreakAt(text, at)
  return insertion(at, lines.map((line) => lineBreak + line).join(''))
}

/** The key after which another is to stand, by the usual order; keys outside of it come last. */
export function neighbourOf(
  map: YAMLMap,
  key: string,
  usualOrder: readonly string[],
): Pair | undefined {
  const rank = (name: string | undefined) => {
    const index = name === undefined ? -1 : usualOrder.indexOf(name)
    return index < 0 ? usualOrder.length : index
  }
  if (rank(key) === usualOrder.length) return map.items.at(-1)
  const before = map.items.filter((pair) => rank(keyText(pair.key)) < rank(key))
  const ranks = before.map((pair) => rank(keyText(pair.key)))
  return before[ranks.indexOf(Math.max(...ranks))]
}
