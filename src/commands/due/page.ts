import { leadOf } from '../../assessment/receipt.ts'
import { leavesOutHolidays } from '../../assessment/school-time.ts'
import { schoolHolidaysAside } from '../../assessment/sentences.ts'
import type { IsoDate } from '../../calendar/day.ts'
import { calendarName } from '../../calendar/division.ts'
import { dateWithin, longDate } from '../../calendar/format-date.ts'
import type { Framework, Stage } from '../../frameworks/framework.ts'
import { capitalised } from '../../language/capitalised.ts'
import { count } from '../../language/count.ts'
import { listing } from '../../language/listing.ts'
import { formatsOf } from '../../page/formats.ts'
import {
  type Block,
  heading,
  type Page,
  paragraph,
  rows,
  sentences,
  type Text,
  type View,
} from '../../page/page.ts'
import { CLOCK_WORDS, periodWords } from '../../reports/rule-wording.ts'
import { unbroken } from '../../terminal/columns.ts'

/** The deadlines of one framework for one date of its clock. */
export type Dues = {
  readonly framework: Framework
  readonly stages: readonly {
    readonly rule: Stage
    readonly due: IsoDate
    readonly provisional: boolean
    /** Why the due day is no working day: `a Sunday`, `Easter Monday`; null where it is one. */
    readonly closed: string | null
    /** The bank holidays that a period of working days leaves out. */
    readonly skipped: readonly string[]
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
    stages: stages.map(({ rule, closed: _closed, skipped: _skipped, ...stage }) => ({
      stage: rule.id,
      title: rule.title,
      ...stage,
      schoolHolidaysKnown: leavesOutHolidays(rule, framework) ? false : null,
    })),
  }
}

function page(answer: DueAnswer, { quiet, verbose }: View): Page {
  const { dues, date, isOne } = answer
  const title = `Due for a letter or report ${clockName(answer)} on ${longDate(date)}`
  return [
    ...(quiet ? [] : [paragraph({ text: title, tone: 'strong' })]),
    ...(isOne ? dues.flatMap((one) => frameworkPage(one, date)) : [overview(dues, date)]),
    ...(quiet ? [] : [sentences(remarks(answer)), ...sources(dues, verbose)]),
  ]
}

/** From what the dates run: where several frameworks differ, nearly all of them from receipt. */
function clockName({ dues, isOne }: DueAnswer): string {
  const [clock = 'received'] = isOne
    ? dues.flatMap(({ stages }) => stages.map(({ rule }) => rule.clock))
    : []
  return clock
}

/** Titles that are longer would leave no room for the dates. */
const LONGEST_TITLE = 30

/** Every framework, a line for each stage. */
function overview(dues: readonly Dues[], date: IsoDate): Block {
  const columns = [{ name: '', most: LONGEST_TITLE }, { name: '' }, { name: '' }, { name: '' }]
  const lines = dues.flatMap(({ framework: { title }, stages }) =>
    stages.length === 0
      ? [[title, '', '', 'no stage was in force on that day']]
      : stages.map((stage, index): Text[] => [
          // Whoever hears a line must hear what it is about.
          index === 0 ? title : { text: '', spoken: title },
          stage.rule.id,
          dayText(stage.due, date),
          periodCell(stage),
        ]),
  )
  return rows(columns, lines, { gap: 2, indent: 0 })
}

/** How long, and what is unusual about the day, of which each part stays on its line. */
function periodCell(stage: DueStage): Text {
  const parts = [periodWords(stage.rule.period), ...asides(stage)]
  const whole = parts.map(unbroken)
  return { text: whole.join(', '), spoken: parts.join(', ') }
}

/** One framework, with titles, and a reason for each date. */
function frameworkPage({ framework, stages }: Dues, date: IsoDate): Page {
  if (stages.length === 0) {
    return [heading(framework.title), rows(1, [['no stage was in force on that day']])]
  }
  const cells = stages.map((stage): Text[] => [
    dayText(stage.due, date),
    leftWords(stage),
    stage.rule.id,
    `${stage.rule.title}, ${[`${periodWords(stage.rule.period)} from ${CLOCK_WORDS[stage.rule.clock]}`, ...asides(stage), ...skippedWords(stage)].join(', ')}`,
  ])
  return [heading(framework.title), rows(4, cells, { gap: 2 })]
}

type DueStage = Dues['stages'][number]

function dayText(due: IsoDate, date: IsoDate): Text {
  return { text: dateWithin(date, due), spoken: longDate(due) }
}

/** What is unusual about a due day. */
function asides({ provisional, closed }: DueStage): string[] {
  return [...(closed === null ? [] : [closed]), ...(provisional ? ['provisional'] : [])]
}

/** The bank holidays that do not count. */
function skippedWords({ skipped }: DueStage): string[] {
  return skipped.length > 0 ? [`leaving out ${listing(skipped)}`] : []
}

function leftWords({ workingDaysLeft: left, calendarDaysLeft: days }: DueStage): string {
  if (days === 0) return 'due today'
  if (left === 0) return `${count(days, 'day')} left, no working days`
  return left > 0 ? `${count(left, 'working day')} left` : `${count(-left, 'working day')} ago`
}

/** What a reader must know to trust the dates, and what to do next. */
function remarks({ dues, date }: DueAnswer): string[] {
  const lead = Math.max(0, ...dues.map(({ framework }) => leadOf(framework)))
  const isFixed = dues.every(({ framework }) => (framework.roll ?? 'none') === 'none')
  const doubts = [
    ...(isFixed ? ['No rule moves a date from a closed day.'] : []),
    ...(lead > 0
      ? [
          `If ${dayWords(date)} is the day of publication, dates that run from receipt may be up to ${count(lead, 'working day')} earlier.`,
        ]
      : []),
  ]
  return [
    doubts.join(' '),
    ...(dues.some(isOfSchools) ? [`${capitalised(schoolHolidaysAside)}.`] : []),
    `Begin the record: plandue new --received ${date}`,
  ].filter(Boolean)
}

/** Whether a date can depend on the holidays of a school. */
function isOfSchools({ framework, stages }: Dues): boolean {
  return stages.some(({ rule }) => leavesOutHolidays(rule, framework))
}

/** A day of a year that is known: `4 March`. */
function dayWords(date: IsoDate): string {
  return longDate(date).split(' ').slice(1, 3).join(' ')
}

/** With `--verbose`, where the rules stand, and whose bank holidays count. */
function sources(dues: readonly Dues[], verbose: boolean): Page {
  if (!verbose) return []
  const rules = dues.flatMap(({ framework }) => framework.stages)
  const names = new Set(rules.map(({ citation }) => `${citation.name}, ${citation.url}`))
  const divisions = new Set(dues.map(({ framework }) => calendarName(framework.calendar)))
  return [
    ...[...names].map((source) => paragraph(`Rule: ${source}`)),
    paragraph(`Bank holidays: ${[...divisions].join(', ')}`),
  ]
}
