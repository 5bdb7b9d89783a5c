import { type Command, Option } from 'commander'
import type { IsoDate } from '../../calendar/day.ts'
import { loadSettings } from '../../config/settings.ts'
import type { ExitCode } from '../../diagnostics/failures.ts'
import type { Host } from '../../host/host.ts'
import type { Run } from '../kit/contract.ts'
import { type CommonOptions, dateArgument } from '../kit/options.ts'
import { writeAnswer } from '../kit/write-answer.ts'
import { type LedgerOptions, ledgerAt, ledgerEntries, ledgerPath } from './ledger-file.ts'
import { logReports } from './log-page.ts'
import { withLedgerOptions, withThoseBefore } from './options.ts'
import type { Ack } from './planning/ledger.ts'
import { type Delivery, deliveries } from './planning/memory.ts'

type LogOptions = CommonOptions &
  LedgerOptions & {
    readonly item?: string
    readonly to?: string
    readonly since?: IsoDate
  }

export function addLogCommand(parent: Command, run: Run): void {
  const command = parent
    .command('log')
    .description('list the reminders sent: to whom, of what and when')
    .option('--item <text>', 'only items whose id has this text')
    .option('--to <text>', 'only recipients whose name has this text')
    .addOption(
      new Option('--since <date>', 'only reminders for this day and later').argParser(dateArgument),
    )
  withLedgerOptions(command, Object.keys(logReports))
    .addHelpText('after', EXAMPLES)
    .action((options: LogOptions) =>
      run((host) => printLog(withThoseBefore(parent, options), host)),
    )
}

const EXAMPLES = `
Examples:
  plandue remind log --item shropshire-2023 --since 2024-01-01
  plandue remind log --to ada@example.gov.uk --quiet   what could not be delivered to her`

async function printLog(options: LogOptions, host: Host): Promise<ExitCode> {
  const path = ledgerPath(options, loadSettings(options.config, host), host)
  const ledger = ledgerAt(path, host)
  const entries = ledgerEntries(ledger)
  const complete = ledger.damaged.length === 0
  const answer = {
    complete,
    deliveries: deliveries(entries).flatMap((delivery) => wanted(delivery, options)),
    acks: entries
      .flatMap((entry) => (entry.kind === 'ack' ? [entry] : []))
      .filter((ack) => isWanted(ack, options)),
  }
  await writeAnswer(logReports, answer, options, host)
  return complete ? 0 : 1
}

/** A delivery with only the selected items; empty if none is selected. */
function wanted(delivery: Delivery, { item = '', to = '', since, today }: LogOptions): Delivery[] {
  const { intent } = delivery
  const items = intent.items.filter((one) => one.item.includes(item))
  const isMeant = intent.to.includes(to) && isBetween(intent.asAt, since, today)
  return isMeant && items.length > 0 ? [{ ...delivery, intent: { ...intent, items } }] : []
}

function isWanted(ack: Ack, { item = '', to = '', since, today }: LogOptions): boolean {
  return ack.item.includes(item) && ack.by.includes(to) && isBetween(ack.asAt, since, today)
}

/** Entries for a day after the day of the report have not happened yet. */
function isBetween(date: IsoDate, since: IsoDate | undefined, today: IsoDate | undefined): boolean {
  return (since === undefined || date >= since) && (today === undefined || date <= today)
}
