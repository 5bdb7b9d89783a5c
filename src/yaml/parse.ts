import {
  Composer,
  type CST,
  type Document,
  Lexer,
  LineCounter,
  type ParsedNode,
  Parser,
  type YAMLError,
} from 'yaml'
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts'
import { type SourceText, sourceText } from './source-text.ts'

/** A YAML file as a tree whose nodes know where they stand. */
export type YamlTree = {
  readonly source: SourceText
  readonly document: Document.Parsed<ParsedNode, true>
}

export type Parsing = { readonly tree?: YamlTree; readonly diagnostics: readonly Diagnostic[] }

/**
 * Limits that no honest record comes near, so that a hostile one can exhaust neither the stack nor
 * the memory: how deep a tree may be, and of how many tokens it may be made.
 */
const MAX_DEPTH = 50
const MAX_TOKENS = 200_000

/** The tree of the one YAML document in a text, or why there is none. Never throws for a bad text. */
export function parseYaml(text: string, file: string): Parsing {
  const lines = new LineCounter()
  const marked = text.startsWith('\uFEFF')
  const source = sourceText(file, marked ? text.slice(1) : text, lines)
  const remarks = marked ? [diagnose(source.place(0, 0), 'byte-order-mark', {})] : []
  const tokens = tokensWithin(source, lines)
  if (!Array.isArray(tokens)) return { diagnostics: [...remarks, tokens] }

  // Duplicate keys are found by the reader, which can say where the first one is, and in linear time.
  const [document, ...others] = new Composer({ uniqueKeys: false, logLevel: 'silent' }).compose(
    tokens,
  )
  const second = others[0]
  if (second) {
    const start = second.contents?.range[0] ?? second.range[0]
    return { diagnostics: [...remarks, diagnose(source.place(start), 'several-documents', {})] }
  }
  if (!document) return { diagnostics: [...remarks, emptyFile(source)] }
  const faults = [...document.errors, ...document.warnings].map((fault) =>
    syntaxFault(source, fault),
  )
  if (faults.length > 0) return { diagnostics: [...remarks, ...faults] }
  if (isEmpty(document)) return { diagnostics: [...remarks, emptyFile(source)] }
  return { tree: { source, document }, diagnostics: remarks }
}

function tokensWithin(source: SourceText, lines: LineCounter): CST.Token[] | Diagnostic {
  const parser = new Parser(lines.addNewLine)
  const tokens: CST.Token[] = []
  let count = 0
  lines.addNewLine(0)
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

function isEmpty({ contents }: YamlTree['document']): boolean {
  return contents === null || ('value' in contents && contents.value === null && !contents.anchor)
}

function emptyFile(source: SourceText): Diagnostic {
  return diagnose(source.place(0, 0), 'empty-file', {})
}

const NEXT_STEPS: Partial<Record<YAMLError['code'], string>> = {
  TAB_AS_INDENT: 'indent with spaces',
  MISSING_CHAR: 'close what is opened here: a quote, a bracket or a brace',
  BAD_INDENT: 'line the key up with its neighbours',
  BLOCK_AS_IMPLICIT_KEY: 'put a text that holds `: ` into quotes',
  MULTILINE_IMPLICIT_KEY: 'check for a missing colon or quote on this line or the one before',
  BAD_SCALAR_START: 'put a text that begins with a special character into quotes',
  BAD_ALIAS: 'define the anchor before the alias, or put the text into quotes',
  TAG_RESOLVE_FAILED: 'leave the tag out',
}

function syntaxFault(source: SourceText, fault: YAMLError): Diagnostic {
  const [start, end] = fault.pos
  return diagnose(source.place(start, end), 'yaml-syntax', {
    problem: fault.message.replace(/\.?$/, '').replace(/^./, (first) => first.toLowerCase()),
    next: NEXT_STEPS[fault.code],
  })
}
