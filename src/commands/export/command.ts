import { isoOf } from '../../calendar/day.ts'
import { inOrder, isError } from '../../diagnostics/diagnostic.ts'
import type { ExitCode } from '../../diagnostics/failures.ts'
import type { Host } from '../../host/host.ts'
import { findRecords } from '../../records/find.ts'
import { type Filters, isMeant } from '../../workspace/filters.ts'
import { takeFromRecords } from '../../workspace/read-records.ts'
import { openWorkspace } from '../../workspace/workspace.ts'
import type { CliCommand } from '../kit/contract.ts'
import { withFilters } from '../kit/filters.ts'
import { type CommonOptions, withCommonOptions, writeDiagnostics } from '../kit/options.ts'
import { writeAnswer } from '../kit/write-answer.ts'
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
  const { today, search, basis } = openWorkspace(paths, options, host)
  const found = await findRecords(search, host)
  const { taken, diagnostics } = takeFromRecords(
    found.records,
    basis,
    host,
    ({ reading, items }) => {
      const { id, file, record } = reading
      const stages = items.filter(({ kind }) => kind === 'stage')
      return record && items.some((item) => isMeant(item, options))
        ? [{ id, file, record, stages }]
        : []
    },
  )
  const all = inOrder([...found.diagnostics, ...diagnostics])
  const complete = !all.some(isError)
  await writeDiagnostics(all.filter(isError), options, host)
  const answer = { today: isoOf(today), complete, diagnostics: all, records: taken }
  await writeAnswer(exportReports, answer, { format: 'csv', ...options }, host)
  return complete ? 0 : 1
}
