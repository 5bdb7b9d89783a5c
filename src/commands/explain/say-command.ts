import { isoOf } from '../../calendar/day.ts'
import { type ExitCode, UsageError } from '../../diagnostics/failures.ts'
import type { Host } from '../../host/host.ts'
import { targetOf } from '../../workspace/targets.ts'
import { openWorkspace } from '../../workspace/workspace.ts'
import type { CliCommand } from '../kit/contract.ts'
import { type CommonOptions, withCommonOptions } from '../kit/options.ts'
import { answerFromRecords } from '../kit/write-answer.ts'
import { explainedRecord } from './command.ts'
import { sayReports } from './say-page.ts'

/** `plandue say`: a paragraph on an item, for a letter or a committee paper. */
export const say: CliCommand = (program, run) => {
  const command = program
    .command('say')
    .description('put an item into a paragraph for a letter or a committee paper')
    .argument('<item>', 'an item, or a record for each of its items; the start of an id will do')
  withCommonOptions(command, Object.keys(sayReports))
    .addHelpText('after', EXAMPLES)
    .action((what: string, options: CommonOptions) => run((host) => sayItem(what, options, host)))
}

const EXAMPLES = `
Examples:
  plandue say shropshire-2023#final            wrapped on a terminal, one line in a pipe
  plandue say shropshire-2023#draft -q         the first sentence only`

async function sayItem(what: string, options: CommonOptions, host: Host): Promise<ExitCode> {
  const workspace = openWorkspace([], options, host)
  const target = await targetOf(what, workspace, host)
  if ('date' in target) throw new UsageError('name an item or a record; `explain` takes a date')
  const { explanations, diagnostics } = explainedRecord(target, workspace, host)
  const answer = { today: isoOf(workspace.today), diagnostics, explanations }
  return answerFromRecords(sayReports, answer, options, host)
}
