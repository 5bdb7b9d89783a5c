import type { Framework } from '../../frameworks/framework.ts'
import { padded, widest, wrapped } from '../../terminal/columns.ts'

const NUMBER_WIDTH = 4
const GAP = '  '
const USUAL_WIDTH = 80
/** With less room than this for a title of the second column, there is but one. */
const NARROWEST = 20

/** The frameworks with their numbers, in two columns where there is room. */
export function frameworkList(
  frameworks: readonly Pick<Framework, 'title'>[],
  columns: number = USUAL_WIDTH,
): string {
  const width = Math.min(columns, USUAL_WIDTH)
  const cells = frameworks.map(({ title }, index) => ({ number: index + 1, title }))
  const half = Math.ceil(cells.length / 2)
  const titleWidth = widest(cells.slice(0, half).map(({ title }) => title))
  const left = NUMBER_WIDTH + GAP.length + titleWidth
  const room = width - left - NUMBER_WIDTH - GAP.length
  if (room < NARROWEST) {
    const whole = width - NUMBER_WIDTH - GAP.length
    return cells
      .flatMap((cell) => cellLines(cell, whole))
      .map((line) => `${line}\n`)
      .join('')
  }
  return cells
    .slice(0, half)
    .flatMap((cell, row) => besides(cellLines(cell, titleWidth), cells[half + row], left, room))
    .map((line) => `${line.trimEnd()}\n`)
    .join('')
}

type Cell = { readonly number: number; readonly title: string }

function cellLines({ number, title }: Cell, width: number): string[] {
  const lead = `${String(number).padStart(NUMBER_WIDTH)}${GAP}`
  return wrapped(title, width).map((line, index) =>
    index === 0 ? lead + line : ' '.repeat(lead.length) + line,
  )
}

/** The lines of a cell, with those of another at their right. */
function besides(lines: string[], other: Cell | undefined, left: number, room: number): string[] {
  const right = other ? cellLines(other, room) : []
  const height = Math.max(lines.length, right.length)
  return Array.from(
    { length: height },
    (_, line) => padded(lines[line] ?? '', left) + (right[line] ?? ''),
  )
}
