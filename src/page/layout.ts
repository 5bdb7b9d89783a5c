import { cut, printable, printableLine } from '../terminal/printable.ts'
import type { Block, Page } from './page.ts'

/** Longer texts of a record are cut where people read; JSON has them whole. */
const LONGEST = 10_000

/** A text of a record as people are shown it: on one line, inert, and of a bearable length. */
export function shown(text: string): string {
  return cut(printable(text), LONGEST)
}

/** A line of a file as people are shown it: with its blanks, inert, and of a bearable length. */
export function shownLine(text: string): string {
  return cut(printableLine(text), LONGEST)
}

/** The kinds of blocks that never belong to the heading above them. */
const APART: readonly Block['kind'][] = ['heading', 'sentences']

/** The lines of a page's blocks, with an empty line before each that does not follow its heading. */
export function laidOut(page: Page, linesOf: (block: Block) => readonly string[]): string {
  const blocks = page
    .map((block) => ({ kind: block.kind, lines: linesOf(block) }))
    .filter(({ lines }) => lines.length > 0)
  return blocks
    .flatMap(({ kind, lines }, index) => {
      const isUnderHeading = blocks[index - 1]?.kind === 'heading' && !APART.includes(kind)
      return [...(index === 0 || isUnderHeading ? [] : ['']), ...lines]
    })
    .map((line) => `${line}\n`)
    .join('')
}
