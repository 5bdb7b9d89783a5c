import { type Item, isOpen } from '../assessment/item.ts'
import { shortDate } from '../calendar/format-date.ts'
import { type Column, heading, type Page, rows, sentences, type Text } from '../page/page.ts'
import { tablePage } from '../page/table-page.ts'
import { widest } from '../terminal/columns.ts'
import { printable } from '../terminal/printable.ts'
import { byStatus, partsOf } from './parts.ts'
import type { Report, ReportOptions } from './report.ts'
import { explanations, headline, STATUS_TONES, timeLeft } from './wording.ts'

/** For a terminal: the items under their statuses, most urgent first, then what comes next. */
export const table: Report = (assessment, options) => {
  const parts = partsOf(assessment, options)
  if (!parts) return ''
  const { warning, title, items, closing } = parts
  const layout = layoutFor(items, options)
  const page: Page = [
    ...warning.map((text) => heading({ text, tone: 'bad' })),
    heading(title),
    ...byStatus(items).flatMap(({ status, name, items }) => [
      heading({ text: name, tone: STATUS_TONES[status] }),
      rows(
        layout.columns,
        items.flatMap((item) => layout.rowsOf(item, linesOn(item, options))),
      ),
    ]),
    sentences(closing.map(sentence)),
  ]
  return tablePage(page, options)
}

function sentence(text: string): Text {
  return text.startsWith('- ') ? { text: text.slice(2), isPoint: true } : text
}

/** What is said of an item, line by line. */
type Lines = { readonly headline: Text; readonly points: readonly string[]; readonly id: string }

/** What an item is and its id; why it stands so only if it needs attention, or with `verbose`. */
function linesOn(item: Item, { verbose }: ReportOptions): Lines {
  const text = headline(item)
  const isExplained = isOpen(item) || item.status === 'waiting' || item.provisional || verbose
  return {
    headline: isOpen(item) ? text : { text, tone: 'faint' },
    points: isExplained ? explanations(item) : [],
    id: isExplained ? printable(item.id) : '',
  }
}

/** The columns of the items, and the rows of one. */
type Layout = {
  readonly columns: readonly Column[]
  readonly rowsOf: (item: Item, lines: Lines) => readonly (readonly Text[])[]
}

const INDENT = 2
const GAP = 3

/** With less than this for what is to be done, ids stand below it instead of in a column. */
const ROOM_BESIDE_IDS = 50

/** On less than this, what is to be done stands below its date instead of beside it. */
const ROOM_FOR_COLUMNS = 72

function layoutFor(items: readonly Item[], { width }: ReportOptions): Layout {
  const [due, left] = [widest(items.map(dueText)), widest(items.map(timeLeft))]
  const id = widest(items.map((item) => printable(item.id)))
  const used = INDENT + due + GAP + (left > 0 ? left + GAP : 0)
  if (width < ROOM_FOR_COLUMNS) return belowDates
  const dates = [due, left].filter((least) => least > 0).map((least) => ({ name: '', least }))
  return width - used - GAP - id < ROOM_BESIDE_IDS
    ? besideDates(dates)
    : besideIds(dates, width, id)
}

const belowDates: Layout = {
  columns: [{ name: '', breaks: true }],
  rowsOf: (item, lines) => [
    [[dueText(item), timeLeft(item)].filter(Boolean).join(', ')],
    ...stacked(lines).map((text) => [{ ...text, isIndented: true as const }]),
  ],
}

function besideDates(dates: readonly Column[]): Layout {
  return {
    columns: [...dates, { name: '', breaks: true }],
    rowsOf: (item, lines) =>
      stacked(lines).map((text, index) => [...cells(item, dates, index), text]),
  }
}

function besideIds(dates: readonly Column[], width: number, id: number): Layout {
  return {
    columns: [...dates, { name: '', wraps: true, least: width }, { name: '', least: id }],
    rowsOf: (item, lines) =>
      stacked({ ...lines, id: '' }).map((text, index) => [
        ...cells(item, dates, index),
        text,
        index === 0 ? { text: printable(item.id), tone: 'faint' } : '',
      ]),
  }
}

function cells(item: Item, dates: readonly Column[], index: number): Text[] {
  return [dueText(item), timeLeft(item)]
    .slice(0, dates.length)
    .map((text) => (index === 0 ? text : ''))
}

/** Headline, points and id, one below another. */
function stacked({ headline, points, id }: Lines): Exclude<Text, string>[] {
  return [
    typeof headline === 'string' ? { text: headline } : headline,
    ...points.map((text) => ({ text, tone: 'faint' as const, isPoint: true as const })),
    ...(id === '' ? [] : [{ text: id, tone: 'faint' as const }]),
  ]
}

function dueText({ due }: Item): string {
  return due ? shortDate(due) : 'no due date'
}
