import stringWidth from 'fast-string-width'
import { wrapAnsi } from 'fast-wrap-ansi'

/** A text filled up with blanks to a width in terminal cells. */
export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)))
}

/** A text broken into lines of at most so many terminal cells; a longer word is broken too. */
export function wrapped(text: string, width: number): string[] {
  return wrapAnsi(text, Math.max(1, width), { hard: true }).split('\n').map(withBlanks)
}

/** A sentence broken into lines; a word that is longer, such as an address, stays whole. */
export function prose(text: string, width: number): string[] {
  return wrapAnsi(text, width).split('\n').map(withBlanks)
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

/** Words that stay on one line. */
export function unbroken(text: string): string {
  return text.replaceAll(' ', NO_BREAK)
}

/** The same where it is printed: no-break blanks are for the breaking of lines alone. */
export function withBlanks(text: string): string {
  return text.replaceAll(NO_BREAK, ' ')
}

/** A text in which no number is parted from its unit. */
export function withUnits(text: string): string {
  return text.replace(/(?<=\d) /g, NO_BREAK)
}

/**
 * A text broken between words into lines of at most so many terminal cells. A word that is wider
 * starts a line of its own and is broken at its end, but never inside a character.
 */
export function columnLines(text: string, width: number): string[] {
  if (text.length <= width && SIMPLE.test(text)) return [withBlanks(text)]
  return wrapAnsi(text, width)
    .split('\n')
    .flatMap((line) => (stringWidth(line) > width ? broken(line, width) : [line]))
    .map(withBlanks)
}

/** Most texts: each character takes one cell, and no blank at an end would be taken away. */
const SIMPLE = /^(?! )[ -~\u00a0-\u00ac\u00ae-\u024f]*(?<! )$/

const NO_BREAK = '\u00a0'

function broken(word: string, width: number): string[] {
  const lines = ['']
  let used = 0
  for (const { segment } of new Intl.Segmenter('en').segment(word)) {
    const cells = stringWidth(segment)
    if (used + cells > width) {
      lines.push('')
      used = 0
    }
    lines[lines.length - 1] += segment
    used += cells
  }
  return lines
}
