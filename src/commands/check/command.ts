import { Option } from 'commander'
import { exitCodeOf, failsRun } from '../../assessment/assessment.ts'
import { FAIL_ON, type FailOn } from '../../assessment/failing.ts'
import { isListed, type StatusFilter } from '../../assessment/filters.ts'
import type { Item } from '../../assessment/item.ts'
import type { IsoDate } from '../../calendar/day.ts'
import { type ExitCode, UsageError } from '../../diagnostics/failures.ts'
import type { Host } from '../../host/host.ts'
import { pathFrom } from '../../host/paths.ts'
import { formats } from '../../reports/index.ts'
import { recordLink } from '../../reports/record-link.ts'
import type { BusiestDay } from '../../reports/report.ts'
import { version } from '../../version.ts'
import { type AssessOptions, assessWorkspace } from '../../workspace/assess-workspace.ts'
import { typedFilters } from '../../workspace/filters.ts'
import type { HeartbeatOption } from '../../workspace/heartbeat.ts'
import { openWorkspace } from '../../workspace/workspace.ts'
import type { CliCommand } from '../kit/contract.ts'
import { isFormatGiven } from '../kit/file-endings.ts'
import { withFilters, withStatusFilter } from '../kit/filters.ts'
import {
  type CommonOptions,
  dateArgument,
  painterFor,
  wholeNumberFrom,
  widthFor,
  withCommonOptions,
  writeDiagnostics,
  writeNoteCount,
} from '../kit/options.ts'
import { reportToGitHubActions } from './github-actions.ts'
import { listedItems } from './listed.ts'
import {
  calendarBeside,
  formatsHelp,
  type Output,
  outputsFor,
  severalFormats,
  writeOutputs,
} from './outputs.ts'

type CheckOptions = Omit<CommonOptions, 'format'> &
  AssessOptions &
  StatusFilter &
  HeartbeatOption & {
    readonly all?: boolean
    readonly people?: boolean
    readonly failOn: FailOn
    readonly format?: readonly Output[]
    /** Whether nobody chose a format, so that a run on GitHub Actions has what people look for there. */
    readonly isUsual: boolean
    readonly asKnownOn?: IsoDate
  }

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
      ).argParser(wholeNumberFrom(0)),
    )
    .option('--all', 'list finished items too')
    .option('--people', 'html, ics: with owners, and what people wrote')
    .option('--base <commit>', 'fail only for what the change since this commit brings in')
    .addOption(
      new Option(
        '--as-known-on <date>',
        'the records and the configuration as git had them at the end of this day',
      ).argParser(dateArgument),
    )
    .option('--heartbeat [file]', 'note that this run did its work: see plandue doctor')
  withCommonOptions(withFilters(withStatusFilter(command)), severalFormats())
    .addHelpText('after', formatsHelp() + EXAMPLES)
    .action((paths: string[], options: CheckOptions) =>
      run((host) => checkKnown(paths, { ...options, isUsual: !isFormatGiven(command) }, host)),
    )
}

const EXAMPLES = `
Examples:
  plandue check                                the records under plans/
  plandue check plans --today 2024-02-05       as at another day
  plandue check --fail-on at-risk -f json      for a job that warns early
  plandue check --base origin/main             only what a pull request does
  plandue check --as-known-on 2024-02-05       what we believed on that day
  plandue check -f table -f sarif=out.sarif    several formats at once
  plandue check --owner "Head of Service" -q   only what one person must see to`

/** What was known at the end of a day is judged by that day, unless another one is asked for. */
async function checkKnown(paths: string[], options: CheckOptions, host: Host): Promise<ExitCode> {
  const { asKnownOn, base } = options
  if (asKnownOn === undefined) return checkRecords(paths, options, host)
  if (base !== undefined) {
    throw new UsageError('--as-known-on and --base both say what to look at: leave one out')
  }
  const { hostKnownOn, sayCommit } = await import('../../workspace/known-on.ts')
  const { host: then, commit } = await hostKnownOn(asKnownOn, paths, options, host)
  if (!options.quiet) sayCommit(commit, asKnownOn, host)
  return checkRecords(paths, { today: asKnownOn, ...options }, then)
}

async function checkRecords(
  paths: string[],
  { format, ...options }: CheckOptions,
  host: Host,
): Promise<ExitCode> {
  const outputs = outputsFor(format, options, host)
  const { assessment: all, settings } = await assessWorkspace(paths, options, host)
  const assessment = { ...all, items: all.items.filter((item) => isListed(item, options)) }
  await writeDiagnostics(assessment.diagnostics, options, host)
  const mustList = listedItems(paths, options, all, host.cwd)
  const isForPeople = outputs.some(({ format }) => format === 'table' || format === 'plain')
  const filters = typedFilters(options)
  const isWhole = paths.length === 0 && filters.length === 0 && all.complete
  const isIdle = isForPeople && isWhole && all.recordsOpen === 0 && !options.quiet
  const busiest = isIdle ? await busiestIn(options, host) : undefined
  const link = settings.reminders?.link ?? null
  const resultOf = async (output: Output) => {
    const report = await formats[output.format].load()
    const place = { ...options, ...(output.file === undefined ? {} : { output: output.file }) }
    return report(assessment, {
      paint: await painterFor(host.outScreen, place, host),
      width: widthFor(place, host),
      failOn: options.failOn,
      isFailing: (item) => failsRun(item, all, options.failOn),
      quiet: options.quiet ?? false,
      verbose: options.verbose ?? false,
      all: options.all ?? false,
      isListed: mustList,
      busiest,
      filters,
      version,
      documentOf: (id) => settings.frameworks.get(id)?.document ?? 'report',
      titleOf: (id) => settings.frameworks.get(id)?.title ?? id,
      people: options.people ?? false,
      calendar: calendarBeside(output, outputs),
      linkOf: (item) => link && recordLink(item, link),
      touches: () => touchesOf(all.items, host),
      pathInRepository: (file) => pathFrom(settings.root, file, host.cwd),
    })
  }
  await writeOutputs(outputs, resultOf, host)
  // After the report, whose first lines are the urgent ones.
  writeNoteCount(assessment.diagnostics, options, host)
  if (options.isUsual) await reportToGitHubActions(resultOf, host)
  const exitCode = exitCodeOf(all, options.failOn)
  if (options.heartbeat !== undefined) {
    const { keepHeartbeat } = await import('../../workspace/heartbeat.ts')
    const { records, items } = all.summary
    await keepHeartbeat(options, { today: all.today, exitCode, records, items }, settings, host)
  }
  return exitCode
}

/** What git knows of the records' files; it takes time, so it is asked only for a format that needs it. */
async function touchesOf(items: readonly Item[], host: Host) {
  const { recordTouches } = await import('../../workspace/record-touches.ts')
  return recordTouches(
    items.map(({ file }) => file),
    host,
  )
}

/** The day to look at where nothing is open; it is worth reading the records again. */
async function busiestIn(options: CheckOptions, host: Host): Promise<BusiestDay> {
  const { busiestDay } = await import('../../workspace/busiest-day.ts')
  return busiestDay(openWorkspace([], options, host), host)
}
