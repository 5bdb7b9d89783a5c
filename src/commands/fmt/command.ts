import { isoOf } from '../../calendar/day.ts'
import { type Diagnostic, isError } from '../../diagnostics/diagnostic.ts'
import type { ExitCode } from '../../diagnostics/failures.ts'
import { diagnoseProblem } from '../../diagnostics/problem.ts'
import type { Host } from '../../host/host.ts'
import { pathFrom } from '../../host/paths.ts'
import type { StagesOf } from '../../records/consistency.ts'
import { findRecords } from '../../records/find.ts'
import { formattedRecord } from '../../records/formatted-record.ts'
import type { RecordFile } from '../../records/read-record.ts'
import { MAX_BYTES } from '../../workspace/read-records.ts'
import { lockedFolder, whileRecordsLocked } from '../../workspace/records-lock.ts'
import { replaceFile } from '../../workspace/replace-file.ts'
import { openWorkspace } from '../../workspace/workspace.ts'
import type { CliCommand } from '../kit/contract.ts'
import { type CommonOptions, withCommonOptions, writeDiagnostics } from '../kit/options.ts'
import { writeAnswer } from '../kit/write-answer.ts'
import { changedIn, type FmtAnswer, type FmtFile, fmtReports } from './page.ts'

type FmtOptions = CommonOptions & { readonly check?: boolean; readonly dryRun?: boolean }

/** `plandue fmt`: records in their usual form, with all that they say and all their comments. */
export const fmt: CliCommand = (program, run) => {
  const command = program
    .command('fmt')
    .description('put records into their usual form')
    .argument('[paths...]', 'records, folders or patterns')
    .option('--check', 'change nothing; exit with 1 if a record is not in its usual form')
    .option('--dry-run', 'write nothing, only show the changes as unified diffs')
  withCommonOptions(command, Object.keys(fmtReports))
    .addHelpText('after', EXAMPLES)
    .action((paths: string[], options: FmtOptions) =>
      run((host) => formatRecords(paths, options, host)),
    )
}

const EXAMPLES = `
Examples:
  plandue fmt                                  the records under plans/
  plandue fmt plans/shropshire-2023.yaml --dry-run
  plandue fmt --check                          for a job that wants all records alike

Keys come in the order of the schema, your own ones last, and dates without
quotes. A comment moves with the key on its line, or below it.
A record that cannot be changed without risk is left as it is, with the reason,
and the exit code is 1.`

async function formatRecords(
  paths: readonly string[],
  options: FmtOptions,
  host: Host,
): Promise<ExitCode> {
  const { search, stagesOf, today, settings } = openWorkspace(paths, options, host)
  const found = await findRecords(search, host)
  const results = found.records.map((record) =>
    formatOne(record, { stagesOf, root: settings.root }, host),
  )
  const files = results.flatMap(({ file }) => file ?? [])
  const changed = options.check || options.dryRun ? [] : changedIn(files)
  for (const { file, path: _, ...texts } of changed) {
    await whileRecordsLocked(lockedFolder(file, search.folder), host, () =>
      replaceFile(file, texts, host),
    )
  }
  const diagnostics = [...found.diagnostics, ...results.flatMap((result) => result.diagnostics)]
  await writeDiagnostics(diagnostics, options, host)
  const answer: FmtAnswer = {
    today: isoOf(today),
    outcome: options.dryRun ? 'dryRun' : options.check ? 'checked' : 'written',
    files,
    left: results.flatMap(({ left }) => left ?? []),
    complete: !diagnostics.some(isError),
    diagnostics,
  }
  await writeAnswer(fmtReports, answer, options, host)
  const isDone = !options.check || changedIn(files).length === 0
  return isDone && answer.complete && answer.left.length === 0 ? 0 : 1
}

type Result = {
  readonly file?: FmtFile
  readonly left?: FmtAnswer['left'][number]
  readonly diagnostics: readonly Diagnostic[]
}

function formatOne(
  record: RecordFile,
  { stagesOf, root }: { readonly stagesOf: StagesOf; readonly root: string },
  host: Pick<Host, 'read' | 'cwd'>,
): Result {
  const { file } = record
  const content = host.read(file, MAX_BYTES)
  if ('problem' in content) return { diagnostics: [diagnoseProblem(file, content.problem)] }
  const edited = formattedRecord(content.text, record, stagesOf)
  if ('diagnostics' in edited) return { diagnostics: edited.diagnostics }
  if ('text' in edited) {
    const path = pathFrom(root, file, host.cwd)
    return { file: { file, path, before: content.text, after: edited.text }, diagnostics: [] }
  }
  const { because, place } = edited.obstacle
  return { left: { file, line: place.line, because }, diagnostics: [] }
}
