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
