import { getScalarValue, type ScalarEvent, SCALAR_STYLE as STYLE } from 'js-yaml'
import { type Node, Scalar } from 'yaml'

/** That the library may make something else of a text. */
export class Doubt extends Error {}

/**
 * Makes objects that the library takes for its own, since a model of its making is their prototype; its
 * constructors define a property of each node, which takes longer than to parse it.
 */
export function like<T extends object>(model: T): new () => T {
  const Like = function Like() {} as unknown as new () => T
  Like.prototype = model
  return Like
}

const QuickScalar = like(new Scalar(''))

const TYPES = {
  [STYLE.PLAIN]: 'PLAIN',
  [STYLE.SINGLE_QUOTED]: 'QUOTE_SINGLE',
  [STYLE.DOUBLE_QUOTED]: 'QUOTE_DOUBLE',
  [STYLE.LITERAL_BLOCK]: 'BLOCK_LITERAL',
  [STYLE.FOLDED_BLOCK]: 'BLOCK_FOLDED',
} as const

/** The scalar of an event, with its text as it would be without a schema. Throws a Doubt. */
export function quickScalar(text: string, event: ScalarEvent): Scalar {
  if (event.valueStart < 0) throw new Doubt()
  const value = getScalarValue(text, event)
  const scalar = new QuickScalar()
  scalar.value = value
  scalar.source = value
  scalar.type = TYPES[event.style]
  return ranged(scalar, startOf(text, event), event.valueEnd + (isQuoted(event) ? 1 : 0))
}

function isQuoted({ style }: ScalarEvent): boolean {
  return style === STYLE.SINGLE_QUOTED || style === STYLE.DOUBLE_QUOTED
}

/** More than one line, or an escape of which few people know. */
const ODD_QUOTED = /\n|\\[^"\\n]/

/** The head of a text in a block, on the line before it, after dashes and a key. */
const BLOCK_HEAD = /^ *(?:- +)*(?:[\w-]+: +)?(?=[|>]-?(?: +#.*)?$)/

/** Where a scalar begins: with its quote, or with the head of its block. */
function startOf(text: string, event: ScalarEvent): number {
  const { style, valueStart, valueEnd } = event
  if (style === STYLE.PLAIN) return valueStart
  if (isQuoted(event)) {
    if (ODD_QUOTED.test(text.slice(valueStart, valueEnd))) throw new Doubt()
    return valueStart - 1
  }
  const line = text.lastIndexOf('\n', valueStart - 2) + 1
  const head = BLOCK_HEAD.exec(text.slice(line, valueStart - 1))
  if (!head) throw new Doubt()
  return line + head[0].length
}

/** The same node, which now knows from where to where it reaches. */
export function ranged<N extends Node>(node: N, start: number, end: number): N {
  node.range = [start, end, end]
  return node
}
