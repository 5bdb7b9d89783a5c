import { type DefaultTreeAdapterTypes, parse } from 'parse5'

/** An element as a browser makes it of a text, with its texts in order. */
export type HtmlElement = {
  name: string
  attributes: Record<string, string>
  children: HtmlElement[]
  text: string
}

/** A document as a browser reads it. */
export function parseHtml(text: string): HtmlElement {
  return elementOf(parse(text))
}

/** All elements in another that pass a test, in the order of the document. */
export function elementsWhere(
  element: HtmlElement,
  isWanted: (one: HtmlElement) => boolean,
): HtmlElement[] {
  return [
    ...(isWanted(element) ? [element] : []),
    ...element.children.flatMap((child) => elementsWhere(child, isWanted)),
  ]
}

export function elementsNamed(element: HtmlElement, name: string): HtmlElement[] {
  return elementsWhere(element, (one) => one.name === name)
}

/** The elements that have a class. */
export function elementsOfClass(element: HtmlElement, name: string): HtmlElement[] {
  return elementsWhere(element, ({ attributes }) =>
    Boolean(attributes['class']?.split(' ').includes(name)),
  )
}

/** A file without its style, which is the same in all and says nothing. */
export function withoutStyle(file: string): string {
  return file
    .replace(/<style>[^<]*<\/style>/, '<style></style>')
    .replace(/'sha256-[^']*'/, "'sha256-of-the-style'")
}

function elementOf(node: DefaultTreeAdapterTypes.Node): HtmlElement {
  const attrs = 'attrs' in node ? node.attrs : []
  const children = 'childNodes' in node ? node.childNodes : []
  return {
    name: node.nodeName,
    attributes: Object.fromEntries(attrs.map(({ name, value }) => [name, value])),
    children: children.filter((child) => 'tagName' in child).map(elementOf),
    text: textIn(node),
  }
}

function textIn(node: DefaultTreeAdapterTypes.Node): string {
  if ('value' in node) return node.value
  return 'childNodes' in node ? node.childNodes.map(textIn).join('') : ''
}
