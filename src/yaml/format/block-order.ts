import type { Pair, YAMLMap } from 'yaml'
import { COMMENT_OR_BLANK, endWithComments } from '../edit/comments.ts'
import { lineBreakAt, lineStart, type Splice } from '../edit/splice.ts'
import { endOfPair, indentOf, startOfPair } from '../edit/tokens.ts'

/** A key with its value and the comments that belong to it: all of it moves together. */
type Chunk = {
  /** The empty lines above; they part it from what comes before. */
  readonly blanks: string
  /** The comments above, whole lines. */
  readonly comments: string
  /** From the key to the end of the last line, with its line break. */
  readonly own: string
}

/**
 * Puts the pairs of a map of lines into an order. A comment belongs to the key on its line, or to the
 * key below; one that is further in than the keys belongs to what is above. Undefined where a comment
 * would have to stand between a dash and its entry.
 */
export function blockOrder(
  text: string,
  map: YAMLMap,
  order: readonly Pair[],
  isRoot: boolean,
): Splice | undefined {
  const { start, chunks, end } = chunksOf(text, map, isRoot)
  const [first] = map.items
  const firstStart = first ? startOfPair(first) : 0
  const isCompact = text.slice(lineStart(text, firstStart), firstStart).trim() !== ''
  const moved = order.flatMap((pair) => chunks[map.items.indexOf(pair)] ?? [])
  const swapped = withFirstBlanks(moved, chunks[0])
  if (isCompact && swapped[0]?.comments !== '') return undefined
  const indent = ' '.repeat(indentOf(map))
  const parts = swapped.map(({ blanks, comments, own }, index) =>
    isCompact && index === 0 ? own : `${blanks}${comments}${indent}${own}`,
  )
  return { start, end, text: withLastBreakOf(text.slice(start, end), parts.join('')) }
}

function chunksOf(text: string, map: YAMLMap, isRoot: boolean) {
  const ends = map.items.map((pair) => endWithComments(text, endOfPair(pair), indentOf(map)))
  const starts = map.items.map((pair) => startOfPair(pair))
  const start = startOfFirst(text, starts[0] ?? 0, isRoot)
  const chunks = map.items.map((_pair, index): Chunk => {
    const from = index === 0 ? start : (ends[index - 1] ?? 0)
    const own = starts[index] ?? 0
    const above = text.slice(from, Math.max(from, lineStart(text, own)))
    const blanks = /^(?:[ \t]*\r?\n)*/.exec(above)?.[0] ?? ''
    const rest = text.slice(own, ends[index])
    const ending = rest.endsWith('\n') ? '' : lineBreakAt(text, text.length)
    return { blanks, comments: above.slice(blanks.length), own: rest + ending }
  })
  return { start, chunks, end: ends.at(-1) ?? start }
}

/** Where the first key begins with the comments above it; what heads the whole file stays there. */
function startOfFirst(text: string, key: number, isRoot: boolean): number {
  const line = lineStart(text, key)
  if (text.slice(line, key).trim() !== '') return key
  let start = line
  while (start > 0) {
    const above = lineStart(text, start - 1)
    const [isAside, , comment] = COMMENT_OR_BLANK.exec(text.slice(above, start)) ?? []
    if (isAside === undefined) break
    if (isRoot && (comment === undefined || comment.includes('yaml-language-server'))) break
    start = above
  }
  return start
}

/** What comes first has the empty lines that were there, and what was there has those that it had. */
function withFirstBlanks(moved: readonly Chunk[], wasFirst: Chunk | undefined): readonly Chunk[] {
  const [first] = moved
  if (!first || !wasFirst) return moved
  return moved.map((chunk) => {
    if (chunk === first) return { ...chunk, blanks: wasFirst.blanks }
    return chunk === wasFirst ? { ...chunk, blanks: first.blanks } : chunk
  })
}

/** A file that ends without a line break goes on doing so. */
function withLastBreakOf(before: string, after: string): string {
  return before.endsWith('\n') ? after : after.replace(/\r?\n$/, '')
}
