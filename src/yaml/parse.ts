import {
  type Alias,
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  type ParsedNode,
  Parser,
  visit,
  type YAMLError,
} from 'yaml'
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import { causeOf, loneReturn, misreadRemark } from './odd-text.ts'
import { isEmptyValue } from './scalar.ts'
import { type SourceText, sourceText } from './source-text.ts'

/** A YAML file as a tree whose nodes know where they stand. */
export type YamlTree = {
  readonly source: SourceText
  readonly document: Document.Parsed<ParsedNode, true>
  /** What an alias stands for; undefined where no anchor of its name comes before it. */
  targetOf(alias: Alias): Node | undefined
}

export type Parsing = { readonly tree?: YamlTree; readonly diagnostics: readonly Diagnostic[] }

/**
 * Limits that no honest record comes near, so that a hostile one can exhaust neither the stack nor
 * the memory: how deep a tree may be, and of how many tokens it may be made.
 */
export const MAX_DEPTH = 50
const MAX_TOKENS = 200_000

/**
 * The tree of the one YAML document in a text, or why there is none. Never throws for a bad text.
 * `keepTokens` keeps where the colons, dashes and blanks stand, which an edit needs to know.
 */
export function parseYaml(text: string, file: string, { keepTokens = false } = {}): Parsing {
  const lines = new LineCounter()
  lines.addNewLine(0)
  const marked = text.startsWith('\uFEFF')
  const source = sourceText(file, marked ? text.slice(1) : text, lines)
  const remarks = [
    ...(marked ? [diagnose(source.place(0, 0), 'byte-order-mark', {})] : []),
    ...misreadRemark(source),
  ]
  const tokens = tokensWithin(source, lines)
  if (!Array.isArray(tokens)) return { diagnostics: [...remarks, tokens] }

  const [document, ...others] = new Composer({
    ...LEAVE_TO_THE_READER,
    keepSourceTokens: keepTokens,
  }).compose(tokens)
  const second = others[0]
  if (second) {
    const start = second.contents?.range[0] ?? second.range[0]
    return { diagnostics: [...remarks, diagnose(source.place(start), 'several-documents', {})] }
  }
  if (!document) return { diagnostics: [...remarks, emptyFile(source)] }
  const faults = [...document.errors, ...document.warnings].map((fault) =>
    syntaxFault(source, document, fault),
  )
  if (faults.length > 0) {
    const cause = causeOf(source, faults)
    return { diagnostics: [...remarks, ...(cause ? [cause] : faults)] }
  }
  if (isEmpty(document)) return { diagnostics: [...remarks, emptyFile(source)] }
  return { tree: { source, document, targetOf: aliasesOf(document) }, diagnostics: remarks }
}

/**
 * The reader finds duplicate keys, since it can say where the first one is, and in linear time; and
 * it asks of few scalars only what they stand for (`coreValue`).
 */
const LEAVE_TO_THE_READER = { uniqueKeys: false, schema: 'failsafe', logLevel: 'silent' } as const

function tokensWithin(source: SourceText, lines: LineCounter): CST.Token[] | Diagnostic {
  const parser = new Parser(lines.addNewLine)
  const tokens: CST.Token[] = []
  let count = 0
  for (const lexeme of new Lexer().lex(source.text)) {
    for (const token of parser.next(lexeme)) tokens.push(token)
    if (parser.stack.length > MAX_DEPTH) {
      return diagnose(source.place(parser.offset), 'too-deep', { limit: MAX_DEPTH })
    }
    if (++count > MAX_TOKENS) {
      return diagnose(source.place(parser.offset), 'too-complex', { limit: MAX_TOKENS })
    }
  }
  tokens.push(...parser.end())
  return tokens
}

/**
 * The way from an alias to the last node before it that has its anchor. The library's own way walks
 * the whole document for each alias; this one does so once, and only if there is an alias.
 */
function aliasesOf(document: YamlTree['document']): YamlTree['targetOf'] {
  let targets: Map<Alias, Node | undefined> | undefined
  const found = () => {
    const anchored = new Map<string, Node>()
    const known = new Map<Alias, Node | undefined>()
    visit(document, {
      Node: (_key, node) => {
        if (isAlias(node)) known.set(node, anchored.get(node.source))
        else if (node.anchor) anchored.set(node.anchor, node)
      },
    })
    return known
  }
  return (alias) => {
    targets ??= found()
    return targets.get(alias)
  }
}

function isEmpty({ contents }: YamlTree['document']): boolean {
  return isEmptyValue(contents) && !contents?.anchor
}

function emptyFile(source: SourceText): Diagnostic {
  // Of lines that end with a carriage return alone, a comment at the start is all that is seen.
  return loneReturn(source) ?? diagnose(source.place(0, 0), 'empty-file', { use: 'record' })
}

const CLOSE = 'close what is opened here: a quote, a bracket or a brace'

/** What mends a fault, by what the library says of it; what comes first counts. */
const NEXT_STEPS: readonly [RegExp, string][] = [
  [/^Missing closing|end with a [\]}]/, CLOSE],
  [/^Tabs/, 'indent with spaces'],
  [/followed by map values/, 'write a colon and a blank after the key, or delete the line'],
  [/on a single line/, 'check for a missing colon or quote on this line or the one before'],
  [/same column|indent/i, 'line the key up with its neighbours'],
  [/^Nested mappings/, 'put a text that holds `: ` into quotes'],
  [/block-seq-ind/, 'begin the list on a line of its own, or put the text into quotes'],
  [/cannot start with|scalar header/, 'put the text into quotes'],
  [/^Missing , /, 'put a comma between the two, or a text that holds a quote into other quotes'],
  [/tag/, 'leave the tag out'],
  [/escape sequence/, 'use single quotes: in them a backslash is only a backslash'],
]

function syntaxFault(
  source: SourceText,
  document: YamlTree['document'],
  fault: YAMLError,
): Diagnostic {
  const [, next] = NEXT_STEPS.find(([words]) => words.test(fault.message)) ?? []
  const start = afterBlanks(source.text, fault.pos[0])
  const end = Math.max(start + 1, fault.pos[1])
  const opened = next === CLOSE ? openingOf(document, fault) : undefined
  const place = opened === undefined ? source.place(start, end) : source.place(opened)
  const problem = fault.message
    .replace(/\.?$/, '')
    .replace(/^./, (first) => first.toLowerCase())
    .replace(/(?<=closing )(.)quote/, 'quote $1')
  return diagnose(place, 'yaml-syntax', { problem, next })
}

/** A fault of an indent is found where its line begins; what is indented is what people look for. */
function afterBlanks(text: string, start: number): number {
  const blanks = /^ *(?=[^ \r\n\t])/.exec(text.slice(start, start + 1000))
  return start + (blanks?.[0].length ?? 0)
}

/** Where the list, the map or the text in quotes begins that a fault finds still open. */
function openingOf(document: YamlTree['document'], fault: YAMLError): number | undefined {
  const wanted: (node: unknown) => boolean = fault.message.endsWith(']')
    ? isSeq
    : fault.message.endsWith('}')
      ? isMap
      : isScalar
  let opening: number | undefined
  visit(document, {
    Node: (_key, node) => {
      if (wanted(node) && node.range?.[1] === fault.pos[0]) opening = node.range[0]
    },
  })
  return opening
}
