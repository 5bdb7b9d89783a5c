import { RECEIPT_LEAD } from '../../assessment/deadline.ts'
import { count } from '../../assessment/sentences.ts'
import type { IsoDate } from '../../calendar/day.ts'
import { DIVISION_NAMES } from '../../calendar/division.ts'
import { longDate, shortDate } from '../../calendar/format-date.ts'
import type { Framework, Stage } from '../../frameworks/framework.ts'
import { formatsOf } from '../../page/formats.ts'
import {
  dateText,
  heading,
  type Page,
  paragraph,
  rows,
  type Text,
  type View,
} from '../../page/page.ts'
import { periodWords } from '../../reports/rule-wording.ts'

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

/** What is due when for a date; `isOne` where the user asked for one framework. */
export type DueAnswer = {
  readonly date: IsoDate
  readonly today: IsoDate
  readonly isOne: boolean
  readonly dues: readonly Dues[]
}

/** The formats of `due`. */
export const dueReports = formatsOf<DueAnswer>(page, ({ dues, date, today, isOne }) => {
  const shapes = dues.map((due) => shape(due, date, today))
  return isOne ? shapes[0] : { date, today, frameworks: shapes }
})

function shape({ framework, stages }: Dues, date: IsoDate, today: IsoDate) {
  return {
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
  }
}

function page({ dues, date }: DueAnswer, { quiet, verbose }: View): Page {
  const clocks = new Set(
    dues.flatMap(({ framework }) => framework.stages.map(({ clock }) => clock)),
  )
  const title = `Due for a report ${[...clocks].join(' or ')} on ${longDate(date)}`
  return [
    ...(quiet ? [] : [heading(title)]),
    ...dues.flatMap(({ framework, stages }) => [
      heading(framework.title),
      stages.length > 0
        ? rows(3, stages.map(cells))
        : rows(1, [['no stage was in force on that day']]),
    ]),
    ...(quiet ? [] : remarks(dues, verbose).map(paragraph)),
  ]
}

function cells({ rule, due, provisional, ...left }: Dues['stages'][number]): Text[] {
  const title = `${rule.title}, ${periodWords(rule.period)}`
  if (!provisional) return [dateText(due), leftWords(left), title]
  const text = `${shortDate(due)}, provisional`
  return [{ text, spoken: `${longDate(due)} (provisional)` }, leftWords(left), title]
}

function leftWords({
  workingDaysLeft: left,
  calendarDaysLeft: days,
}: Pick<Dues['stages'][number], 'workingDaysLeft' | 'calendarDaysLeft'>): string {
  if (days === 0) return 'due today'
  if (left === 0) return `${count(days, 'day')} left, none of them working`
  return left > 0 ? `${count(left, 'working day')} left` : `${count(-left, 'working day')} ago`
}

/** What a reader must know to trust the dates; with `verbose`, where the rules stand. */
function remarks(dues: readonly Dues[], verbose: boolean): string[] {
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
    ...(verbose ? [...sources].map((source) => `Rule: ${source}`) : []),
    ...(verbose ? [`Bank holidays: ${[...divisions].join(', ')}`] : []),
  ]
}
