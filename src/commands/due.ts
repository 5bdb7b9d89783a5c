import { workingDaysLeft } from '../assessment/days-left.ts'
import { lastDayOf } from '../assessment/deadline.ts'
import { type Day, dayOf, type IsoDate, isoOf } from '../calendar/day.ts'
import { type WorkingDays, workingDaysBy } from '../calendar/working-days.ts'
import { loadSettings, type Settings } from '../config/settings.ts'
import { didYouMeanOr } from '../diagnostics/suggest.ts'
import { type ExitCode, UsageError } from '../failures.ts'
import type { Framework } from '../frameworks/framework.ts'
import type { Host } from '../host.ts'
import { type Dues, dueReports } from '../reports/due.ts'
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
  withCommonOptions(command, Object.keys(dueReports))
    .addHelpText('after', EXAMPLES)
    .action((date: IsoDate, options: DueOptions) => run((host) => tellDue(date, options, host)))
}

const EXAMPLES = `
Examples:
  plandue due 2024-01-12 --framework ilacs-focused-visit
  plandue due 2024-01-12 --format json         every framework, for a program`

async function tellDue(date: IsoDate, options: DueOptions, host: Host): Promise<ExitCode> {
  const settings = loadSettings(options.config, host)
  const today = todayFor(options, settings, host)
  const wanted = wantedFrameworks(options.framework, settings)
  const workingDaysOf = workingDaysBy(settings.bankHolidayLists)
  const dues = wanted.map((framework) =>
    duesOf(framework, date, today, workingDaysOf(framework.calendar)),
  )
  const report = dueReports[formatFor(options, host) as keyof typeof dueReports]
  const text = report(dues, {
    date,
    today: isoOf(today),
    isOne: options.framework !== undefined,
    quiet: options.quiet ?? false,
    verbose: options.verbose ?? false,
    width: widthFor(options, host),
    paint: await painterFor(host.outScreen, options, host),
  })
  await writeResult(text, options, host)
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

function duesOf(framework: Framework, date: IsoDate, today: Day, days: WorkingDays): Dues {
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
