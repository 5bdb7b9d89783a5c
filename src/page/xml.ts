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
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>']
  addLines(root, '', lines)
  return `${lines.join('\n')}\n`
}

/** Adds the lines of an element to those before it. */
function addLines({ name, attributes, content }: Element, indent: string, lines: string[]): void {
  let start = `${indent}<${name}`
  for (const key in attributes) start += ` ${key}="${escaped(`${attributes[key]}`)}"`
  if (content.length === 0) lines.push(`${start}/>`)
  else if (typeof content === 'string') lines.push(`${start}>${escaped(content)}</${name}>`)
  else {
    lines.push(`${start}>`)
    for (const one of content) addLines(one, `${indent}  `, lines)
    lines.push(`${indent}</${name}>`)
  }
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
