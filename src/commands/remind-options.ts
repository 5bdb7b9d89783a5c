import { type Command, InvalidArgumentError, Option } from 'commander'
import type { LedgerOptions } from './ledger-file.ts'
import { type CommonOptions, withCommonOptions } from './options.ts'

/** The options of all that has to do with reminders. */
export type RemindOptions = CommonOptions & LedgerOptions & { readonly wait?: number }

/** Adds the options of all that has to do with reminders, and the common ones. */
export function withRemindOptions(command: Command, formats: readonly string[]): Command {
  const withLedger = command
    .option('--ledger <file>', 'keep who was told what in this file, wherever it is')
    .addOption(
      new Option('--wait <seconds>', 'how long to wait for another run, if not a minute').argParser(
        seconds,
      ),
    )
  return withCommonOptions(withLedger, formats)
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
