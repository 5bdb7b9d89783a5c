import { lexer, type Token, type Tokens } from 'marked'
import {
  type Block,
  heading,
  type Line,
  lines,
  type Page,
  paragraph,
  points,
  rows,
} from '../page/page.ts'

/** A text of the manual as a page. Its files are our own: what they do not use is not drawn. */
export function pageOf(markdown: string): Page {
  return lexer(markdown).flatMap((token) => blockOf(known(token)))
}

/** The blocks that the manual uses. `Token` has a kind for extensions, which would let anything pass. */
type Known = Tokens.Heading | Tokens.Paragraph | Tokens.Code | Tokens.List | Tokens.Table

function known(token: Token): Known | undefined {
  return isKnown(token) ? token : undefined
}

function isKnown(token: Token): token is Known {
  return ['heading', 'paragraph', 'code', 'list', 'table'].includes(token.type)
}

function blockOf(token: Known | undefined): Block[] {
  switch (token?.type) {
    case 'heading':
      return [heading(textOf(token.tokens))]
    case 'paragraph':
      return [paragraph(textOf(token.tokens))]
    case 'code':
      return [...nameOf(token), lines(token.text.split('\n').map(codeLine))]
    case 'list':
      return [points(token.items.map(({ tokens }) => textOf(tokens)))]
    case 'table':
      return [tableOf(token)]
    default:
      return []
  }
}

function codeLine(text: string): Line {
  return { text: text === '' ? '' : `  ${text}` }
}

/** The name of a file, where the line that opens the code has one after its language. */
function nameOf({ lang = '' }: Tokens.Code): Block[] {
  const [, file] = / (.+)$/.exec(lang) ?? []
  return file ? [paragraph(`${file}:`)] : []
}

/** In all columns but the last, which has what there is to read; a longer word stays whole. */
const WIDEST_CELL = 26

function tableOf({ header, rows: body }: Tokens.Table): Block {
  const cells = body.map((row) => row.map(({ tokens }) => textOf(tokens)))
  const columns = header.map(({ tokens }, index) => ({
    name: textOf(tokens),
    ...(index < header.length - 1
      ? { most: Math.max(WIDEST_CELL, ...cells.map((row) => longestWord(row[index]))) }
      : {}),
  }))
  return rows(columns, cells, { isHeaded: columns.some(({ name }) => name !== '') })
}

function longestWord(text = ''): number {
  return Math.max(...text.split(' ').map(({ length }) => length))
}

/** The words of a text: emphasis is left out, code keeps its marks, a link is followed by where it leads. */
function textOf(tokens: readonly Token[]): string {
  return tokens.map(wordsOf).join('').replaceAll('\n', ' ')
}

function wordsOf(token: Token): string {
  if (token.type === 'codespan') return `\`${token['text']}\``
  if (token.type === 'link') return `${textOf(token.tokens ?? [])}${placeOf(token['href'])}`
  return 'tokens' in token && token.tokens ? textOf(token.tokens) : token.raw
}

/** Where a link leads: a topic by its command, a site by its address, nothing within the page. */
function placeOf(href: string): string {
  const [, topic] = /^([\w-]+)\.md/.exec(href) ?? []
  if (topic) return ` (plandue help ${topic})`
  return href.startsWith('http') ? ` (${href})` : ''
}
