import { leadOf } from '../../assessment/receipt.ts'
import { leavesOutHolidays } from '../../assessment/school-time.ts'
import { schoolHolidaysAside } from '../../assessment/sentences.ts'
import type { IsoDate } from '../../calendar/day.ts'
import { calendarName } from '../../calendar/division.ts'
import { longDate, shortDate } from '../../calendar/format-date.ts'
import type { Framework, Stage } from '../../frameworks/framework.ts'
import { capitalised } from '../../language/capitalised.ts'
import { count } from '../../language/count.ts'
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
import { closedDayWords } from '../../reports/wording.ts'

/** The deadlines of one framework for one date of its clock. */
export type Dues = {
  readonly framework: Framework
  readonly stages: readonly {
    readonly rule: Stage
    readonly due: IsoDate
    readonly provisional: boolean
    /** The last working day before a due day that is none. */
    readonly lastWorkingDay: IsoDate | null
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
    stages: stages.map(({ rule, ...stage }) => ({
      stage: rule.id,
      title: rule.title,
      ...stage,
      schoolHolidaysKnown: leavesOutHolidays(rule, framework) ? false : null,
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
  if (left === 0) return `${count(days, 'day')} left, no working days`
  return left > 0 ? `${count(left, 'working day')} left` : `${count(-left, 'working day')} ago`
}

/** A due day that is not a working day, with the last working day before it. */
function closedDays(dues: readonly Dues[]): string[] {
  const stages = dues.flatMap((one) => one.stages)
  const days = new Map(stages.map(({ due, lastWorkingDay }) => [due, lastWorkingDay]))
  return [...days].flatMap(([due, last]) => (last ? [`${closedDayWords(due, last)}.`] : []))
}

/** Whether a date can depend on the holidays of a school. */
function isOfSchools({ framework, stages }: Dues): boolean {
  return stages.some(({ rule }) => leavesOutHolidays(rule, framework))
}

/** What a reader must know to trust the dates; with `verbose`, where the rules stand. */
function remarks(dues: readonly Dues[], verbose: boolean): string[] {
  const rules = dues.flatMap(({ framework }) => framework.stages)
  const leads = dues.map(({ framework }) => leadOf(framework))
  const lead = Math.max(0, ...leads)
  const sources = new Set(rules.map(({ citation }) => `${citation.name}, ${citation.url}`))
  const divisions = new Set(dues.map(({ framework }) => calendarName(framework.calendar)))
  return [
    ...(lead > 0
      ? [
          `Where a period runs from receipt and you gave the day of publication, receipt may have come up to ${count(lead, 'working day')} earlier, and then the deadline is earlier too.`,
        ]
      : []),
    ...closedDays(dues),
    ...(dues.some(isOfSchools) ? [`${capitalised(schoolHolidaysAside)}.`] : []),
    ...(verbose ? [...sources].map((source) => `Rule: ${source}`) : []),
    ...(verbose ? [`Bank holidays: ${[...divisions].join(', ')}`] : []),
  ]
}
