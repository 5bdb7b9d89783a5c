import { type Item, isOpen, needsSomebody, STATUSES } from '../assessment/item.ts'
import { shortDate } from '../calendar/words.ts'
import { padded, prose, widest, wrapped } from '../terminal/columns.ts'
import { printable } from '../terminal/printable.ts'
import { toned } from '../terminal/tones.ts'
import type { Report, ReportOptions } from './report.ts'
import {
  capitalised,
  closing,
  explanations,
  headline,
  incompleteness,
  STATUS_TONES,
  STATUS_WORDS,
  timeLeft,
  title,
} from './wording.ts'

const INDENT = '  '
const GAP = '   '

/** With less than this for what is to be done, ids stand below it instead of in a column. */
const ROOM_BESIDE_IDS = 50

/** On less than this, what is to be done stands below its date instead of beside it. */
const ROOM_FOR_COLUMNS = 72

/** For a terminal: the items under their statuses, most urgent first, then what comes next. */
export const table: Report = (assessment, options) => {
  const { paint, quiet, width } = options
  const warning = incompleteness(assessment)
  const items = quiet ? assessment.items.filter(needsSomebody) : assessment.items
  if (quiet && items.length === 0 && !warning && !assessment.change?.fails.length) return ''
  const last = closing(assessment, options).flatMap((line) => closingLines(line, width))
  const columns = columnsFor(items, options)
  const groups = STATUSES.map((status) => ({
    status,
    items: items.filter((item) => item.status === status),
  })).filter(({ items }) => items.length > 0)
  return [
    ...(warning ? [...prose(warning, options.width).map((line) => paint.bold.red(line)), ''] : []),
    ...prose(title(assessment), options.width).map((line) => paint.bold(line)),
    ...groups.flatMap(({ status, items }) => [
      '',
      paint.bold(
        toned(
          `${capitalised(STATUS_WORDS[status])} (${items.length})`,
          STATUS_TONES[status],
          paint,
        ),
      ),
      ...items.flatMap((item) => rows(item, columns, options)),
    ]),
    ...(last.length > 0 ? ['', ...last] : []),
    '',
  ].join('\n')
}

/** A sentence as it wraps; a point of a list hangs. */
function closingLines(text: string, width: number): string[] {
  if (!text.startsWith('- ')) return prose(text, width)
  return prose(text.slice(2), width - 2 * INDENT.length).map(
    (line, index) => `${INDENT}${index === 0 ? '- ' : '  '}${line}`,
  )
}

/** The widths of the columns; 0 for a column that is left out. */
type Columns = {
  readonly due: number
  readonly left: number
  readonly item: number
  readonly id: number
}

function columnsFor(items: readonly Item[], { width }: ReportOptions): Columns {
  const due = widest(items.map(dueText))
  const left = widest(items.map(timeLeft))
  const used = INDENT.length + due + GAP.length + (left > 0 ? left + GAP.length : 0)
  if (width < ROOM_FOR_COLUMNS) return { due, left, id: 0, item: width - 2 * INDENT.length }
  const id = widest(items.map((item) => printable(item.id)))
  const beside = width - used - id - GAP.length
  return beside < ROOM_BESIDE_IDS
    ? { due, left, id: 0, item: width - used }
    : { due, left, id, item: beside }
}

/** The lines of one item: its dates, beside or above what it is, why it stands so, and its id. */
function rows(item: Item, columns: Columns, options: ReportOptions): string[] {
  const { paint, width } = options
  const text = description(item, columns, options)
  if (width < ROOM_FOR_COLUMNS) {
    const dates = prose([dueText(item), timeLeft(item)].filter(Boolean).join(', '), columns.item)
    return [
      ...dates.map((line) => `${INDENT}${line}`),
      ...text.map((line) => `${INDENT}${INDENT}${line}`),
    ]
  }
  const ids = columns.id > 0 ? wrapped(printable(item.id), columns.id) : []
  return Array.from({ length: Math.max(text.length, ids.length) }, (_, index) => {
    const facts = [
      padded(index === 0 ? dueText(item) : '', columns.due),
      ...(columns.left > 0 ? [padded(index === 0 ? timeLeft(item) : '', columns.left)] : []),
      ...(columns.id > 0
        ? [padded(text[index] ?? '', columns.item), paint.dim(ids[index] ?? '')]
        : [text[index] ?? '']),
    ]
    return `${INDENT}${facts.join(GAP)}`.trimEnd()
  })
}

/** What an item is; for one that somebody must see to, or with `verbose`, why and under which id. */
function description(item: Item, columns: Columns, { paint, verbose }: ReportOptions): string[] {
  const lines = (text: string, isDim: boolean) =>
    wrapped(text, columns.item).map((line) => (isDim ? paint.dim(line) : line))
  const point = (text: string) =>
    wrapped(text, columns.item - 2).map((line, index) =>
      paint.dim(`${index === 0 ? '- ' : '  '}${line}`),
    )
  const isTold = isOpen(item) || item.status === 'waiting' || item.provisional || verbose
  const id = columns.id === 0 && isTold ? [printable(item.id)] : []
  return [
    ...lines(headline(item), !isOpen(item)),
    ...(isTold ? explanations(item) : []).flatMap(point),
    ...id.flatMap((text) => lines(text, true)),
  ]
}

function dueText({ due }: Item): string {
  return due ? shortDate(due) : 'no due date'
}
