import { isoOf } from '../../calendar/day.ts'
import { isError } from '../../diagnostics/diagnostic.ts'
import { type ExitCode, WorkError } from '../../diagnostics/failures.ts'
import { why } from '../../diagnostics/problem.ts'
import type { Host } from '../../host/host.ts'
import { whileRecordsLocked } from '../../workspace/records-lock.ts'
import { replaceFile } from '../../workspace/replace-file.ts'
import { openWorkspace } from '../../workspace/workspace.ts'
import type { CliCommand } from '../kit/contract.ts'
import { type CommonOptions, withCommonOptions, writeDiagnostics } from '../kit/options.ts'
import { writeAnswer } from '../kit/write-answer.ts'
import { schemas } from '../schema/schemas.ts'
import { answerOf } from './answer.ts'
import { existingRecords } from './existing.ts'
import { type ImportFile, type Prepared, prepareFiles } from './files.ts'
import { importReports } from './page.ts'
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

/** `plandue import`: creates records from the rows of a CSV file, and fills gaps in existing ones. */
export const importCommand: CliCommand = (program, run) => {
  const command = program
    .command('import')
    .description('create and complete records from the rows of a CSV file')
    .argument('<file>', 'the CSV file, of at most 20,000 rows; - for standard input')
    .option('--mapping <name>', 'how columns become records: a built-in mapping, or a YAML file')
    .option('--into <folder>', 'the folder of new records (default: the folder of records)')
    .option('--keep-open', 'leave past stages open for which no submission is known')
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

The chapter of the manual: plandue help import`

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
  const ready = prepareFiles(plan, { mapping, existing, workspace, keepOpen }, host)
  if (!isDryRun && ready.files.length > 0) {
    await whileRecordsLocked(settings.records, host, () => writeAll(ready, host))
  }
  await writeDiagnostics(existing.diagnostics.filter(isError), options, host)
  const about = { today: isoOf(today), name, mapping, missing, existing, isDryRun }
  const answer = answerOf({ ...ready, ...about })
  await writeAnswer(importReports, answer, options, host)
  const { refused, unreadCells } = answer.summary
  return answer.complete && refused + unreadCells === 0 ? 0 : 1
}

/** Puts the ids of new records below a folder. */
function withPrefix(mapping: Mapping, prefix: string): Mapping {
  const ids = mapping.ids.map((id) => (prefix === '' ? id : `${prefix}/${id}`))
  return { ...mapping, ids }
}

/** Throws a WorkError at the first failure; new records never overwrite a file. */
async function writeAll({ files, schemaFile }: Prepared, host: Host): Promise<void> {
  for (const [index, file] of files.entries()) {
    host.progress(index, files.length)
    const obstacle = await whyNotWritten(file, host)
    if (obstacle === undefined) continue
    host.progress(files.length, files.length)
    const done = index === 0 ? 'nothing was written' : `${index} of ${files.length} were written`
    throw new WorkError(`${obstacle}; ${done}`)
  }
  if (files.length > 0) host.progress(files.length, files.length)
  // Optional for editors: no reason to fail once the records are written.
  if (schemaFile !== null) await host.add(schemaFile, schemaText())
}

async function whyNotWritten(
  { file, text, before }: ImportFile,
  host: Host,
): Promise<string | undefined> {
  if (before === null) {
    const { problem } = await host.add(file, text)
    return problem && `\`${file}\` cannot be written: ${why(problem)}`
  }
  try {
    await replaceFile(file, { before, after: text }, host)
    return undefined
  } catch (failure) {
    if (failure instanceof WorkError) return failure.message
    throw failure
  }
}

function schemaText(): string {
  return `${JSON.stringify(schemas.record, null, 2)}\n`
}
