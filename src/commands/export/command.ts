import { Option } from 'commander'
import { activeFilters, type Chosen, type Filters, isMeant } from '../../assessment/filters.ts'
import type { Item } from '../../assessment/item.ts'
import { isoOf } from '../../calendar/day.ts'
import { isError } from '../../diagnostics/diagnostic.ts'
import type { ExitCode } from '../../diagnostics/failures.ts'
import type { Host } from '../../host/host.ts'
import { checkNames, chosenPaths, mustMeanSome } from '../../workspace/filters.ts'
import { takeFromWorkspace } from '../../workspace/take-from-records.ts'
import { openWorkspace } from '../../workspace/workspace.ts'
import type { CliCommand } from '../kit/contract.ts'
import { withFilters } from '../kit/filters.ts'
import { type CommonOptions, withCommonOptions } from '../kit/options.ts'
import { answerFromRecords } from '../kit/write-answer.ts'
import { actionReports, actionsOf } from './actions.ts'
import { leftOutOfActions, leftOutOfRecords } from './left-out.ts'
import { exportReports } from './page.ts'

type ExportOptions = CommonOptions & Filters & { readonly actions?: boolean }

/** `plandue export`: the records as rows for a spreadsheet, which `import` reads again. */
export const exportCommand: CliCommand = (program, run) => {
  const command = program
    .command('export')
    .description('write the records, or their actions, as rows of a spreadsheet')
    .argument('[paths...]', 'records, folders or patterns; all of them if left out')
    .option('--actions', 'one row for each action, which its owner can fill in')
  const format = new Option('-f, --format <format>', 'output format (default: csv)').choices(
    Object.keys(exportReports),
  )
  withCommonOptions(withFilters(command), format)
    .setOptionValueWithSource('format', 'csv', 'default')
    .addHelpText('after', EXAMPLES)
    .action((paths: string[], options: ExportOptions) =>
      run((host) => exportRows(paths, options, host)),
    )
}

const EXAMPLES = `
Examples:
  plandue export -o records.csv                one row for each record
  plandue export --framework sif -q            only the columns that import reads
  plandue export --actions -o actions.xlsx     one row for each action
  plandue export --actions --owner "QA lead" -o qa.xlsx
  plandue import actions.xlsx                  what was filled in since`

function exportRows(
  paths: readonly string[],
  options: ExportOptions,
  host: Host,
): Promise<ExitCode> {
  return options.actions ? exportActions(paths, options, host) : exportRecords(paths, options, host)
}

async function exportActions(
  paths: readonly string[],
  options: ExportOptions,
  host: Host,
): Promise<ExitCode> {
  const workspace = openWorkspace(paths, options, host)
  checkNames(options, workspace.settings)
  const { taken, diagnostics } = await takeFromWorkspace(workspace, host, ({ reading, items }) =>
    reading.record ? actionsOf(reading.record, items) : [],
  )
  const items = taken.map(({ item }) => item)
  if (items.length > 0) mustMeanSome(items, options, diagnostics)
  const answer = {
    today: isoOf(workspace.today),
    filters: activeFilters(options, chosenPaths(workspace)),
    diagnostics,
    actions: taken.filter(({ item }) => isMeant(item, options)),
  }
  sayLeftOut(leftOutOfActions(answer.actions), options, host)
  return answerFromRecords(actionReports, answer, options, host, diagnostics.filter(isError))
}

async function exportRecords(
  paths: readonly string[],
  options: ExportOptions,
  host: Host,
): Promise<ExitCode> {
  const workspace = openWorkspace(paths, options, host)
  checkNames(options, workspace.settings)
  const { taken, diagnostics } = await takeFromWorkspace(workspace, host, ({ reading, items }) => {
    const { id, file, record } = reading
    const stages = items.filter(({ kind }) => kind === 'stage')
    const isWanted = record && items.some((item) => isMeant(item, options))
    return [{ chosen: items.map(chosenBy), record: isWanted ? { id, file, record, stages } : null }]
  })
  const chosen = taken.flatMap((one) => one.chosen)
  mustMeanSome(chosen, options, diagnostics)
  const answer = {
    today: isoOf(workspace.today),
    filters: activeFilters(options, chosenPaths(workspace)),
    diagnostics,
    records: taken.flatMap(({ record }) => record ?? []),
  }
  const shown = diagnostics.filter(isError)
  const records = answer.records.map(({ record }) => record)
  sayLeftOut(leftOutOfRecords(records), options, host)
  return answerFromRecords(exportReports, answer, options, host, shown)
}

/** On standard error, since no row may be anything but a row. */
function sayLeftOut(words: string | undefined, options: ExportOptions, host: Host): void {
  const { format = '', quiet } = options
  if (words !== undefined && !quiet && ['csv', 'xlsx'].includes(format)) host.err(`${words}\n`)
}

/** What of an item filters choose by, so that no more of it is held. */
function chosenBy({ record, authority, framework, owner, stage, kind, background }: Item): Chosen {
  const { areas } = background
  return { record, authority, framework, owner, stage, kind, background: { areas } }
}
