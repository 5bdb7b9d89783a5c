import { laidOut, shown, shownLine } from './layout.ts'
import { type Block, type Page, type Rows, spokenText, type Text } from './page.ts'

/** A page for screen readers and pipes: one fact a line, and an empty line between blocks. */
export function plainPage(page: Page): string {
  return laidOut(page, linesOf)
}

function linesOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [said(block.text)]
    case 'sentences':
      return block.texts.map(said)
    case 'facts':
      return block.facts.flatMap(([name, values]) =>
        [values].flat().map((value) => `${name}: ${said(value)}`),
      )
    case 'points':
      return block.points.map(shown)
    case 'rows':
      return block.rows.map((row) => rowWords(row, block.columns)).filter((words) => words !== '')
    case 'lines':
      return block.lines.map(({ text }) => shownLine(text))
    case 'months':
      return []
    case 'picture':
      return block.words.map(shown)
  }
}

/** A line of cells in words: `first: name second, name third`. */
export function rowWords(row: readonly Text[], columns: Rows['columns']): string {
  const parts = row
    .map((cell, index) => ({ words: said(cell), column: columns[index] }))
    .filter(({ words, column }) => words !== '' && !column?.isDrawn)
    .map(({ words, column }, index) =>
      index > 0 && column?.name ? `${column.name} ${words}` : words,
    )
  const [first = '', ...others] = parts
  return others.length > 0 ? `${first}: ${others.join(', ')}` : first
}

function said(text: Text): string {
  return shown(spokenText(text))
}
