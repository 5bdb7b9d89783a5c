import { type Item, isOpen, STATUSES, type Status } from '../assessment/item.ts'
import { shortDate } from '../calendar/words.ts'
import { padded, prose, widest, wrapped } from '../terminal/columns.ts'
import { printable } from '../terminal/printable.ts'
import type { Report, ReportOptions } from './index.ts'
import {
  explanations,
  headline,
  incompleteness,
  provenance,
  STATUS_WORDS,
  timeLeft,
  title,
  totals,
  whatComesNext,
} from './words.ts'

const PAINT: Record<Status, 'red' | 'yellow' | 'green' | 'cyan' | 'dim'> = {
  overdue: 'red',
  atRisk: 'yellow',
  onTrack: 'green',
  waiting: 'cyan',
  metLate: 'dim',
  met: 'dim',
  closed: 'dim',
  notRequired: 'dim',
}

const INDENT = '  '
const GAP = '   '

/** The column of an item's id needs this much beside the others. */
const ROOM_FOR_IDS = 112

/** For a terminal: the items under their statuses, most urgent first, then what comes next. */
export const table: Report = (assessment, options) => {
  const { paint, quiet, verbose } = options
  const warning = incompleteness(assessment)
  if (quiet && assessment.items.length === 0 && !warning) return ''
  const columns = columnsFor(assessment.items, options)
  const groups = STATUSES.map((status) => ({
    status,
    items: assessment.items.filter((item) => item.status === status),
  })).filter(({ items }) => items.length > 0)
  return [
    ...(warning ? [...prose(warning, options.width).map((line) => paint.bold.red(line)), ''] : []),
    paint.bold(title(assessment)),
    ...groups.flatMap(({ status, items }) => [
      '',
      paint.bold[PAINT[status]](`${capitalised(STATUS_WORDS[status])} (${items.length})`),
      ...items.flatMap((item) => rows(item, columns, options)),
    ]),
    ...(quiet ? [] : ['', ...closing()]),
    '',
  ].join('\n')

  function closing(): string[] {
    const lines = [totals(assessment), ...whatComesNext(assessment, options)]
    return [...lines, ...(verbose ? provenance(assessment) : [])].flatMap((line) =>
      prose(line, options.width),
    )
  }
}

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
  const id =
    width >= ROOM_FOR_IDS ? Math.min(40, widest(items.map((item) => printable(item.id)))) : 0
  return { due, left, id, item: Math.max(20, width - used - (id > 0 ? id + GAP.length : 0)) }
}

function rows(item: Item, columns: Columns, { paint, verbose }: ReportOptions): string[] {
  const details = isOpen(item) || item.status === 'waiting' || verbose ? explanations(item) : []
  const cell = [
    ...wrapped(headline(item), columns.item).map((line) => ({ line, dim: !isOpen(item) })),
    ...details.flatMap((text) => wrapped(text, columns.item)).map((line) => ({ line, dim: true })),
    ...(columns.id === 0 && (isOpen(item) || verbose)
      ? wrapped(printable(item.id), columns.item).map((line) => ({ line, dim: true }))
      : []),
  ]
  const ids = columns.id > 0 ? wrapped(printable(item.id), columns.id) : []
  const lines = Math.max(cell.length, ids.length)
  return Array.from({ length: lines }, (_, index) => {
    const { line, dim } = cell[index] ?? { line: '', dim: false }
    const text = columns.id > 0 ? padded(line, columns.item) : line
    const facts = [
      padded(index === 0 ? dueText(item) : '', columns.due),
      ...(columns.left > 0 ? [padded(index === 0 ? timeLeft(item) : '', columns.left)] : []),
      dim ? paint.dim(text) : text,
      ...(columns.id > 0 ? [paint.dim(ids[index] ?? '')] : []),
    ]
    return `${INDENT}${facts.join(GAP)}`.trimEnd()
  })
}

function dueText({ due, provisional }: Item): string {
  if (!due) return 'no due date'
  return provisional ? `${shortDate(due)}, provisional` : shortDate(due)
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
