import { type Command, Option } from 'commander'
import { addDays, type IsoDate, isoOf } from '../../calendar/day.ts'
import { longDate } from '../../calendar/format-date.ts'
import { type ExitCode, UsageError } from '../../diagnostics/failures.ts'
import { listed } from '../../diagnostics/suggest.ts'
import type { Host } from '../../host/host.ts'
import { uniqueOf } from '../../workspace/targets.ts'
import type { Run } from '../kit/contract.ts'
import { dateArgument } from '../kit/options.ts'
import { writeAnswer } from '../kit/write-answer.ts'
import { ackReports } from './ack-page.ts'
import { type RemindInputs, remindInputs } from './inputs.ts'
import { addTo, ledgerAt, ledgerPath, repair, whileLocked } from './ledger-file.ts'
import { type RemindOptions, waitOf, withRemindOptions, withThoseBefore } from './options.ts'
import type { Ack } from './planning/ledger.ts'
import { isToBeDone, lastDayFor, type OpenItem } from './planning/plan.ts'
import { recipientsNamed } from './recipients.ts'

type AckOptions = RemindOptions & { readonly by: string; readonly until?: IsoDate }

/** Working days for which an acknowledgement of a due or overdue item holds. */
const USUAL_DAYS = 5

export function addAckCommand(parent: Command, run: Run): void {
  const command = parent
    .command('ack')
    .description('acknowledge an item: no reminders of it for a while')
    .argument('<item>', 'its id, or an unambiguous part of it')
    .requiredOption('--by <who>', 'the recipient, as named in the configuration')
    .addOption(
      new Option(
        '--until <date>',
        'the last day without reminders (default: the day before it is due, else five working days from today)',
      ).argParser(dateArgument),
    )
  withRemindOptions(command, Object.keys(ackReports))
    .addHelpText('after', EXAMPLES)
    .action((id: string, options: AckOptions) =>
      run((host) => acknowledge(id, withThoseBefore(parent, options), host)),
    )
}

const EXAMPLES = `
Examples:
  plandue remind ack shropshire-2023#draft --by ada@example.gov.uk
  plandue remind ack shropshire-2023#draft --by ada@example.gov.uk --until 2024-02-07`

async function acknowledge(id: string, options: AckOptions, host: Host): Promise<ExitCode> {
  const inputs = await remindInputs(options, host)
  const path = ledgerPath(options, inputs.settings, host)
  const item = openItem(id, inputs)
  const ack = ackBy(options, item, inputs, host)
  await whileLocked(path, waitOf(options), host, async () => {
    const ledger = ledgerAt(path, host)
    repair(path, ledger, host)
    addTo(path, [ack], host)
  })
  await writeAnswer(ackReports, { complete: inputs.complete, item, ack }, options, host)
  return inputs.exitCode
}

function ackBy({ by, until }: AckOptions, item: OpenItem, inputs: RemindInputs, host: Host): Ack {
  recipientsNamed(by, inputs.policy)
  const asAt = isoOf(inputs.today)
  if (until !== undefined && until < asAt) {
    throw new UsageError(`\`--until ${until}\` is before the day of the report, ${longDate(asAt)}`)
  }
  const { id, due } = item
  const last = until ?? usualEnd(item, inputs)
  return { kind: 'ack', at: host.now(), asAt, item: id, due, by, until: last }
}

/** Without `--until`, the reminder on the due day (before it, if that is a closed day) still goes. */
function usualEnd(item: OpenItem, { today, daysOf, policy, settings }: RemindInputs): IsoDate {
  const { closures } = settings
  const dayBefore = addDays(lastDayFor(item, { daysOf, policy, closures }), -1)
  return isoOf(dayBefore >= today ? dayBefore : daysOf(item).add(today, USUAL_DAYS))
}

function openItem(word: string, inputs: RemindInputs): OpenItem {
  const { items } = inputs
  const id = idOf(word, inputs)
  const item = items.find((one) => one.id === id)
  if (item && isToBeDone(item)) return item
  throw new UsageError(`no reminders are sent of \`${id}\`: it is not open`)
}

/** The only id that begins with a word; else of the only item that has this name in its record. */
function idOf(word: string, { items, complete }: RemindInputs): string {
  const ids = items.map(({ id }) => id)
  const named = ids.filter((id) => id.toLowerCase().endsWith(`#${word.toLowerCase()}`))
  const [only, ...others] = named
  if (only === undefined || ids.some((id) => id.toLowerCase().startsWith(word.toLowerCase()))) {
    return uniqueOf(word, ids, 'item')
  }
  if (others.length > 0) {
    throw new UsageError(`\`${word}\` is an item of ${named.length} records: ${listed(named)}`)
  }
  if (complete) return only
  throw new UsageError(`\`${word}\` may be an item of a record with errors too: write \`${only}\``)
}
