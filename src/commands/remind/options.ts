import { type Command, InvalidArgumentError, Option } from 'commander'
import { UsageError } from '../../diagnostics/failures.ts'
import { type CommonOptions, withCommonOptions } from '../kit/options.ts'
import type { LedgerOptions } from './ledger-file.ts'

/** The options of all that has to do with reminders. */
export type RemindOptions = CommonOptions & LedgerOptions & { readonly wait?: number }

/** Adds the options of what writes into the ledger of reminders, and the common ones. */
export function withRemindOptions(command: Command, formats: readonly string[]): Command {
  const wait = 'how long to wait for another run, if not a minute'
  return withLedgerOptions(
    command,
    formats,
    new Option('--wait <seconds>', wait).argParser(seconds),
  )
}

/** Adds the options of what only reads it, and the common ones. */
export function withLedgerOptions(
  command: Command,
  formats: readonly string[],
  ...more: readonly Option[]
): Command {
  const named = command.option(
    '--ledger <file>',
    'the file that keeps who was told what, wherever it is',
  )
  for (const option of more) named.addOption(option)
  return withCommonOptions(named, formats)
}

const USUAL_WAIT = 60

/** How long to wait for another run, in seconds. */
export function waitOf({ wait = USUAL_WAIT }: RemindOptions): number {
  return wait
}

function seconds(text: string): number {
  if (/^\d{1,4}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('Expected a whole number of seconds.')
}

/** What only `plandue remind` itself can be asked. */
const QUESTIONS: readonly string[] = ['explain', 'dryRun', 'until']

/**
 * The options of a command below `remind`, with the common ones that stand before its name. Throws a
 * UsageError for one that the command would pass over: whoever writes `--dry-run` wants no change.
 */
export function withThoseBefore<T extends object>(parent: Command, options: T): CommonOptions & T {
  const before = parent.opts()
  const strange = QUESTIONS.find((name) => before[name] !== undefined)
  if (strange === undefined) return { ...before, ...options }
  const flag = strange === 'dryRun' ? 'dry-run' : strange
  throw new UsageError(`\`--${flag}\` is for \`plandue remind\` itself, without a further command`)
}
