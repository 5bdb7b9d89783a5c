import { padded, prose, widest, wrapped } from '../terminal/columns.ts'
import { toned } from '../terminal/tones.ts'
import { markedMonths } from './calendar-marks.ts'
import { laidOut, shown, shownLine } from './layout.ts'
import {
  type Block,
  type Column,
  type Fact,
  type Page,
  type Rows,
  type Text,
  toneOf,
  type View,
  visibleText,
} from './page.ts'
import { rowWords } from './plain-page.ts'

const INDENT = '  '
const GAP = 3

/** With less than this for the column that wraps, its text stands below the others. */
const ROOM_FOR_TEXT = 20

/** A page for a terminal, as wide as the window. */
export function tablePage(page: Page, view: View): string {
  return laidOut(page, (block) => linesOf(block, view))
}

function linesOf(block: Block, view: View): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return paintedProse(block.text, view).map((line) => view.paint.bold(line))
    case 'paragraph':
      return paintedProse(block.text, view)
    case 'sentences':
      return block.texts.flatMap((text) => sentenceLines(text, view))
    case 'facts':
      return factLines(block.facts, view)
    case 'points':
      return block.points.flatMap((point) => pointLines(point, view))
    case 'rows':
      return rowLines(block, view)
    case 'lines':
      return block.lines.map(({ text, tone }) => toned(shownLine(text), tone, view.paint))
    case 'months':
      return markedMonths(block, view)
    case 'picture':
      return block.draw(view)
  }
}

function paintedProse(text: Text, { width, paint }: View): string[] {
  return prose(shown(visibleText(text)), width).map((line) => toned(line, toneOf(text), paint))
}

function pointLines(point: string, { width }: View): string[] {
  const [first = '', ...others] = wrapped(shown(point), width - 2 * INDENT.length)
  return [`${INDENT}- ${first}`, ...others.map((line) => `${INDENT}  ${line}`)]
}

function sentenceLines(text: Text, view: View): string[] {
  const mark = lead(text)
  if (mark === '') return paintedProse(text, view)
  const width = view.width - 2 * INDENT.length
  return paintedProse(text, { ...view, width }).map(
    (line, index) => `${INDENT}${index === 0 ? mark : ' '.repeat(mark.length)}${line}`,
  )
}

function factLines(facts: readonly Fact[], view: View): string[] {
  const names = facts.map(([name]) => name)
  const columns: Column[] = [{ name: '' }, { name: '' }]
  const rows = facts.flatMap(([, values], index) =>
    [values]
      .flat()
      .map((value, place): Text[] => [
        { text: place === 0 ? (names[index] ?? '') : '', tone: 'faint' },
        value,
      ]),
  )
  return rowLines({ kind: 'rows', columns, rows, isHeaded: false }, view)
}

function rowLines(block: Rows, view: View): string[] {
  const { columns, rows, isHeaded, gap = GAP, indent = INDENT.length } = block
  const head = columns.map(({ name }): Text => ({ text: name, tone: 'faint' }))
  const all = isHeaded ? [head, ...rows] : rows
  const wraps = flexible(columns)
  const natural = columns.map(({ least = 0, most = Infinity }, index) => {
    const width = widest(all.map((row) => `${lead(row[index])}${cellText(row[index])}`))
    return Math.min(Math.max(least, width), most)
  })
  const taken = natural.reduce((sum, width, index) => sum + (index === wraps ? 0 : width), 0)
  const room = view.width - indent - taken - gap * (columns.length - 1)
  const widths = natural.map((width, index) => (index === wraps ? Math.min(width, room) : width))
  if (room < Math.min(ROOM_FOR_TEXT, natural[wraps] ?? 0)) return stacked(rows, columns, view)
  const blanks = { before: ' '.repeat(indent), between: ' '.repeat(gap) }
  return all.flatMap((row) => cellLines(row, columns, widths, view, blanks))
}

function flexible(columns: readonly Column[]): number {
  const said = columns.findIndex(({ wraps }) => wraps)
  return said < 0 ? columns.length - 1 : said
}

/** One row: each cell in its column, the text of the widest over as many lines as it needs. */
function cellLines(
  row: readonly Text[],
  columns: readonly Column[],
  widths: readonly number[],
  { paint }: View,
  { before, between }: { readonly before: string; readonly between: string },
): string[] {
  const cells = columns.map((_, index) => {
    // Nothing stands to the right of the last column, so an address there can stay whole.
    const broken = index === columns.length - 1 ? prose : wrapped
    const mark = lead(row[index])
    const width = Math.max(1, (widths[index] ?? 0) - mark.length)
    return broken(cellText(row[index]), width).map((line, number) =>
      number === 0 ? mark + line : ' '.repeat(mark.length) + line,
    )
  })
  const height = Math.max(...cells.map((lines) => lines.length))
  return Array.from({ length: height }, (_, line) => {
    const parts = cells.map((lines, index) => {
      const text = lines[line] ?? ''
      const blanks = padded(text, widths[index] ?? 0).slice(text.length)
      const painted = toned(text, toneOf(row[index] ?? ''), paint)
      return columns[index]?.align === 'right' ? blanks + painted : painted + blanks
    })
    return `${before}${parts.join(between)}`.trimEnd()
  })
}

/** Rows where there is no room for columns: what is said of each, the further lines further in. */
function stacked(rows: Rows['rows'], columns: readonly Column[], { width }: View): string[] {
  const words = rows.map((row) => rowWords(row, columns)).filter((text) => text !== '')
  return words.flatMap((text) => {
    const [first = '', ...others] = wrapped(text, width - 2 * INDENT.length)
    return [`${INDENT}${first}`, ...others.map((line) => `${INDENT}${INDENT}${line}`)]
  })
}

function cellText(cell: Text | undefined): string {
  return shown(visibleText(cell ?? ''))
}

/** What stands before the first line of a text; before the others stand blanks. */
function lead(text: Text = ''): string {
  if (typeof text === 'string') return ''
  return ' '.repeat(text.indent ?? 0) + (text.isPoint ? '- ' : '')
}
