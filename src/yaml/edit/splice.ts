/** What is to stand in a text from `start` up to, but not with, `end`. */
export type Splice = { readonly start: number; readonly end: number; readonly text: string }

/** A splice that takes nothing away. */
export function insertion(start: number, text: string): Splice {
  return { start, end: start, text }
}

/** A text with some splices, none of which overlaps another; all else stays as it is. */
export function spliced(text: string, splices: readonly Splice[]): string {
  const inOrder = [...splices].sort((a, b) => a.start - b.start)
  let done = 0
  const parts = inOrder.map(({ start, end, text: added }) => {
    const before = text.slice(done, start)
    done = end
    return before + added
  })
  return parts.join('') + text.slice(done)
}

/** Where the line ends that holds an offset; the line break before an offset belongs to its own line. */
export function lineEnd(text: string, offset: number): number {
  const found = text.indexOf('\n', offset - 1)
  // A carriage return is a part of a line break only before a line feed.
  if (found < 0) return text.length
  return text[found - 1] === '\r' ? found - 1 : found
}

/** Where the line begins that holds an offset. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1
}

/** The line break at an offset; at the end of the text, the one that the text has elsewhere. */
export function lineBreakAt(text: string, offset: number): string {
  const own = /^\r?\n/.exec(text.slice(offset, offset + 2))?.[0]
  return own ?? /\r?\n/.exec(text)?.[0] ?? '\n'
}
