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

/** A document of XML 1.0, whatever its texts: what XML forbids in them has a mark in its place. */
export function xml(root: Element): string {
  return ['<?xml version="1.0" encoding="UTF-8"?>', ...linesOf(root, ''), ''].join('\n')
}

function linesOf({ name, attributes, content }: Element, indent: string): string[] {
  const named = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(`${value}`)}"`)
  const start = `${indent}<${name}${named.join('')}`
  if (content.length === 0) return [`${start}/>`]
  if (typeof content === 'string') return [`${start}>${escaped(content)}</${name}>`]
  const inner = content.flatMap((one) => linesOf(one, `${indent}  `))
  return [`${start}>`, ...inner, `${indent}</${name}>`]
}

/** Longer texts help nobody there. */
const LONGEST = 4000

/** A text as it can stand in content and in an attribute. Line ends stay, other control characters go. */
function escaped(text: string): string {
  return cut(text, LONGEST)
    .split(/\r?\n/)
    .map(inert)
    .join('\n')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
