import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'

/** A text as GitHub reads it. */
export function parseMarkdown(text: string): Nodes {
  return fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
}

/** The text of a node, without what is invisible. */
export function textOf(node: Nodes): string {
  if ('value' in node) return node.value.replaceAll('\u200b', '')
  return 'children' in node ? node.children.map(textOf).join('') : ''
}

/** The kinds of nodes in a document. */
export function kindsIn(node: Nodes): Set<string> {
  const below = 'children' in node ? node.children.flatMap((child) => [...kindsIn(child)]) : []
  return new Set([node.type, ...below])
}

/** The tables of a document: the heading above each, and its cells without the line of names. */
export function tablesIn(document: Nodes): { heading: string; rows: string[][] }[] {
  let heading = ''
  return ('children' in document ? document.children : []).flatMap((node) => {
    if (node.type === 'heading') heading = textOf(node)
    if (node.type !== 'table') return []
    const [, ...rows] = node.children.map((row) => row.children.map(textOf))
    return [{ heading, rows }]
  })
}
