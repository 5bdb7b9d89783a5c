import { CST, Lexer } from 'yaml'
import { lineEnd } from './splice.ts'

/** The comments of a YAML text, in their order. */
export function commentsIn(text: string): readonly string[] {
  const comments: string[] = []
  let isScalar = false
  for (const lexeme of new Lexer().lex(text)) {
    // The text of a scalar follows its mark, and may begin like a comment.
    if (!isScalar && lexeme.startsWith('#')) comments.push(lexeme.trimEnd())
    isScalar = lexeme === CST.SCALAR
  }
  return comments
}

/** A line that says nothing: its blanks, and its comment if it has one. */
export const COMMENT_OR_BLANK = /^([ \t]*)(#.*)?\r?\n?$/

/**
 * The end of the line on which something ends, line break and all, with the comments after it that are
 * further in than so many blanks: those belong to what is above, the others to what is below.
 */
export function endWithComments(text: string, offset: number, indent: number): number {
  let end = afterLine(text, offset)
  let next = end
  while (next < text.length) {
    const line = text.slice(next, afterLine(text, next + 1))
    const [isAside, blanks = '', comment] = COMMENT_OR_BLANK.exec(line) ?? []
    if (isAside === undefined) break
    next += line.length
    if (comment !== undefined && blanks.length > indent) end = next
    else if (comment !== undefined) break
  }
  return end
}

function afterLine(text: string, offset: number): number {
  const end = lineEnd(text, offset)
  return end + (/^\r?\n/.exec(text.slice(end, end + 2))?.[0].length ?? 0)
}
