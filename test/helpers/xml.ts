import { SaxesParser } from 'saxes'

/** An element of a parsed document. */
export type Parsed = {
  name: string
  attributes: Record<string, string>
  children: Parsed[]
  text: string
}

/** The root of a document. Throws where it is not well-formed XML 1.0. */
export function parseXml(text: string): Parsed {
  const root: Parsed = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const element: Parsed = { name, attributes: { ...attributes }, children: [], text: '' }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('text', (part) => {
    const element = open.at(-1)
    if (element) element.text += part
  })
  parser.on('closetag', () => void open.pop())
  parser.write(text).close()
  const [element] = root.children
  if (!element) throw new Error('no element')
  return element
}

/** All elements of a name, wherever they stand. */
export function elementsIn(element: Parsed, name: string): Parsed[] {
  return [
    ...(element.name === name ? [element] : []),
    ...element.children.flatMap((child) => elementsIn(child, name)),
  ]
}
