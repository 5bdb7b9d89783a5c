import type { Pair, YAMLMap } from 'yaml'
import { commentsIn } from './comments.ts'
import { lineBreakAt, lineEnd, lineStart, type Splice } from './splice.ts'
import { endOfPair, indentOf, isFlow, startOfPair } from './tokens.ts'

/** A pair of a map, which is to go, and the other pairs around it. */
type Removed = { readonly start: number; readonly end: number } & {
  readonly before: Pair | undefined
  readonly after: Pair | undefined
}

/**
 * Takes a pair out of a map, where it is not the only one. The comments in it stay: on its lines in a
 * map of lines, in their places in one in braces.
 */
export function removePair(text: string, map: YAMLMap, index: number): Splice[] | undefined {
  const pair = map.items[index]
  if (!pair || map.items.length === 1) return undefined
  const start = startOfPair(pair)
  const end = start + text.slice(start, endOfPair(pair)).trimEnd().length
  const removed = { start, end, before: map.items[index - 1], after: map.items[index + 1] }
  return isFlow(map) ? removeFromFlow(text, removed) : [removeLines(text, removed, indentOf(map))]
}

function removeLines(text: string, { start, end, after }: Removed, indent: number): Splice {
  const close = lineEnd(text, end)
  const comments = commentsIn(text.slice(start, close))
  const lineBreak = lineBreakAt(text, close)
  const open = lineStart(text, start)
  const margin = lineBreak + ' '.repeat(indent)
  const isFirst = text.slice(open, start).trim() !== ''
  if (comments.length > 0) return { start, end: close, text: comments.join(margin) }
  // Behind a dash, the next pair comes up, unless something stands between the two.
  const next = after ? startOfPair(after) : close
  const isNext = text.slice(close, next).trim() === ''
  if (isFirst) return { start, end: isNext ? next : close, text: '' }
  return close === text.length
    ? { start: endBefore(text, open), end: close, text: '' }
    : { start: open, end: close + lineBreak.length, text: '' }
}

/** Where the line before an offset ends, without its line break. */
function endBefore(text: string, offset: number): number {
  return offset - (text.slice(0, offset).endsWith('\r\n') ? 2 : 1)
}

function removeFromFlow(text: string, { start, end, before, after }: Removed): Splice[] {
  const own = { start, end, text: '' }
  if (after) {
    const next = startOfPair(after)
    const comma = commaIn(text, end, next)
    if (comma === undefined) return [own]
    return isBlank(text, end, comma) && isBlank(text, comma + 1, next)
      ? [{ start, end: next, text: '' }]
      : [own, { start: comma, end: comma + 1, text: '' }]
  }
  const previous = before ? endOfPair(before) : start
  const comma = commaIn(text, previous, start)
  if (comma === undefined) return [own]
  return isBlank(text, previous, comma) && isBlank(text, comma + 1, start)
    ? [{ start: previous, end, text: '' }]
    : [own, { start: comma, end: comma + 1, text: '' }]
}

/** Where the comma between two pairs stands, which is not one of a comment. */
function commaIn(text: string, from: number, to: number): number | undefined {
  const gap = text.slice(from, to)
  const found = /^(?:[^,#]|#[^\n]*)*,/.exec(gap)
  return found ? from + found[0].length - 1 : undefined
}

function isBlank(text: string, from: number, to: number): boolean {
  return text.slice(from, to).trim() === ''
}
