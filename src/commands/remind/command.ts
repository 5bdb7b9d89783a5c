import { Option } from 'commander'
import { isoOf } from '../../calendar/day.ts'
import { type ExitCode, UsageError } from '../../diagnostics/failures.ts'
import type { Host } from '../../host/host.ts'
import { printable } from '../../terminal/printable.ts'
import type { CliCommand } from '../kit/contract.ts'
import { dateArgument } from '../kit/options.ts'
import { addAckCommand } from './ack.ts'
import { channels } from './channels/index.ts'
import { type Delivered, deliver } from './deliver.ts'
import { digestDrawer, printerFor } from './digests.ts'
import { dryRun } from './dry-run.ts'
import { type ExplainOptions, explainReminders } from './explain.ts'
import { reminderReports } from './explain-page.ts'
import { isQuietNow, messagesFrom, type RemindInputs, remindInputs } from './inputs.ts'
import { ledgerAt, ledgerPath, repair, whileLocked } from './ledger-file.ts'
import { addLogCommand } from './log.ts'
import { type RemindOptions, waitOf, withRemindOptions } from './options.ts'
import { addPruneCommand } from './prune.ts'
import { quietHoursWording, recipientWording } from './wording.ts'

type RunOptions = RemindOptions &
  ExplainOptions & { readonly explain?: boolean; readonly dryRun?: boolean }

/** `plandue remind`: sends each recipient what is due, each threshold once. */
export const remind: CliCommand = (program, run) => {
  const command = program
    .command('remind')
    .description('send reminders of what is due, each once; made for cron')
    .option('--dry-run', 'send and write nothing; show the messages that would be sent')
    .option('--explain', 'send and write nothing; show who would be reminded of what, and why')
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
  for (const add of [addLogCommand, addPruneCommand, addAckCommand]) add(command, run)
}

const EXAMPLES = `
Examples:
  plandue remind                               sends what is due; prints nothing if nothing is
  plandue remind --explain --until 2024-03-31  who is reminded of what until then, and why
  plandue remind --dry-run                     the exact messages that would be sent now
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
  for (const one of delivered) reportDelivered(one, options, host)
  if (delivered.some(({ failure }) => failure)) return 3
  return exitCode
}

function reportDelivered(
  { message, failure }: Delivered,
  { verbose }: RunOptions,
  host: Host,
): void {
  const who = printable(recipientWording(message.recipient))
  if (failure) {
    const next = failure.isLasting ? 'fix this before the next run' : 'the next run tries again'
    host.err(`plandue: not delivered: ${who}: ${printable(failure.why)}; ${next}\n`)
  } else if (verbose) {
    host.err(
      `Sent to ${who}: ${message.reminders.map(({ item }) => printable(item.id)).join(', ')}\n`,
    )
  }
}
