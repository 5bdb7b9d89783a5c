import { isoOf } from '../../calendar/day.ts'
import { isError } from '../../diagnostics/diagnostic.ts'
import { type ExitCode, WorkError } from '../../diagnostics/failures.ts'
import { why } from '../../diagnostics/problem.ts'
import type { Host } from '../../host/host.ts'
import { openWorkspace } from '../../workspace/workspace.ts'
import type { CliCommand } from '../kit/contract.ts'
import { type CommonOptions, withCommonOptions, writeDiagnostics } from '../kit/options.ts'
import { writeAnswer } from '../kit/write-answer.ts'
import { schemas } from '../schema/schemas.ts'
import { answerOf } from './answer.ts'
import { existingRecords } from './existing.ts'
import { type Prepared, prepared } from './files.ts'
import { importReports } from './report.ts'
import { draftsOf } from './rows/drafts.ts'
import type { Mapping } from './rows/mapping.ts'
import { planOf } from './rows/plan.ts'
import { mappingFor, readTableFile } from './table-file.ts'

export type ImportOptions = CommonOptions & {
  readonly mapping?: string
  readonly into?: string
  readonly keepOpen?: boolean
  readonly dryRun?: boolean
}

/** `plandue import`: makes records of the rows of a CSV file, and fills what records lack. */
export const importCommand: CliCommand = (program, run) => {
  const command = program
    .command('import')
    .description('bring the rows of a CSV file into records')
    .argument('<file>', 'the CSV file; - reads standard input')
    .option('--mapping <name>', 'how its columns become records: a shipped mapping, or a YAML file')
    .option('--into <folder>', 'where new records go, if not at the top of the folder of records')
    .option('--keep-open', 'leave stages open whose due day is past and of which nothing is known')
    .option('--dry-run', 'write nothing, only tell what would be done')
  withCommonOptions(command, Object.keys(importReports))
    .addHelpText('after', EXAMPLES)
    .action((file: string, options: ImportOptions) =>
      run((host) => importRows(file, options, host)),
    )
}

const EXAMPLES = `
Examples:
  plandue import inspections.csv --dry-run     what would be written, row by row
  plandue import ours.csv --mapping ours.yaml  by a mapping of your own
  plandue import records.csv                   what plandue export wrote, filled in`

async function importRows(file: string, options: ImportOptions, host: Host): Promise<ExitCode> {
  const workspace = openWorkspace([], options, host)
  const { settings, today } = workspace
  const { name, table } = await readTableFile(file, host)
  const { mapping, missing } = mappingFor(options.mapping, table.columns, settings, host)
  const existing = await existingRecords(workspace, options.into, host)
  const titles = new Map([...settings.frameworks].map(([id, { title }]) => [id, title]))
  const drafts = draftsOf(table, mapping, isoOf(today), titles)
  const plan = planOf(drafts, withPrefix(mapping, existing.prefix), existing)
  const keepOpen = options.keepOpen ?? false
  const isDryRun = options.dryRun ?? false
  const ready = prepared(plan, { mapping, existing, workspace, keepOpen }, host)
  if (!isDryRun) await writeAll(ready, host)
  await writeDiagnostics(existing.diagnostics.filter(isError), options, host)
  const about = { today: isoOf(today), name, mapping, missing, existing, isDryRun }
  const answer = answerOf({ ...ready, ...about })
  await writeAnswer(importReports, answer, options, host)
  return answer.complete && answer.summary.refused === 0 ? 0 : 1
}

/** A mapping whose new ids begin with a folder. */
function withPrefix(mapping: Mapping, prefix: string): Mapping {
  const ids = mapping.ids.map((id) => (prefix === '' ? id : `${prefix}/${id}`))
  return { ...mapping, ids }
}

/** Writes each file; one that is there was not when the run began, and is left alone. */
async function writeAll({ files, schemaFile }: Prepared, host: Host): Promise<void> {
  for (const [index, { file, text, isNew }] of files.entries()) {
    const { problem } = await (isNew ? host.add(file, text) : host.write(file, text))
    if (!problem) continue
    const done = index === 0 ? 'nothing was written' : `${index} of ${files.length} were written`
    throw new WorkError(`\`${file}\` cannot be written: ${why(problem)}; ${done}`)
  }
  // Editors can do without it: it is no reason to fail once the records are written.
  if (schemaFile !== null) await host.add(schemaFile, schemaText())
}

function schemaText(): string {
  return `${JSON.stringify(schemas.record, null, 2)}\n`
}
