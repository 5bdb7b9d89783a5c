import { Option } from 'commander'
import { isoOf } from '../../calendar/day.ts'
import { type ExitCode, UsageError } from '../../diagnostics/failures.ts'
import type { Host } from '../../host/host.ts'
import type { CliCommand } from '../kit/contract.ts'
import { dateArgument } from '../kit/options.ts'
import { addAckCommand } from './ack.ts'
import { channels } from './channels/index.ts'
import { deliver } from './deliver.ts'
import { failureLines, sentLines } from './delivery-wording.ts'
import { digestDrawer, printerFor } from './digests.ts'
import { dryRun } from './dry-run.ts'
import { type ExplainOptions, explainReminders } from './explain.ts'
import { reminderReports } from './explain-page.ts'
import { isQuietNow, messagesFrom, type RemindInputs, remindInputs } from './inputs.ts'
import { ledgerAt, ledgerPath, repair, whileLocked } from './ledger-file.ts'
import { addLogCommand } from './log.ts'
import { type RemindOptions, waitOf, withRemindOptions } from './options.ts'
import { addPruneCommand } from './prune.ts'
import { addTestCommand } from './test-channels.ts'
import { quietHoursWording } from './wording.ts'

type RunOptions = RemindOptions &
  ExplainOptions & { readonly explain?: boolean; readonly dryRun?: boolean }

/** `plandue remind`: sends each recipient what is due, each threshold once. */
export const remind: CliCommand = (program, run) => {
  const command = program
    .command('remind')
    .description('send reminders of what is due, each once; made for cron')
    .option('--dry-run', 'send and write nothing; show the messages that would be sent')
    .option(
      '--explain',
      'send and write nothing; show who would be reminded of what, and why; with --verbose, who would not',
    )
    .addOption(
      new Option('--until <date>', 'with --explain: list each day up to this one').argParser(
        dateArgument,
      ),
    )
    // Each of the commands below has common options of its own.
    .enablePositionalOptions()
  withRemindOptions(command, Object.keys(reminderReports))
    .addHelpText('after', EXAMPLES)
    .action((options: RunOptions) => run((host) => startReminding(options, host)))
  for (const add of [addLogCommand, addPruneCommand, addAckCommand, addTestCommand])
    add(command, run)
}

const EXAMPLES = `
Examples:
  plandue remind                               sends what is due; prints nothing if nothing is
  plandue remind --explain --until 2024-03-31  who is reminded of what until then, and why
  plandue remind --dry-run                     the exact messages that would be sent now
  plandue remind test --to ada@example.gov.uk  whether reminders reach her
  plandue remind ack shropshire-2023#draft --by ada@example.gov.uk`

async function startReminding(options: RunOptions, host: Host): Promise<ExitCode> {
  if (options.explain && options.dryRun) {
    throw new UsageError('use either `--explain` or `--dry-run`')
  }
  if (options.until && !options.explain) throw new UsageError('`--until` needs `--explain`')
  const inputs = await remindInputs(options, host)
  if (options.explain) return explainReminders(inputs, options, host)
  if (options.dryRun) return dryRun(inputs, options, host)
  if (!isQuietNow(inputs, options, host)) return sendReminders(inputs, options, host)
  if (options.verbose) {
    const { settings, policy } = inputs
    host.err(`It is ${host.timeOfDay(settings.timeZone)}. ${quietHoursWording(policy)}\n`)
  }
  return inputs.exitCode
}

async function sendReminders(
  inputs: RemindInputs,
  options: RunOptions,
  host: Host,
): Promise<ExitCode> {
  const { settings, today, exitCode } = inputs
  const path = ledgerPath(options, settings, host)
  const delivered = await whileLocked(path, waitOf(options), host, async () => {
    const ledger = ledgerAt(path, host)
    repair(path, ledger, host)
    const messages = messagesFrom(inputs, ledger)
    return deliver(
      messages,
      {
        ledger: path,
        asAt: isoOf(today),
        settings: { commands: settings.reminders?.commands ?? {} },
        channelOf: (id) => channels[id](),
        digestOf: await digestDrawer(inputs, options, host),
        print: printerFor(options, host),
      },
      host,
    )
  })
  for (const line of options.verbose ? sentLines(delivered) : []) host.err(`${line}\n`)
  const missed = failureLines(delivered)
  for (const line of missed) host.err(`plandue: ${line}\n`)
  return missed.length > 0 ? 3 : exitCode
}
