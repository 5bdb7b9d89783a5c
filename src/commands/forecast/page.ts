import type { Item, Status } from '../../assessment/item.ts'
import { longDate } from '../../calendar/format-date.ts'
import {
  type Block,
  type Column,
  dateText,
  facts,
  heading,
  type Page,
  rows,
  type Text,
  type View,
  warning,
} from '../../page/page.ts'
import { rowsWithPoints } from '../../page/rows-with-points.ts'
import { onlyWords } from '../../reports/filter-wording.ts'
import {
  exitCodeWords,
  headline,
  incompleteness,
  mayBeEarlier,
  PROVISIONAL,
  STATUS_WORDS,
  totals,
} from '../../reports/wording.ts'
import { bar } from '../../terminal/bars.ts'
import type { Tone } from '../../terminal/tones.ts'
import { busyRows, closedRows, notBusyWords } from './clash-rows.ts'
import type { DayAhead, ForecastAnswer, StatusChange, StepAhead } from './forecast.ts'

/** What people look for in the counts, and how it is drawn. */
const COUNTED = [
  { status: 'overdue', fill: '█', tone: 'bad' },
  { status: 'atRisk', fill: '▓', tone: 'risky' },
  { status: 'onTrack', fill: '░', tone: 'good' },
] as const satisfies readonly { status: Status; fill: string; tone: Tone }[]

const MOST_CELLS = 20

/** A forecast for people. */
export function forecastPage(
  { assessment, forecast, ...clashes }: ForecastAnswer,
  { quiet, verbose }: View,
): Page {
  const { today } = assessment
  const { until, days, changes, steps, unchanged } = forecast
  const first = warning(incompleteness(assessment))
  if (quiet) return [...first, rows(3, changes.flatMap(changeRows))]
  return [
    ...first,
    heading(
      `Forecast from ${longDate(today)} to ${longDate(until)}, if nothing is done${onlyWords(assessment)}`,
    ),
    countRows(days),
    heading('Changes'),
    changes.length > 0
      ? rows(3, changes.flatMap(changeRows))
      : rows(3, [['No item changes status.']]),
    ...section('Steps', steps.flatMap(stepRows)),
    ...clashBlocks(clashes),
    ...(verbose ? section('Unchanged', unchanged.flatMap(unchangedRows)) : []),
    facts(['Today', totals(assessment)], ['plandue check', exitCodeWords(assessment, 'overdue')]),
  ]
}

function clashBlocks({
  busy,
  isBusyAsked,
  busyWeeks,
  closedDays,
}: Omit<ForecastAnswer, 'assessment' | 'forecast'>): Block[] {
  const isNone = busyWeeks.length === 0 && isBusyAsked
  return [
    ...section('Busy weeks', isNone ? [[notBusyWords(busy)]] : busyWeeks.flatMap(busyRows)),
    ...section('Due when closed, or in Christmas week', closedDays.flatMap(closedRows)),
  ]
}

function section(name: string, all: readonly Text[][]): Block[] {
  return all.length > 0 ? [heading(name), rows(3, all)] : []
}

/** The counts of each day, with a bar of as many cells as there are open items, if they are few. */
function countRows(days: readonly DayAhead[]): Block {
  const columns: Column[] = [
    { name: '' },
    ...COUNTED.map(({ status }) => ({ name: STATUS_WORDS[status], align: 'right' as const })),
    { name: '█ overdue ▓ at risk ░ on track', isDrawn: true },
  ]
  const cells = days.map(({ on, summary }): Text[] => {
    const parts = COUNTED.map(({ status, fill }) => ({ amount: summary[status], fill }))
    const open = parts.reduce((sum, { amount }) => sum + amount, 0)
    return [
      dateText(on),
      ...COUNTED.map(({ status, tone }): Text => countText(summary[status], tone)),
      bar(parts, Math.min(open, MOST_CELLS)),
    ]
  })
  return rows(columns, cells, { isHeaded: true })
}

function countText(count: number, tone: Tone): Text {
  return { text: `${count}`, tone: count > 0 ? tone : 'faint' }
}

function changeRows({ on, item, from, to, why }: StatusChange): readonly Text[][] {
  const [before, after] = [STATUS_WORDS[from], STATUS_WORDS[to]]
  const change: Text =
    from === to
      ? { text: `${after}: waiver ends`, tone: 'bad' }
      : {
          text: `${before} → ${after}`,
          tone: to === 'overdue' ? 'bad' : 'risky',
          spoken: `from ${before} to ${after}`,
        }
  const points = [
    ...why,
    ...(item.provisional ? [PROVISIONAL] : []),
    ...(to === 'overdue' && item.earliestDue ? [mayBeEarlier(item.earliestDue)] : []),
  ]
  return rowsWithPoints([dateText(on), change], headline(item), points, item.id)
}

function stepRows({ step, item }: StepAhead): readonly Text[][] {
  const { on, done, title, closure } = step
  const state: Text = done ? { text: 'done', tone: 'good' } : { text: 'to do', tone: 'open' }
  const points = [
    ...(done ? [`done on ${longDate(done)}`] : []),
    ...(closure && !done ? [`the authority is closed on that day: ${closure}`] : []),
    ...(item.provisional ? [PROVISIONAL] : []),
  ]
  return rowsWithPoints([dateText(on), state], `${title}, for ${headline(item)}`, points, item.id)
}

function unchangedRows(item: Item): readonly Text[][] {
  const due = item.due ? dateText(item.due) : 'no due date'
  return rowsWithPoints([due, STATUS_WORDS[item.status]], headline(item), [], item.id)
}
