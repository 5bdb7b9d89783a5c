import { type Command, InvalidArgumentError, Option } from 'commander'
import { bankHolidays } from '../../calendar/bank-holidays.ts'
import { EARLIEST_YEAR, LATEST_YEAR, yearOf } from '../../calendar/day.ts'
import { DIVISIONS, type Division } from '../../calendar/division.ts'
import { workingDays } from '../../calendar/working-days.ts'
import { loadSettings } from '../../config/settings.ts'
import { type ExitCode, UsageError } from '../../diagnostics/failures.ts'
import { didYouMean, didYouMeanOr } from '../../diagnostics/suggest.ts'
import type { Host } from '../../host/host.ts'
import { capitalised } from '../../language/capitalised.ts'
import { todayFor } from '../../workspace/workspace.ts'
import type { CliCommand } from '../kit/contract.ts'
import { type CommonOptions, withCommonOptions } from '../kit/options.ts'
import { writeAnswer } from '../kit/write-answer.ts'
import { type DiffOptions, reportListImpact } from './diff.ts'
import { type UpdateOptions, updateList } from './update.ts'
import { calendarReports } from './year-page.ts'

type CalendarOptions = CommonOptions & { readonly division: Division }

/** `plandue calendar`: the bank holidays of a year, and what another list of them would change. */
export const calendar: CliCommand = (program, run) => {
  const command = program
    .command('calendar')
    .description('show the bank holidays of a year, install a newer list, or see what it moves')
    .argument('[year]', 'the year to show; without one, the year of today', yearArgument)
    .addOption(
      new Option('--division <division>', `whose: ${DIVISIONS.join(', ')}`)
        .argParser(divisionArgument)
        .default('england-and-wales'),
    )
    // Each of the commands below has common options of its own.
    .enablePositionalOptions()
  withCommonOptions(command, Object.keys(calendarReports))
    .addHelpText('after', EXAMPLES)
    .action((year: number | undefined, options: CalendarOptions) =>
      run((host) => showYear(year, options, host)),
    )
  const update = withListOptions(command.command('update'))
    .description('write the list of bank holidays in a file into the repository of plans')
    .option('--source <url>', 'where the list came from; else what it says itself, else GOV.UK')
    .option('--dry-run', 'write nothing, only show what would change')
    .addHelpText('after', UPDATE_EXAMPLES)
  update.action((options: UpdateOptions) =>
    run((host) => updateList({ ...commonOf(command), ...options }, host)),
  )
  const diff = withListOptions(command.command('diff'))
    .description('show which open items another list of bank holidays would move, and why')
    .addHelpText('after', DIFF_EXAMPLES)
  diff.action((options: DiffOptions) =>
    run((host) => reportListImpact({ ...commonOf(command), ...options }, host)),
  )
}

/** The common options given before `update` or `diff`. A list has all divisions, so none is chosen. */
function commonOf(command: Command): CommonOptions {
  if (command.getOptionValueSource('division') === 'cli') {
    throw new UsageError('--division is for a year: a list of bank holidays counts for all of them')
  }
  return command.opts<CommonOptions>()
}

function withListOptions(command: Command): Command {
  const text = "a list in the shape of GOV.UK's bank-holidays.json; - reads standard input"
  return withCommonOptions(
    command.requiredOption('--from <file>', text),
    Object.keys(calendarReports),
  )
}

const EXAMPLES = `
Examples:
  plandue calendar                             this year in England and Wales
  plandue calendar 2027 --division scotland    another year, another division`

const UPDATE_EXAMPLES = `
Examples:
  plandue calendar update --from new.json --dry-run
  curl -s https://www.gov.uk/bank-holidays.json |
    plandue calendar update --from -`

const DIFF_EXAMPLES = `
Examples:
  plandue calendar diff --from new.json
  plandue calendar diff --from new.json --today 2024-02-05 -f json`

function yearArgument(text: string): number {
  const meant = didYouMean(text, ['update', 'diff'])
  if (!/^\d{4}$/.test(text)) {
    const next = meant ? `Did you mean \`plandue calendar ${meant}\`?` : 'Expected one like 2027.'
    throw new InvalidArgumentError(next)
  }
  const year = Number(text)
  if (year >= EARLIEST_YEAR && year <= LATEST_YEAR) return year
  throw new InvalidArgumentError(`The year must lie between ${EARLIEST_YEAR} and ${LATEST_YEAR}.`)
}

function divisionArgument(text: string): Division {
  const division = DIVISIONS.find((known) => known === text)
  if (division) return division
  const next = didYouMeanOr(text, DIVISIONS)
  throw new InvalidArgumentError(capitalised(next))
}

async function showYear(
  year: number | undefined,
  options: CalendarOptions,
  host: Host,
): Promise<ExitCode> {
  const settings = loadSettings(options.config, host)
  const today = todayFor(options, settings, host)
  const days = workingDays(bankHolidays(options.division, settings.bankHolidayLists))
  const answer = { year: year ?? yearOf(today), today, days, closures: settings.closures }
  await writeAnswer(calendarReports, answer, options, host)
  return 0
}
