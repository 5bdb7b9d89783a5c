import { type Command, InvalidArgumentError } from 'commander'
import type { IsoDate } from '../../calendar/day.ts'
import { loadSettings } from '../../config/settings.ts'
import { UsageError } from '../../diagnostics/failures.ts'
import type { Host } from '../../host/host.ts'

/** A value of the command line that depends on what day it is, which is not known while parsing. */
export type Pending<T> = {
  /** Throws an InvalidArgumentError. */
  readonly settle: (today: IsoDate) => T
}

/** What the options that matter here can be. */
type DayOptions = { readonly config?: string; readonly today?: IsoDate | Pending<IsoDate> }

/**
 * Replaces the pending values of a command, and of those it belongs to, before it acts. `today` is the
 * day of `--today` where that is given, else today in the configured time zone. Throws a UsageError.
 */
export function settleDays(command: Command, host: Host): void {
  const chain = withAncestors(command)
  const values = chain.flatMap((one) => Object.values(one.opts<Record<string, unknown>>()))
  if (![...values, ...command.processedArgs].some(isPending)) return
  const { config, today: asAt } = command.optsWithGlobals<DayOptions>()
  const now = host.today(loadSettings(config, host).timeZone)
  const today = isPending(asAt) ? asAt.settle(now) : (asAt ?? now)
  for (const one of chain) settleOptions(one, now, today)
  command.processedArgs = command.processedArgs.map((value: unknown) => settled(value, today))
}

function withAncestors(command: Command): Command[] {
  return command.parent ? [command, ...withAncestors(command.parent)] : [command]
}

function settleOptions(command: Command, now: IsoDate, today: IsoDate): void {
  for (const [name, value] of Object.entries(command.opts<Record<string, unknown>>())) {
    const base = name === 'today' ? now : today
    if (isPending(value)) command.setOptionValue(name, settled(value, base))
  }
}

function settled(value: unknown, today: IsoDate): unknown {
  if (!isPending(value)) return value
  try {
    return value.settle(today)
  } catch (failure) {
    if (failure instanceof InvalidArgumentError) throw new UsageError(failure.message)
    throw failure
  }
}

function isPending<T>(value: T): value is T & Pending<IsoDate> {
  return typeof value === 'object' && value !== null && 'settle' in value
}
