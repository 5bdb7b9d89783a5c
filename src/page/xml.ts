import { cut, inert } from '../terminal/printable.ts'

/** An element of XML: its attributes, and the elements in it or the text. */
export type Element = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string | number>>
  readonly content: readonly Element[] | string
}

export const element = (
  name: string,
  attributes: Element['attributes'],
  content: Element['content'] = [],
): Element => ({ name, attributes, content })

/** A document of XML 1.0. */
export function xml(root: Element): string {
  return DECLARATION + xmlLines(root)
}

/**
 * The same from its root and the lines of the elements in it, so that no more than one of them has to be
 * held otherwise.
 */
export function* xmlOfLines(
  { name, attributes }: Omit<Element, 'content'>,
  elements: readonly string[],
): Iterable<string> {
  yield `${DECLARATION}${startOf(name, attributes)}>\n`
  yield* elements
  yield `</${name}>\n`
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'

/** The lines of an element, whatever its texts: what XML forbids in them has a mark in its place. */
export function xmlLines(one: Element, indent = ''): string {
  const { name, attributes, content } = one
  const start = indent + startOf(name, attributes)
  if (content.length === 0) return `${start}/>\n`
  if (typeof content === 'string') return `${start}>${escaped(content)}</${name}>\n`
  let inner = ''
  for (const part of content) inner += xmlLines(part, `${indent}  `)
  return `${start}>\n${inner}${indent}</${name}>\n`
}

function startOf(name: string, attributes: Element['attributes']): string {
  let start = `<${name}`
  for (const key in attributes) start += ` ${key}="${escaped(`${attributes[key]}`)}"`
  return start
}

/** Longer texts help nobody there. */
const LONGEST = 4000

/** Most texts have nothing to escape. */
const PLAIN = /^[ !#-%'-;=?-~\u00a0-\u00ac\u00ae-\u024f]*$/

/** A text as it can stand in content and in an attribute. Line ends stay, other control characters go. */
function escaped(text: string): string {
  if (text.length <= LONGEST && PLAIN.test(text)) return text
  return cut(text, LONGEST)
    .split(/\r?\n/)
    .map(inert)
    .join('\n')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
