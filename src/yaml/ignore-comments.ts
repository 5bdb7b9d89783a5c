import { Lexer } from 'yaml'
import type { Ignore } from '../diagnostics/ignores.ts'

const MARK = 'plandue-ignore-next-line'
const FORM = /^#\s*plandue-ignore-next-line(?:\s+([\w-]+))?(?:\s+--\s+(\S.*))?\s*$/

/**
 * The comments of a text of the form `# plandue-ignore-next-line CODE -- reason`, each on a line of
 * its own; `isEarly` says whether the file has days after the day of the report.
 */
export function ignoresIn(text: string, file: string, isEarly = () => false): readonly Ignore[] {
  if (!text.includes(MARK)) return []
  const lines = text.split(/\r?\n/)
  const comments = commentLines(text)
  const ignores: Ignore[] = []
  // From the end, so that the next line that is no comment is always known.
  let next = lines.length + 1
  for (let line = lines.length; line >= 1; line--) {
    const excerpt = lines[line - 1] ?? ''
    if (!comments.has(line)) next = line
    else if (excerpt.includes(MARK)) {
      const [, code = '', reason = ''] = FORM.exec(excerpt.trim()) ?? []
      const column = excerpt.indexOf('#') + 1
      const place = { file, line, column, width: excerpt.trim().length, excerpt }
      ignores.push({ place, line: next, code, reason: reason.trim(), isEarly: isEarly() })
    }
  }
  return ignores.reverse()
}

/** What the lexer of the YAML parser writes before the text of a scalar. */
const SCALAR = '\u001f'

/** The lines that hold nothing but a comment; a line of a longer text may only look like one. */
function commentLines(text: string): ReadonlySet<number> {
  const lines = new Set<number>()
  let line = 1
  let before = ''
  let isLineBlank = true
  for (const token of new Lexer().lex(text)) {
    if (token.startsWith('#') && before !== SCALAR && isLineBlank) lines.add(line)
    line += token.split('\n').length - 1
    isLineBlank = token.endsWith('\n') || (isLineBlank && token.trim() === '')
    before = token
  }
  return lines
}
