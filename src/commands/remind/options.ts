import { type Command, InvalidArgumentError, Option } from 'commander'
import { UsageError } from '../../diagnostics/failures.ts'
import { type CommonOptions, withCommonOptions } from '../kit/options.ts'
import type { LedgerOptions } from './ledger-file.ts'

export type RemindOptions = CommonOptions & LedgerOptions & { readonly wait?: number }

/** Adds the common options and those of a command that writes to the ledger. */
export function withRemindOptions(command: Command, formats: readonly string[]): Command {
  const wait = 'how long to wait for another run (default: 60)'
  return withLedgerOptions(
    command,
    formats,
    new Option('--wait <seconds>', wait).argParser(seconds),
  )
}

/** Adds the common options and those of a command that only reads the ledger. */
export function withLedgerOptions(
  command: Command,
  formats: readonly string[],
  ...more: readonly Option[]
): Command {
  const named = command.option(
    '--ledger <file>',
    'the record of reminders sent, inside or outside the repository',
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

/** Options of `plandue remind` itself. */
const QUESTIONS: readonly string[] = ['explain', 'dryRun', 'until']

/**
 * The options of a subcommand of `remind`, with the common ones given before its name. Throws a
 * UsageError for one that the subcommand would ignore: `--dry-run` must never change anything.
 */
export function withThoseBefore<T extends object>(parent: Command, options: T): CommonOptions & T {
  const before = parent.opts()
  const strange = QUESTIONS.find((name) => before[name] !== undefined)
  if (strange === undefined) return { ...before, ...options }
  const flag = strange === 'dryRun' ? 'dry-run' : strange
  throw new UsageError(`\`--${flag}\` cannot be used with a subcommand of \`plandue remind\``)
}
