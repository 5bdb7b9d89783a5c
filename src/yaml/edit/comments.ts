import { CST, Lexer } from 'yaml'

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
