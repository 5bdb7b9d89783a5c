import stringWidth from 'fast-string-width'
import { wrapAnsi } from 'fast-wrap-ansi'

/** A text filled up with blanks to a width in terminal cells. */
export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)))
}

/** Stands for a blank at which no line breaks; it is one when the lines are broken. */
export const NO_BREAK = '\u00a0'

/** A text broken into lines of at most so many terminal cells; a longer word is broken too. */
export function wrapped(text: string, width: number): string[] {
  return linesOf(wrapAnsi(text, Math.max(1, width), { hard: true }))
}

/** A sentence broken into lines; a word that is longer, such as an address, stays whole. */
export function prose(text: string, width: number): string[] {
  return linesOf(wrapAnsi(text, width))
}

function linesOf(text: string): string[] {
  return text.replaceAll(NO_BREAK, ' ').split('\n')
}

/** The width of the widest of some texts, in terminal cells. */
export function widest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, stringWidth(text)), 0)
}

/** A line of a file under a diagnostic, with its number or its caret: it would lose its columns. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the number may be painted
const EXCERPT = /^(?:\u001b\[\d+m)? *\d* +\|/

/**
 * Lines broken between words so that none is wider than so many terminal cells. What follows stands as
 * far in as the line did, or under what its `hint: ` or `- ` says. Excerpts of files stay whole.
 */
export function fitted(lines: string, width: number): string {
  return lines
    .split('\n')
    .flatMap((line) => {
      if (stringWidth(line) <= width || EXCERPT.test(line)) return line
      const [lead = ''] = /^ *(?:hint: |- )?/.exec(line) ?? []
      const [first = '', ...others] = prose(line.slice(lead.length), width - lead.length)
      return [lead + first, ...others.map((one) => ' '.repeat(lead.length) + one)]
    })
    .join('\n')
}
