import { Option } from 'commander'
import type { Filters } from '../../assessment/filters.ts'
import { addDays, dayOf, type IsoDate, isoOf } from '../../calendar/day.ts'
import { longDate } from '../../calendar/format-date.ts'
import { workingDaysBy } from '../../calendar/working-days.ts'
import type { Settings } from '../../config/settings.ts'
import { type ExitCode, UsageError } from '../../diagnostics/failures.ts'
import type { Host } from '../../host/host.ts'
import { assessWorkspace } from '../../workspace/assess-workspace.ts'
import type { CliCommand } from '../kit/contract.ts'
import { withFilters } from '../kit/filters.ts'
import {
  type CommonOptions,
  dateArgument,
  wholeNumberFrom,
  withCommonOptions,
} from '../kit/options.ts'
import { answerFromRecords } from '../kit/write-answer.ts'
import { busyWeeks, USUALLY_BUSY } from './busy-weeks.ts'
import { dueWhenClosed, type OpenDays } from './closed-days.ts'
import { forecastOf } from './forecast.ts'
import { forecastReports } from './report.ts'

type ForecastOptions = CommonOptions &
  Filters & {
    readonly until?: IsoDate
    readonly weekly?: boolean
    readonly busy?: number
  }

/** `plandue forecast`: what becomes at risk and overdue, and when, if nothing is done. */
export const forecast: CliCommand = (program, run) => {
  const command = program
    .command('forecast')
    .description('show what becomes at risk or overdue if nothing is done')
    .argument('[paths...]', 'records, folders or patterns; - reads one record from standard input')
    .addOption(
      new Option('--until <date>', 'the last day, if not 13 weeks from today').argParser(
        dateArgument,
      ),
    )
    .option('--weekly', 'count on each seventh day, not only on the first and the last')
    .addOption(
      new Option(
        '--busy <number>',
        `so much due for one owner makes a week busy; ${USUALLY_BUSY} if left out`,
      ).argParser(wholeNumberFrom(1)),
    )
  withCommonOptions(withFilters(command), Object.keys(forecastReports))
    .addHelpText('after', EXAMPLES)
    .action((paths: string[], options: ForecastOptions) =>
      run((host) => reportForecast(paths, options, host)),
    )
}

const EXAMPLES = `
Examples:
  plandue forecast                             the next 13 weeks
  plandue forecast --until 2024-07-31 --weekly
  plandue forecast --busy 3                    also weeks with 3 due for one owner
  plandue forecast --authority Leeds -q        only the changes

A week in which twice as much is due for one authority is busy too.`

const USUAL_DAYS = 13 * 7

async function reportForecast(
  paths: string[],
  options: ForecastOptions,
  host: Host,
): Promise<ExitCode> {
  const { assessment, settings } = await assessWorkspace(paths, options, host)
  const { today, items, diagnostics } = assessment
  const { until = isoOf(addDays(dayOf(today), USUAL_DAYS)), weekly = false } = options
  if (until < today) {
    throw new UsageError(`\`--until ${until}\` is before the day of the report, ${longDate(today)}`)
  }
  const { busy = USUALLY_BUSY } = options
  const answer = {
    assessment,
    diagnostics,
    forecast: forecastOf(assessment, until, weekly),
    busy,
    isBusyAsked: options.busy !== undefined,
    busyWeeks: busyWeeks(items, today, until, busy),
    closedDays: dueWhenClosed(items, today, until, openDaysBy(settings)),
  }
  return answerFromRecords(forecastReports, answer, options, host)
}

function openDaysBy({ frameworks, bankHolidayLists, closures }: Settings): OpenDays {
  const workingDaysOf = workingDaysBy(bankHolidayLists)
  return {
    workingDaysOf: (item) => {
      const framework = frameworks.get(item.framework)
      return framework && workingDaysOf(framework.calendar)
    },
    closures,
  }
}
