import type { ChalkInstance } from 'chalk'
import { RECEIPT_LEAD } from '../assessment/deadline.ts'
import { count } from '../assessment/sentences.ts'
import type { IsoDate } from '../calendar/day.ts'
import { DIVISION_NAMES } from '../calendar/division.ts'
import type { Period } from '../calendar/period.ts'
import { longDate, shortDate } from '../calendar/words.ts'
import type { Framework, Stage } from '../frameworks/framework.ts'
import { padded, prose, widest, wrapped } from '../terminal/columns.ts'
import { printable } from '../terminal/printable.ts'
import { inertJson } from './json.ts'

/** The deadlines of one framework for one date of its clock. */
export type Dues = {
  readonly framework: Framework
  readonly stages: readonly {
    readonly rule: Stage
    readonly due: IsoDate
    readonly provisional: boolean
    readonly workingDaysLeft: number
    readonly calendarDaysLeft: number
  }[]
}

/** How dues are to be shown. */
type View = {
  readonly date: IsoDate
  readonly today: IsoDate
  /** Whether the user asked for one framework, and so for its dates alone. */
  readonly isOne: boolean
  readonly quiet: boolean
  readonly verbose: boolean
  readonly width: number
  readonly paint: ChalkInstance
}

/** The formats of `due`. */
export const dueReports = { table, plain, json } satisfies Record<
  string,
  (dues: Dues[], view: View) => string
>

function json(dues: Dues[], { date, today, isOne }: View): string {
  const shapes = dues.map(({ framework, stages }) => ({
    framework: framework.id,
    clock: framework.stages[0]?.clock ?? null,
    date,
    today,
    stages: stages.map(({ rule, due, provisional, workingDaysLeft, calendarDaysLeft }) => ({
      stage: rule.id,
      title: rule.title,
      due,
      provisional,
      workingDaysLeft,
      calendarDaysLeft,
    })),
  }))
  return inertJson(isOne ? shapes[0] : { date, today, frameworks: shapes })
}

function plain(dues: Dues[], view: View): string {
  const blocks = dues.map(({ framework, stages }) => [
    `Framework: ${printable(framework.title)}`,
    ...stages.flatMap((stage) => [
      `${printable(stage.rule.title)}: ${longDate(stage.due)}${stage.provisional ? ' (provisional)' : ''}`,
      `Period: ${periodWords(stage.rule.period)}`,
      `Time: ${leftWords(stage)}`,
    ]),
    ...(stages.length === 0 ? [NOTHING_IN_FORCE] : []),
  ])
  const all = view.quiet ? blocks : [[heading(dues, view)], ...blocks, remarks(dues, view)]
  return all
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n')
}

function table(dues: Dues[], view: View): string {
  const { quiet, width, paint } = view
  const all = dues.flatMap(({ stages }) => stages)
  const due = widest(all.map(dueWords))
  const left = widest(all.map(leftWords))
  const title = Math.max(20, width - due - left - 2 * GAP.length - INDENT.length)
  const rows = (stage: Dues['stages'][number]) =>
    wrapped(`${printable(stage.rule.title)}, ${periodWords(stage.rule.period)}`, title).map(
      (line, index) =>
        `${INDENT}${[
          padded(index === 0 ? dueWords(stage) : '', due),
          padded(index === 0 ? leftWords(stage) : '', left),
          line,
        ].join(GAP)}`,
    )
  const blocks = dues.map(({ framework, stages }) => [
    paint.bold(printable(framework.title)),
    ...stages.flatMap(rows),
    ...(stages.length === 0 ? [`${INDENT}${NOTHING_IN_FORCE}`] : []),
  ])
  const wrap = (lines: string[]) => lines.flatMap((line) => prose(line, width))
  const framed = quiet
    ? blocks
    : [wrap([heading(dues, view)]), ...blocks, wrap(remarks(dues, view))]
  return framed
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n')
}

const INDENT = '  '
const GAP = '   '
const NOTHING_IN_FORCE = 'no stage was in force on that day'

function heading(dues: Dues[], { date }: View): string {
  const clocks = new Set(
    dues.flatMap(({ framework }) => framework.stages.map(({ clock }) => clock)),
  )
  return `Due for a report ${[...clocks].join(' or ')} on ${longDate(date)}`
}

function dueWords({ due, provisional }: Dues['stages'][number]): string {
  return provisional ? `${shortDate(due)}, provisional` : shortDate(due)
}

function leftWords({
  workingDaysLeft: left,
  calendarDaysLeft: days,
}: Dues['stages'][number]): string {
  if (days === 0) return 'due today'
  if (left === 0) return `${count(days, 'day')} left, none of them working`
  return left > 0 ? `${count(left, 'working day')} left` : `${count(-left, 'working day')} ago`
}

const UNITS: Record<Period['unit'], string> = {
  workingDays: 'working day',
  calendarDays: 'calendar day',
  months: 'month',
}

function periodWords({ count: number, unit }: Period): string {
  return count(number, UNITS[unit])
}

/** What a reader must know to trust the dates; with `verbose`, where the rules stand. */
function remarks(dues: Dues[], { verbose }: View): string[] {
  const rules = dues.flatMap(({ framework }) => framework.stages)
  const fromReceipt = rules.some(
    ({ clock, fallback }) => clock === 'received' && fallback === 'published',
  )
  const sources = new Set(rules.map(({ citation }) => `${citation.name}, ${citation.url}`))
  const divisions = new Set(dues.map(({ framework }) => DIVISION_NAMES[framework.calendar]))
  return [
    ...(fromReceipt
      ? [
          `Where a period runs from receipt and you gave the day of publication, the true deadline may be up to ${RECEIPT_LEAD} working days earlier.`,
        ]
      : []),
    ...(verbose ? [...sources].map((source) => `Rule: ${printable(source)}`) : []),
    ...(verbose ? [`Bank holidays: ${[...divisions].join(', ')}`] : []),
  ]
}
