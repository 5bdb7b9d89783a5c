import type { Pair, YAMLMap, YAMLSeq } from 'yaml'
import { insertion, lineBreakAt, lineEnd, lineStart, type Splice } from './splice.ts'
import { endOfNode, endOfPair, startOfNode, startOfPair } from './tokens.ts'

/** Adds a pair, as it is to be written, to a map in braces: after another, or before all. */
export function addToFlowMap(
  text: string,
  map: YAMLMap,
  after: Pair | undefined,
  added: string,
): Splice[] {
  if (after) return addAfter(text, startOfPair(after), endOfPair(after), added)
  const first = map.items[0]
  return [addFirst(text, startOfNode(map) + 1, first && startOfPair(first), added, ' ')]
}

/** Adds an entry, as it is to be written, to the end of a list in brackets. */
export function addToFlowList(text: string, list: YAMLSeq, added: string): Splice[] {
  const last = list.items.at(-1)
  return last
    ? addAfter(text, startOfNode(last), endOfNode(last), added)
    : [addFirst(text, startOfNode(list) + 1, undefined, added, '')]
}

/** What may follow on the last line of a neighbour that has its lines to itself. */
const REST_OF_LINE = /^[ \t]*(,?)[ \t]*(?:#.*)?$/

/** On a line of its own if the neighbour has its own, else right behind it. */
function addAfter(text: string, start: number, end: number, added: string): Splice[] {
  const indent = text.slice(lineStart(text, start), start)
  const close = lineEnd(text, end)
  const [rest, comma] = REST_OF_LINE.exec(text.slice(end, close)) ?? []
  if (indent.trim() !== '' || rest === undefined || close === text.length) {
    return [insertion(end, `, ${added}`)]
  }
  const line = `${lineBreakAt(text, close)}${indent}${added}`
  return comma ? [insertion(close, `${line},`)] : [insertion(end, ','), insertion(close, line)]
}

/** Behind the opening brace or bracket; `padding` stands inside of a pair that was empty. */
function addFirst(
  text: string,
  open: number,
  first: number | undefined,
  added: string,
  padding: string,
): Splice {
  const blanks = /^[ \t]*/.exec(text.slice(open))?.[0] ?? ''
  if (first === undefined) {
    const isClosed = '}]'.includes(text[open] ?? '')
    return insertion(open, isClosed ? `${padding}${added}${padding}` : ` ${added}`)
  }
  const before = text.slice(open, first)
  if (before.trim() === '' && before.includes('\n')) {
    const indent = text.slice(lineStart(text, first), first)
    return insertion(open, `${lineBreakAt(text, lineEnd(text, open))}${indent}${added},`)
  }
  return insertion(open, blanks === '' ? `${added}, ` : `${blanks}${added},`)
}
