import { isoOf } from '../../calendar/day.ts'
import { inOrder } from '../../diagnostics/diagnostic.ts'
import { type ExitCode, UsageError } from '../../diagnostics/failures.ts'
import type { Host } from '../../host/host.ts'
import { recordHistory } from '../../workspace/record-history.ts'
import { takeFrom } from '../../workspace/take-from-records.ts'
import { targetOf, uniqueOf } from '../../workspace/targets.ts'
import { openWorkspace } from '../../workspace/workspace.ts'
import type { CliCommand } from '../kit/contract.ts'
import { type CommonOptions, withCommonOptions } from '../kit/options.ts'
import { answerFromRecords } from '../kit/write-answer.ts'
import { historiesOf } from './changes.ts'
import { historyReports } from './page.ts'

/** `plandue history`: when an item moved, and in which commit. */
export const history: CliCommand = (program, run) => {
  const command = program
    .command('history')
    .description('show when the due date, owner and status of an item moved, and in which commit')
    .argument('<item>', 'an item, or a record for all of its items; the start of an id will do')
  withCommonOptions(command, Object.keys(historyReports))
    .addHelpText('after', EXAMPLES)
    .action((item: string, options: CommonOptions) =>
      run((host) => reportHistory(item, options, host)),
    )
}

const EXAMPLES = `
Each commit of the main line that changed the record or the configuration is
assessed as at its own day. A status that only time moves shows at the next of
them, and as it is now at the end. Authors are named with --verbose.

Examples:
  plandue history exampleshire-2024#A1            one action, or #final for a stage
  plandue history exampleshire-2024 -v            all of a record, with the authors
  plandue history exampleshire-2024#A1 -f json    for programs`

async function reportHistory(what: string, options: CommonOptions, host: Host): Promise<ExitCode> {
  const workspace = openWorkspace([], options, host)
  const target = await targetOf(what, workspace, host)
  if ('date' in target) throw new UsageError(`\`${what}\` is a date: name an item`)
  const { record, item } = target
  const { diagnostics } = takeFrom([record], workspace, host, () => [])
  const versions = await recordHistory(record.file, workspace, host)
  const all = historiesOf(versions)
  const part =
    item &&
    uniqueOf(
      item,
      all.map((one) => one.part),
      'item',
    )
  const answer = {
    today: isoOf(workspace.today),
    histories: all.filter((one) => part === undefined || one.part === part),
    unreadable: versions.filter(({ oid, isComplete }) => oid !== null && !isComplete).length,
    diagnostics: inOrder(diagnostics),
    withAuthors: options.verbose ?? false,
  }
  return answerFromRecords(historyReports, answer, options, host)
}
