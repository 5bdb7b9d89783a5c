import { InvalidArgumentError, Option } from 'commander'
import { assemble, exitCodeOf, FAIL_ON, type FailOn } from '../assessment/assessment.ts'
import { horizonWarnings } from '../assessment/horizon.ts'
import type { Item } from '../assessment/item.ts'
import { type BankHolidays, bankHolidays } from '../calendar/bank-holidays.ts'
import { isoOf } from '../calendar/day.ts'
import type { Settings } from '../config/settings.ts'
import { didYouMeanOr } from '../diagnostics/suggest.ts'
import { type ExitCode, UsageError } from '../failures.ts'
import { stageIds } from '../frameworks/framework.ts'
import type { Host } from '../host.ts'
import { type ReportName, reports } from '../reports/index.ts'
import { version } from '../version.ts'
import { type Filters, isListed, isMeant, withFilters } from './filters.ts'
import { gather } from './gather.ts'
import type { CliCommand } from './index.ts'
import { inputsFor } from './inputs.ts'
import {
  type CommonOptions,
  formatFor,
  painterFor,
  widthFor,
  withCommonOptions,
  writeDiagnostics,
  writeResult,
} from './options.ts'

type CheckOptions = CommonOptions & Filters & { failOn: FailOn; atRiskWithin?: number }

/** `plandue check`: which plans are due when, and which are overdue or at risk? */
export const check: CliCommand = (program, run) => {
  const command = program
    .command('check', { isDefault: true })
    .description('report which plans are due when, and which are overdue or at risk')
    .argument('[paths...]', 'records, folders or patterns; - reads one record from standard input')
    .addOption(
      new Option('--fail-on <what>', 'exit with 1 if an item is so')
        .choices(FAIL_ON)
        .default('overdue'),
    )
    .addOption(
      new Option(
        '--at-risk-within <days>',
        'working days left at which an item is at risk',
      ).argParser(wholeNumber),
    )
  withCommonOptions(withFilters(command), Object.keys(reports))
    .addHelpText('after', EXAMPLES)
    .action((paths: string[], options: CheckOptions) =>
      run((host) => checkRecords(paths, options, host)),
    )
}

const EXAMPLES = `
Examples:
  plandue check                                the records under plans/
  plandue check plans --today 2024-02-05       as at another day
  plandue check --fail-on at-risk -f json      for a job that wants to know early
  plandue check --owner "Head of Service" -q   only what one person must see to`

async function checkRecords(paths: string[], options: CheckOptions, host: Host): Promise<ExitCode> {
  const { settings, today, search, terms } = inputsFor(paths, options, host)
  checkNames(options, settings)
  const { atRiskWithin } = options
  const margins = {
    ...terms.margins,
    ...(atRiskWithin === undefined ? {} : { all: atRiskWithin }),
  }
  const gathered = await gather(search, { ...terms, margins }, host)
  const meant = gathered.items.filter((item) => isMeant(item, options))
  if (meant.length === 0 && gathered.items.length > 0) host.err('No item passes the filters.\n')
  const calendars = calendarsOf(meant, settings)
  const divisionOf = (id: string) => settings.frameworks.get(id)?.calendar
  const all = assemble(
    {
      ...gathered,
      diagnostics: [...gathered.diagnostics, ...horizonWarnings(meant, calendars, divisionOf)],
      items: meant,
      today: isoOf(today),
      timeZone: settings.timeZone,
      calendars,
    },
    options.failOn,
  )
  const assessment = { ...all, items: all.items.filter((item) => isListed(item, options)) }
  await writeDiagnostics(assessment.diagnostics, options, host)
  const report = reports[formatFor(options, host) as ReportName]
  const text = report(assessment, {
    paint: await painterFor(host.outScreen, options, host),
    width: widthFor(options, host),
    failOn: options.failOn,
    quiet: options.quiet ?? false,
    verbose: options.verbose ?? false,
    version,
    titleOf: (id) => settings.frameworks.get(id)?.title ?? id,
  })
  await writeResult(text, options, host)
  return exitCodeOf(all, options.failOn)
}

/** A filter by a name that nothing has would only ever find nothing. */
function checkNames({ framework = [], stage = [] }: Filters, { frameworks }: Settings): void {
  const stages = new Set([...frameworks.values()].flatMap(stageIds))
  for (const id of framework) mustBeKnown(id, [...frameworks.keys()], 'framework')
  for (const id of stage) mustBeKnown(id, [...stages], 'stage')
}

function mustBeKnown(id: string, known: readonly string[], what: string): void {
  if (known.includes(id)) return
  throw new UsageError(`there is no ${what} \`${id}\`: ${didYouMeanOr(id, known)}`)
}

/** The calendars by which items were counted. */
function calendarsOf(items: readonly Item[], settings: Settings): BankHolidays[] {
  const ids = new Set(items.map(({ framework }) => framework))
  const used = [...settings.frameworks.values()].filter(({ id }) => ids.has(id))
  const divisions = new Set(used.map(({ calendar }) => calendar))
  return [...divisions].sort().map((division) => bankHolidays(division, settings.bankHolidayLists))
}

function wholeNumber(text: string): number {
  if (/^\d{1,4}$/.test(text) && Number(text) <= 1000) return Number(text)
  throw new InvalidArgumentError('Expected a whole number from 0 to 1000.')
}
