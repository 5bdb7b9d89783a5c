import type { ChalkInstance } from 'chalk'
import { workingDaysLeft } from '../assessment/days-left.ts'
import { lastDayOf, RECEIPT_LEAD } from '../assessment/deadline.ts'
import { count } from '../assessment/sentences.ts'
import { type Day, dayOf, type IsoDate, isoOf } from '../calendar/day.ts'
import { DIVISION_NAMES } from '../calendar/division.ts'
import type { Period } from '../calendar/period.ts'
import { longDate, shortDate } from '../calendar/words.ts'
import { loadSettings, type Settings } from '../config/settings.ts'
import { didYouMeanOr } from '../diagnostics/suggest.ts'
import { type ExitCode, UsageError } from '../failures.ts'
import type { Framework, Stage } from '../frameworks/framework.ts'
import type { Host } from '../host.ts'
import { inertJson } from '../reports/json.ts'
import { padded, widest, wrapped } from '../terminal/columns.ts'
import { printable } from '../terminal/printable.ts'
import type { CliCommand } from './index.ts'
import {
  type CommonOptions,
  dateArgument,
  formatFor,
  painterFor,
  todayFor,
  widthFor,
  withCommonOptions,
  writeResult,
} from './options.ts'

type DueOptions = CommonOptions & { readonly framework?: string }

/** `plandue due`: what would be due when, if a clock started on a day. */
export const due: CliCommand = (program, run) => {
  const command = program
    .command('due')
    .description('tell what is due when for a report of a date, without a record')
    .argument('<date>', 'the day on which the clock starts', dateArgument)
    .option('--framework <id>', 'only this framework')
  withCommonOptions(command, Object.keys(formats))
    .addHelpText('after', EXAMPLES)
    .action((date: IsoDate, options: DueOptions) => run((host) => tellDue(date, options, host)))
}

const EXAMPLES = `
Examples:
  plandue due 2024-01-12 --framework ilacs-focused-visit
  plandue due 2024-01-12 --format json         every framework, for a program`

/** The deadlines of one framework for one date of its clock. */
type Dues = {
  readonly framework: Framework
  readonly stages: readonly {
    readonly rule: Stage
    readonly due: IsoDate
    readonly provisional: boolean
    readonly workingDaysLeft: number
    readonly calendarDaysLeft: number
  }[]
}

async function tellDue(date: IsoDate, options: DueOptions, host: Host): Promise<ExitCode> {
  const settings = loadSettings(options.config, host)
  const today = todayFor(options, settings, host)
  const wanted = wantedFrameworks(options.framework, settings)
  const dues = wanted.map((framework) => duesOf(framework, date, today, settings))
  const format = formats[formatFor(options, host) as keyof typeof formats]
  const view = {
    date,
    today: isoOf(today),
    options,
    width: widthFor(options, host),
    paint: await painterFor(host.outScreen, options, host),
  }
  await writeResult(format(dues, view), options, host)
  return 0
}

function wantedFrameworks(id: string | undefined, { frameworks }: Settings): Framework[] {
  if (id === undefined) return [...frameworks.values()]
  const framework = frameworks.get(id)
  if (framework) return [framework]
  throw new UsageError(
    `there is no framework \`${id}\`: ${didYouMeanOr(id, [...frameworks.keys()])}`,
  )
}

function duesOf(framework: Framework, date: IsoDate, today: Day, settings: Settings): Dues {
  const days = settings.workingDaysOf(framework.calendar)
  const inForce = framework.stages.filter(
    ({ from = date, until = date }) => from <= date && date <= until,
  )
  return {
    framework,
    stages: inForce.map((rule) => {
      const { due, provisional } = lastDayOf(rule, dayOf(date), days)
      return {
        rule,
        due: isoOf(due),
        provisional,
        workingDaysLeft: workingDaysLeft(today, due, days),
        calendarDaysLeft: due - today,
      }
    }),
  }
}

type View = {
  readonly date: IsoDate
  readonly today: IsoDate
  readonly options: DueOptions
  readonly width: number
  readonly paint: ChalkInstance
}

const formats = { table, plain, json } satisfies Record<
  string,
  (dues: Dues[], view: View) => string
>

function json(dues: Dues[], { date, today, options }: View): string {
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
  return inertJson(
    options.framework === undefined ? { date, today, frameworks: shapes } : shapes[0],
  )
}

function plain(dues: Dues[], { date, options }: View): string {
  const blocks = dues.map(({ framework, stages }) => [
    ...(options.quiet
      ? []
      : [`${printable(framework.title)}: ${clockWords(framework)} on ${longDate(date)}`]),
    ...stages.map(
      (stage) =>
        `${printable(stage.rule.title)}: ${longDate(stage.due)}${stage.provisional ? ' (provisional)' : ''}, ${periodWords(stage.rule.period)}, ${leftWords(stage)}`,
    ),
    ...(stages.length === 0 ? ['No stage was in force on that day'] : []),
    ...(options.quiet ? [] : remarks(framework, options)),
  ])
  return blocks.map((lines) => `${lines.join('\n')}\n`).join('\n')
}

function table(dues: Dues[], { date, options, width, paint }: View): string {
  const all = dues.flatMap(({ stages }) => stages)
  const columns = {
    due: widest(all.map(dueWords)),
    title: widest(all.map(({ rule }) => printable(rule.title))),
    period: widest(all.map(({ rule }) => periodWords(rule.period))),
  }
  const lines = dues.flatMap(({ framework, stages }) => [
    ...(options.quiet
      ? []
      : wrapped(
          `${printable(framework.title)}: ${clockWords(framework)} on ${longDate(date)}`,
          width,
        ).map((line) => paint.bold(line))),
    ...stages.map((stage) =>
      [
        ` ${padded(dueWords(stage), columns.due)}`,
        padded(printable(stage.rule.title), columns.title),
        padded(periodWords(stage.rule.period), columns.period),
        paint.dim(leftWords(stage)),
      ].join('  '),
    ),
    ...(stages.length === 0 ? ['  no stage was in force on that day'] : []),
    ...(options.quiet
      ? []
      : [
          ...remarks(framework, options).flatMap((text) =>
            wrapped(text, width - 2).map((line) => paint.dim(`  ${line}`)),
          ),
          '',
        ]),
  ])
  return `${lines.join('\n').trimEnd()}\n`
}

function dueWords({ due, provisional }: Dues['stages'][number]): string {
  return provisional ? `${shortDate(due)}, provisional` : shortDate(due)
}

function leftWords({ workingDaysLeft: left }: Dues['stages'][number]): string {
  if (left === 0) return 'due today'
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

function clockWords({ stages }: Framework): string {
  return `the report is ${stages[0]?.clock ?? 'received'}`
}

/** What a reader must know to trust the dates; with `verbose`, where the rules stand. */
function remarks({ stages, calendar }: Framework, { verbose }: DueOptions): string[] {
  const early = stages.some(
    ({ clock, fallback }) => clock === 'received' && fallback === 'published',
  )
  const cited = new Set(stages.map(({ citation }) => `${citation.name}, ${citation.url}`))
  return [
    ...(early
      ? [
          `If that is the day of publication, the true deadline may be up to ${RECEIPT_LEAD} working days earlier.`,
        ]
      : []),
    ...(verbose ? [...cited].map((source) => `Rule: ${printable(source)}`) : []),
    ...(verbose ? [`Bank holidays: ${DIVISION_NAMES[calendar]}`] : []),
  ]
}
