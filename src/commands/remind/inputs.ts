import type { Item } from '../../assessment/item.ts'
import { type Day, isoOf } from '../../calendar/day.ts'
import { withoutDays } from '../../calendar/without-days.ts'
import type { Settings } from '../../config/settings.ts'
import { hidesDeadlines, isError } from '../../diagnostics/diagnostic.ts'
import type { Host } from '../../host/host.ts'
import { readState } from '../../workspace/records-state.ts'
import { openWorkspace } from '../../workspace/workspace.ts'
import { type CommonOptions, writeDiagnostics } from '../kit/options.ts'
import { ledgerEntries, noReminders } from './ledger-file.ts'
import type { Ledger } from './planning/ledger.ts'
import { memoryOf } from './planning/memory.ts'
import { decide, type Message, messagesOf, type PlanningContext } from './planning/plan.ts'
import { isQuiet, type Policy, policyOf } from './planning/policy.ts'

/** Everything a reminder depends on besides the ledger. */
export type RemindInputs = {
  readonly settings: Settings
  readonly policy: Policy
  readonly today: Day
  readonly items: readonly Item[]
  /** False where a record, or a part of one, could not be assessed. */
  readonly complete: boolean
  /** Of a run that did its work: 1 where a record has any error. */
  readonly exitCode: 0 | 1
  readonly daysOf: PlanningContext['daysOf']
}

/**
 * Reads all records and the policy. Prints errors in records; warnings and notes only if verbose, as cron
 * mails all output. Throws a UsageError where the configuration has no reminders.
 */
export async function remindInputs(options: CommonOptions, host: Host): Promise<RemindInputs> {
  const workspace = openWorkspace([], options, host)
  const { settings, today, context } = workspace
  if (!settings.reminders) throw noReminders(settings)
  const { items, diagnostics } = await readState(workspace, host)
  await writeDiagnostics(diagnostics, { ...options, quiet: !options.verbose }, host)
  const { workingDaysOf } = context
  const divisionOf = ({ framework }: Item) => settings.frameworks.get(framework)?.calendar
  return {
    settings,
    policy: policyOf(settings.reminders),
    today,
    items,
    complete: !diagnostics.some(hidesDeadlines),
    exitCode: diagnostics.some(isError) ? 1 : 0,
    daysOf: (item) =>
      withoutDays(workingDaysOf(divisionOf(item) ?? 'england-and-wales'), item.schoolHolidays),
  }
}

/** The planning context, with what a ledger says was sent before the day of the report. */
export function termsFrom(workspace: RemindInputs, ledger: Ledger): PlanningContext {
  const { policy, daysOf, settings, today } = workspace
  const memory = memoryOf(ledgerEntries(ledger), isoOf(today))
  return { policy, memory, daysOf, closures: settings.closures }
}

/** Whether it is within the quiet hours. With `--today` there is no time of day. */
export function isQuietNow(
  { policy, settings }: RemindInputs,
  { today }: CommonOptions,
  host: Host,
): boolean {
  if (today !== undefined || !policy.quietHours) return false
  return isQuiet(host.timeOfDay(settings.timeZone), policy)
}

export function messagesFrom(workspace: RemindInputs, ledger: Ledger): Message[] {
  return messagesOf(decide(workspace.items, workspace.today, termsFrom(workspace, ledger)))
}
