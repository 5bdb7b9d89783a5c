import { isoOf } from '../../calendar/day.ts'
import { isError } from '../../diagnostics/diagnostic.ts'
import { type ExitCode, UsageError } from '../../diagnostics/failures.ts'
import type { Host } from '../../host/host.ts'
import { openWorkspace } from '../../workspace/workspace.ts'
import type { CliCommand } from '../kit/contract.ts'
import { type CommonOptions, withCommonOptions, writeDiagnostics } from '../kit/options.ts'
import { writeAnswer } from '../kit/write-answer.ts'
import { schemas } from '../schema/schemas.ts'
import { importActions } from './actions/import-actions.ts'
import { answerOf } from './answer.ts'
import { existingRecords } from './existing.ts'
import { prepareFiles } from './files.ts'
import { importReports } from './page.ts'
import { draftsOf } from './rows/drafts.ts'
import type { Mapping } from './rows/mapping.ts'
import { planOf } from './rows/plan.ts'
import { actionMappingFor, mappingFor, readTableFile } from './table-file.ts'
import { writeFiles } from './write-files.ts'

export type ImportOptions = CommonOptions & {
  readonly sheet?: string
  readonly mapping?: string
  readonly into?: string
  readonly keepOpen?: boolean
  readonly update?: boolean
  readonly dryRun?: boolean
}

/** `plandue import`: records, or what became of actions, from the rows of a spreadsheet. */
export const importCommand: CliCommand = (program, run) => {
  const command = program
    .command('import')
    .description('create and complete records, or say what became of actions, from a spreadsheet')
    .argument('<file>', 'a CSV or .xlsx file of at most 20,000 rows; - for CSV on standard input')
    .option('--sheet <name>', 'the sheet of an .xlsx file (default: the first shown)')
    .option('--mapping <name>', 'how columns become records: a built-in mapping, or a YAML file')
    .option('--into <folder>', 'the folder of new records (default: the folder of records)')
    .option('--keep-open', 'leave past stages open for which no submission is known')
    .option('--update', 'of actions: change what is recorded, too')
    .option('--dry-run', 'write nothing, only show what would be done')
  withCommonOptions(command, Object.keys(importReports))
    .addHelpText('after', EXAMPLES)
    .action((file: string, options: ImportOptions) =>
      run((host) => importRows(file, options, host)),
    )
}

const EXAMPLES = `
Examples:
  plandue import inspections.csv --dry-run     what would be written, row by row
  plandue import ours.csv --mapping ours.yaml  with your own mapping
  plandue import records.csv                   a file from plandue export, completed
  plandue import actions.xlsx                  what owners filled in of their actions

The chapter of the manual: plandue help import`

async function importRows(file: string, options: ImportOptions, host: Host): Promise<ExitCode> {
  const workspace = openWorkspace([], options, host)
  const { settings, today } = workspace
  const tableFile = await readTableFile(file, options.sheet, host)
  const { name, table } = tableFile
  const actions = actionMappingFor(options.mapping, table.columns, host)
  mustFit(options, actions !== undefined)
  if (actions) return importActions(tableFile, actions, options, workspace, host)
  const { mapping, missing } = mappingFor(options.mapping, table.columns, settings, host)
  const existing = await existingRecords(workspace, options.into, host)
  const titles = new Map([...settings.frameworks].map(([id, { title }]) => [id, title]))
  const drafts = draftsOf(table, mapping, isoOf(today), titles)
  const plan = planOf(drafts, withPrefix(mapping, existing.prefix), existing)
  const keepOpen = options.keepOpen ?? false
  const isDryRun = options.dryRun ?? false
  const ready = prepareFiles(plan, { mapping, existing, workspace, keepOpen }, host)
  if (!isDryRun) await writeFiles(ready.files, settings.records, host)
  // Optional for editors: no reason to fail once the records are written.
  if (!isDryRun && ready.schemaFile !== null) await host.add(ready.schemaFile, schemaText())
  await writeDiagnostics(existing.diagnostics.filter(isError), options, host)
  const about = {
    today: isoOf(today),
    name,
    sheet: table.sheet,
    mapping,
    missing,
    existing,
    isDryRun,
  }
  const answer = answerOf({ ...ready, ...about })
  await writeAnswer(importReports, answer, options, host)
  const { refused, unreadCells } = answer.summary
  return answer.complete && refused + unreadCells === 0 ? 0 : 1
}

/** Throws a UsageError for an option that would do nothing. */
function mustFit({ into, keepOpen, update }: ImportOptions, isOfActions: boolean): void {
  const idle = isOfActions
    ? [into === undefined ? '' : '--into', keepOpen ? '--keep-open' : '']
    : [update ? '--update' : '']
  const [name] = idle.filter((flag) => flag !== '')
  if (name === undefined) return
  const [meant, found] = isOfActions ? ['records', 'actions'] : ['actions', 'records']
  throw new UsageError(`${name} is for ${meant}, and this file has ${found}: leave it out`)
}

/** Puts the ids of new records below a folder. */
function withPrefix(mapping: Mapping, prefix: string): Mapping {
  const ids = mapping.ids.map((id) => (prefix === '' ? id : `${prefix}/${id}`))
  return { ...mapping, ids }
}

function schemaText(): string {
  return `${JSON.stringify(schemas.record, null, 2)}\n`
}
