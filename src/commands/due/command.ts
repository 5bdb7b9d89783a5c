import { InvalidArgumentError } from 'commander'
import { workingDayBefore, workingDaysLeft } from '../../assessment/days-left.ts'
import { lastDayOf } from '../../assessment/last-day.ts'
import { isOfAnyReport } from '../../assessment/rules.ts'
import { type Closed, closedBy, countDays } from '../../calendar/counting.ts'
import { type Day, dayOf, type IsoDate, isoOf } from '../../calendar/day.ts'
import { longDate } from '../../calendar/format-date.ts'
import { holidayName } from '../../calendar/projection.ts'
import { relativeDate } from '../../calendar/relative-day.ts'
import { type WorkingDays, workingDaysBy } from '../../calendar/working-days.ts'
import { readWrittenDay } from '../../calendar/written-day.ts'
import { frameworkOf } from '../../config/framework-of.ts'
import { loadSettings } from '../../config/settings.ts'
import { type ExitCode, UsageError } from '../../diagnostics/failures.ts'
import type { Framework } from '../../frameworks/framework.ts'
import type { Host } from '../../host/host.ts'
import { todayFor } from '../../workspace/workspace.ts'
import type { CliCommand } from '../kit/contract.ts'
import { type CommonOptions, fullDate, withCommonOptions } from '../kit/options.ts'
import { writeAnswer } from '../kit/write-answer.ts'
import { type Dues, dueReports } from './page.ts'

type DueOptions = CommonOptions & { readonly framework?: string }

/** `plandue due`: what would be due when, if a clock started on a day. */
export const due: CliCommand = (program, run) => {
  const command = program
    .command('due')
    .description('show what is due when for a report of a date, without a record')
    .argument('<date>', 'the day on which the clock starts; on a terminal in any form')
    .option('--framework <id>', 'only this framework')
  withCommonOptions(command, Object.keys(dueReports))
    .addHelpText('after', EXAMPLES)
    .action((day: string, options: DueOptions) => run((host) => reportDue(day, options, host)))
}

const EXAMPLES = `
Examples:
  plandue due today                            if a letter came today
  plandue due 2024-01-12 --framework ilacs-focused-visit
  plandue due 2024-01-12 --format json         every framework, for a program`

async function reportDue(day: string, options: DueOptions, host: Host): Promise<ExitCode> {
  const settings = loadSettings(options.config, host)
  const today = todayFor(options, settings, host)
  const date = dateOf(day, isoOf(today), host)
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

/**
 * The day that a word means. Somebody at a terminal sees what it was taken for, so there every form will
 * do; a program gets a wrong date without a word. Throws a UsageError.
 */
function dateOf(word: string, today: IsoDate, { outScreen }: Host): IsoDate {
  if (outScreen.isTerminal) {
    const written = readWrittenDay(word, today)
    if ('date' in written) return written.date
    throw new UsageError(`<date> cannot be \`${word}\`. ${written.fault}`)
  }
  try {
    return relativeDate(word, today) ?? fullDate(word)
  } catch (failure) {
    if (!(failure instanceof InvalidArgumentError)) throw failure
    throw new UsageError(`<date> cannot be \`${word}\`. ${failure.message}`)
  }
}

function duesOf(framework: Framework, date: IsoDate, today: Day, days: WorkingDays): Dues {
  const inForce = framework.stages.filter((rule) => isOfAnyReport(rule, date))
  const closed = closedBy(days)
  return {
    framework,
    stages: inForce.map((rule) => {
      const { due, provisional } = lastDayOf(rule, framework, dayOf(date), days)
      const { bankHolidays } = countDays(
        dayOf(date),
        rule.period,
        rule.firstDay,
        days,
        framework.roll,
      )
      return {
        rule,
        due: isoOf(due),
        provisional,
        closed: closedName(due, closed(due)),
        skipped: bankHolidays.map(holidayName),
        lastWorkingDay: workingDayBefore(due, days),
        workingDaysLeft: workingDaysLeft(today, due, days),
        calendarDaysLeft: due - today,
      }
    }),
  }
}

/** Why a day is no working day; null for one that is. */
function closedName(day: Day, closed: Closed | undefined): string | null {
  if (!closed) return null
  return closed.skipped === 'bankHoliday'
    ? holidayName(closed)
    : `a ${longDate(isoOf(day)).split(' ', 1)[0]}`
}
