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
import { exportReports } from './page.ts'

type ExportOptions = CommonOptions & Filters

/** `plandue export`: the records as rows for a spreadsheet, which `import` reads again. */
export const exportCommand: CliCommand = (program, run) => {
  const command = program
    .command('export')
    .description('write the records as rows of a CSV file')
    .argument('[paths...]', 'records, folders or patterns; all of them if left out')
  withCommonOptions(withFilters(command), Object.keys(exportReports))
    .addHelpText('after', EXAMPLES)
    .action((paths: string[], options: ExportOptions) =>
      run((host) => exportRecords(paths, options, host)),
    )
}

const EXAMPLES = `
The format is csv, if no other is given.

Examples:
  plandue export -o records.csv                one row for each record
  plandue export --framework sif -q            only the columns that import reads
  plandue import records.csv                   what was filled in since`

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
  return answerFromRecords(exportReports, answer, { format: 'csv', ...options }, host, shown)
}

/** What of an item filters choose by, so that no more of it is held. */
function chosenBy({ record, authority, framework, owner, stage, kind, background }: Item): Chosen {
  const { areas } = background
  return { record, authority, framework, owner, stage, kind, background: { areas } }
}
