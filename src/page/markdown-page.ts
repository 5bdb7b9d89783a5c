import { shown, shownLine } from './layout.ts'
import { type Block, type Fact, type Page, type Rows, type Text, visibleText } from './page.ts'

/**
 * A page as GitHub-flavoured Markdown, for a comment or a job summary. What a record says stays text:
 * no link, no mention, no picture, no HTML, no further cell or line comes of it.
 */
export function markdownPage(page: Page): string {
  return page
    .flatMap((block, index) => {
      const lines = linesOf(block, index === 0)
      return lines.length > 0 ? [`${lines.join('\n')}\n`] : []
    })
    .join('\n')
}

function linesOf(block: Block, isFirst: boolean): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [`${isFirst ? '##' : '###'} ${inertMarkdown(visibleText(block.text))}`]
    case 'paragraph':
      return [emphasised(block.text)]
    case 'sentences':
      return block.texts.flatMap((text, index) => [...(index > 0 ? [''] : []), emphasised(text)])
    case 'facts':
      return block.facts.map(factLine)
    case 'points':
      return block.points.map((point) => `- ${inertMarkdown(point)}`)
    case 'rows':
      return rowLines(block)
    case 'lines':
      return fenced(block.lines.map(({ text }) => shownLine(text)))
    case 'months':
      return []
    case 'picture':
      return block.words.map((words) => `- ${inertMarkdown(words)}`)
  }
}

/** Lines of a file between two fences that none of them can close. */
function fenced(lines: readonly string[]): string[] {
  const longest = Math.max(2, ...lines.flatMap(tickRuns))
  const fence = '`'.repeat(longest + 1)
  return lines.length > 0 ? [fence, ...lines, fence] : []
}

function tickRuns(line: string): number[] {
  return (line.match(/`+/g) ?? []).map(({ length }) => length)
}

function factLine([name, values]: Fact): string {
  const all = [values].flat().map((value) => inertMarkdown(visibleText(value)))
  return `- **${inertMarkdown(name)}:** ${all.join('<br>')}`
}

/** A table needs a line of names, be they empty; a single column is a list. */
function rowLines({ columns, rows }: Rows): string[] {
  if (rows.length === 0) return []
  const kept = columns.flatMap((column, index) => (column.isDrawn ? [] : [{ column, index }]))
  const cells = rows.map((row) => kept.map(({ index }) => emphasised(row[index] ?? '')))
  if (kept.length === 1) return cells.map(([cell = '']) => `- ${cell}`)
  return [
    tableLine(kept.map(({ column }) => inertMarkdown(column.name))),
    tableLine(kept.map(({ column }) => (column.align === 'right' ? '---:' : '---'))),
    ...cells.map(tableLine),
  ]
}

function tableLine(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

function emphasised(text: Text): string {
  const words = inertMarkdown(visibleText(text))
  const isLoud = typeof text === 'object' && (text.tone === 'bad' || text.tone === 'strong')
  return isLoud && words !== '' ? `**${words}**` : words
}

/** Stands for nothing, but keeps GitHub from seeing a mention, a reference or an address. */
const GAP = '&#8203;'

/** A text of a record on one line of Markdown, so that it reads as it is written and does nothing. */
export function inertMarkdown(text: string): string {
  return shown(text)
    .trim()
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*_[\]|~$]/g, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^[#+=-]/, '\\$&')
    .replace(/#(?=\d)/g, `#${GAP}`)
    .replace(/@(?=\w)/g, `@${GAP}`)
    .replace(/\bGH-(?=\d)|:(?=\/\/)|\bwww(?=\.)/gi, `$&${GAP}`)
}
