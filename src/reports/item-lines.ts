import type { Item } from '../assessment/item.ts'
import type { IsoDate } from '../calendar/day.ts'
import { columnLines, padded, unbroken, widest } from '../terminal/columns.ts'
import { cut, printable } from '../terminal/printable.ts'
import { type Tone, toned } from '../terminal/tones.ts'
import { GAP, INDENT, type ItemColumns, type Margin, marginOf } from './item-columns.ts'
import { reasonLines } from './reasons.ts'
import { isFinished } from './record-groups.ts'
import { LONGEST_NAME } from './record-heading.ts'
import type { ReportOptions } from './report.ts'

const BLANKS = ' '.repeat(GAP)

/** The lines of an item: margin, title and owner, and below them the reasons. */
export function itemLines(
  item: Item,
  columns: ItemColumns,
  today: IsoDate,
  { verbose, paint }: ReportOptions,
): string[] {
  const cells = marginOf(item, today)
  const margin = columns.isCramped
    ? crampedLines(cells, columns)
    : [marginLine(cells, toneFor(item), columns, paint)]
  const body = [
    ...titleLines(item, columns),
    ...reasonLines(item, today, { verbose, people: true }).flatMap((reason) =>
      pointLines(reason, columns.room),
    ),
  ]
  const below = body.map((line) => ' '.repeat(columns.indent) + line)
  const lines = columns.isStacked
    ? [...margin, ...below]
    : [`${margin[0]}${BLANKS}${body[0] ?? ''}`, ...below.slice(1)]
  return lines.map((line) => toned(line.trimEnd(), isFinished(item) ? 'faint' : undefined, paint))
}

/** What stands out: the late or left figure, and the word before it. */
function toneFor(item: Item): Tone | undefined {
  if (isFinished(item)) return undefined
  return item.status === 'overdue' ? 'bad' : item.status === 'atRisk' ? 'risky' : 'strong'
}

function marginLine(
  { status, days, due, part }: Margin,
  tone: Tone | undefined,
  { margin }: ItemColumns,
  paint: ReportOptions['paint'],
): string {
  const cells = [
    toned(status, tone, paint) + blanks(status, margin.status),
    ...(margin.days > 0 ? [blanks(days, margin.days) + toned(days, tone, paint)] : []),
    padded(due, margin.due),
    padded(part, margin.part),
  ]
  return ' '.repeat(INDENT) + cells.join(BLANKS)
}

/** The margin without its columns, on as many lines as it needs. */
function crampedLines(
  { status, days, due, part }: Margin,
  { indent, room }: ItemColumns,
): string[] {
  const cells = [status, days, due, part].filter((cell) => cell !== '').map(unbroken)
  return columnLines(cells.join(' '), room + indent - INDENT).map(
    (line) => ' '.repeat(INDENT) + line,
  )
}

function blanks(text: string, width: number): string {
  return padded(text, width).slice(text.length)
}

/** The title, with the owner beside it or after it. */
function titleLines({ title, owner }: Item, columns: ItemColumns): string[] {
  const text = cut(printable(title), LONGEST_NAME)
  const lines = columnLines(text, columns.title)
  const name = cut(printable(owner ?? ''), LONGEST_NAME)
  if (name === '') return lines
  return columns.owner > 0
    ? besideEachOther(lines, columnLines(name, columns.owner), columns.title)
    : withOwner(lines, `(${name})`, columns.room, text)
}

function besideEachOther(
  titles: readonly string[],
  owners: readonly string[],
  width: number,
): string[] {
  return Array.from({ length: Math.max(titles.length, owners.length) }, (_, index) =>
    `${padded(titles[index] ?? '', width)}${BLANKS}${owners[index] ?? ''}`.trimEnd(),
  )
}

/**
 * An owner stays whole: on the last line of the title, else on a line of its own, also after a word
 * that was broken, such as an address.
 */
function withOwner(
  lines: readonly string[],
  owner: string,
  width: number,
  title: string,
): string[] {
  const together = `${lines.at(-1) ?? ''} ${owner}`.trimStart()
  const isBroken = widest([title.slice(title.lastIndexOf(' ') + 1)]) > width
  return widest([together]) <= width && !isBroken
    ? [...lines.slice(0, -1), together]
    : [...lines, ...columnLines(owner, width)]
}

function pointLines(reason: string, width: number): string[] {
  return columnLines(reason, width - '- '.length).map(
    (line, index) => `${index === 0 ? '- ' : '  '}${line}`,
  )
}
