import { LineCounter } from 'yaml'
import type { Place } from '../diagnostics/diagnostic.ts'
import { ownText } from '../language/own-text.ts'

/** A text and the way from an offset in it to a place that people can find. */
export type SourceText = {
  readonly file: string
  readonly text: string
  /** The place of the characters from `start` up to, but not with, `end`. */
  place(start: number, end?: number): Place
}

/** Of a longer line, a diagnostic carries this much around its place. */
const EXCERPT_LENGTH = 4000

export function sourceText(file: string, text: string): SourceText {
  let lines: LineCounter | undefined
  return {
    file,
    text,
    place(start, end = start + 1) {
      const offset = Math.min(start, text.length)
      lines ??= linesOf(text)
      const { line, col } = lines.linePos(offset)
      const lineStart = offset - (col - 1)
      const newLine = text.indexOf('\n', lineStart)
      const lineEnd = newLine === -1 ? text.length : newLine
      return {
        file,
        line: Math.max(1, line),
        column: Math.max(1, col),
        width: Math.max(0, Math.min(end, lineEnd) - offset),
        excerpt: ownText(
          text.slice(lineStart, Math.min(lineEnd, lineStart + EXCERPT_LENGTH)).trimEnd(),
        ),
      }
    },
  }
}

function linesOf(text: string): LineCounter {
  const lines = new LineCounter()
  let start = 0
  do {
    lines.addNewLine(start)
    start = text.indexOf('\n', start) + 1
  } while (start > 0)
  return lines
}
