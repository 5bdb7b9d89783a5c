import stringWidth from 'fast-string-width'
import { wrapAnsi } from 'fast-wrap-ansi'

/** A text filled up with blanks to a width in terminal cells. */
export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)))
}

/** A text broken into lines of at most so many terminal cells; a longer word is broken too. */
export function wrapped(text: string, width: number): string[] {
  return wrapAnsi(text, Math.max(1, width), { hard: true }).split('\n')
}

/** A sentence broken into lines; a word that is longer, such as an address, stays whole. */
export function prose(text: string, width: number): string[] {
  return wrapAnsi(text, width).split('\n')
}

/** The width of the widest of some texts, in terminal cells. */
export function widest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, stringWidth(text)), 0)
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
  return wrapAnsi(text, width)
    .split('\n')
    .flatMap((line) => (stringWidth(line) > width ? broken(line, width) : [line]))
    .map(withBlanks)
}

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
