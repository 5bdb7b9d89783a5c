import { type Command, Option } from 'commander'
import { isOpen } from '../../assessment/item.ts'
import { addDays, type IsoDate, isoOf } from '../../calendar/day.ts'
import { type ExitCode, WorkError } from '../../diagnostics/failures.ts'
import { why } from '../../diagnostics/problem.ts'
import type { Host } from '../../host/host.ts'
import type { Run } from '../kit/contract.ts'
import { dateArgument } from '../kit/options.ts'
import { writeAnswer } from '../kit/write-answer.ts'
import { type RemindInputs, remindInputs } from './inputs.ts'
import { ledgerAt, ledgerPath, whileLocked } from './ledger-file.ts'
import { type RemindOptions, waitOf, withRemindOptions, withThoseBefore } from './options.ts'
import { isGarbled } from './planning/ledger.ts'
import { pruned } from './planning/pruning.ts'
import { pruneReports } from './prune-page.ts'

type PruneOptions = RemindOptions & { readonly before?: IsoDate }

/** Days of entries that are kept without `--before`. */
const USUAL_DAYS = 365

export function addPruneCommand(parent: Command, run: Run): void {
  const command = parent
    .command('prune')
    .description('remove old entries from the ledger that are no longer needed')
    .addOption(
      new Option(
        '--before <date>',
        'keep all entries from this day on (default: one year ago)',
      ).argParser(dateArgument),
    )
  withRemindOptions(command, Object.keys(pruneReports))
    .addHelpText('after', EXAMPLES)
    .action((options: PruneOptions) =>
      run((host) => pruneLedger(withThoseBefore(parent, options), host)),
    )
}

const EXAMPLES = `
Examples:
  plandue remind prune                       entries over a year old that are no longer needed
  plandue remind prune --before 2024-01-01`

async function pruneLedger(options: PruneOptions, host: Host): Promise<ExitCode> {
  const inputs = await remindInputs(options, host)
  const path = ledgerPath(options, inputs.settings, host)
  const before = options.before ?? isoOf(addDays(inputs.today, -USUAL_DAYS))
  const answer = await whileLocked(path, waitOf(options), host, async () => {
    const ledger = ledgerAt(path, host)
    const garbled = ledger.lines.findIndex(({ text }) => isGarbled(text)) + 1
    if (garbled > 0) {
      throw new WorkError(
        `\`${path}\` cannot be rewritten: line ${garbled} is not UTF-8; remove it first`,
      )
    }
    const terms = { before, today: isoOf(inputs.today), isSettled: settledBy(inputs) }
    const kept = pruned(ledger, terms)
    if (kept.length < ledger.lines.length) {
      const { problem } = await host.write(path, kept.map((line) => `${line}\n`).join(''))
      if (problem) throw new WorkError(`the ledger \`${path}\` cannot be written: ${why(problem)}`)
    }
    return { ledger: path, before, lines: ledger.lines.length, kept: kept.length }
  })
  await writeAnswer(pruneReports, { ...answer, complete: inputs.complete }, options, host)
  return inputs.exitCode
}

/** An unknown item is settled only if all records were read. */
function settledBy({ items, complete }: RemindInputs): (id: string) => boolean {
  const byId = new Map(items.map((item) => [item.id, item]))
  return (id) => {
    const item = byId.get(id)
    return item ? !isOpen(item) : complete
  }
}
