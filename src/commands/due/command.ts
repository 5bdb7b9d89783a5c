import { workingDayBefore, workingDaysLeft } from '../../assessment/days-left.ts'
import { lastDayOf } from '../../assessment/last-day.ts'
import { isOfAnyReport } from '../../assessment/rules.ts'
import { type Day, dayOf, type IsoDate, isoOf } from '../../calendar/day.ts'
import { type WorkingDays, workingDaysBy } from '../../calendar/working-days.ts'
import { frameworkOf } from '../../config/framework-of.ts'
import { loadSettings } from '../../config/settings.ts'
import type { ExitCode } from '../../diagnostics/failures.ts'
import type { Framework } from '../../frameworks/framework.ts'
import type { Host } from '../../host/host.ts'
import { todayFor } from '../../workspace/workspace.ts'
import type { CliCommand } from '../kit/contract.ts'
import { type CommonOptions, dateArgument, withCommonOptions } from '../kit/options.ts'
import { writeAnswer } from '../kit/write-answer.ts'
import { type Dues, dueReports } from './page.ts'

type DueOptions = CommonOptions & { readonly framework?: string }

/** `plandue due`: what would be due when, if a clock started on a day. */
export const due: CliCommand = (program, run) => {
  const command = program
    .command('due')
    .description('show what is due when for a report of a date, without a record')
    .argument('<date>', 'the day on which the clock starts', dateArgument)
    .option('--framework <id>', 'only this framework')
  withCommonOptions(command, Object.keys(dueReports))
    .addHelpText('after', EXAMPLES)
    .action((date: IsoDate, options: DueOptions) => run((host) => reportDue(date, options, host)))
}

const EXAMPLES = `
Examples:
  plandue due 2024-01-12 --framework ilacs-focused-visit
  plandue due 2024-01-12 --format json         every framework, for a program`

async function reportDue(date: IsoDate, options: DueOptions, host: Host): Promise<ExitCode> {
  const settings = loadSettings(options.config, host)
  const today = todayFor(options, settings, host)
  const wanted =
    options.framework === undefined
      ? [...settings.frameworks.values()]
      : [frameworkOf(options.framework, settings)]
  const workingDaysOf = workingDaysBy(settings.bankHolidayLists)
  const dues = wanted.map((framework) =>
    duesOf(framework, date, today, workingDaysOf(framework.calendar)),
  )
  const answer = {
    date,
    today: isoOf(today),
    isOne: options.framework !== undefined,
    dues,
  }
  await writeAnswer(dueReports, answer, options, host)
  return 0
}

function duesOf(framework: Framework, date: IsoDate, today: Day, days: WorkingDays): Dues {
  const inForce = framework.stages.filter((rule) => isOfAnyReport(rule, date))
  return {
    framework,
    stages: inForce.map((rule) => {
      const { due, provisional } = lastDayOf(rule, framework, dayOf(date), days)
      return {
        rule,
        due: isoOf(due),
        provisional,
        lastWorkingDay: workingDayBefore(due, days),
        workingDaysLeft: workingDaysLeft(today, due, days),
        calendarDaysLeft: due - today,
      }
    }),
  }
}
