import { type Item, isOpen } from '../../assessment/item.ts'
import { isoOf } from '../../calendar/day.ts'
import type { Settings } from '../../config/settings.ts'
import { hidesDeadlines, isError } from '../../diagnostics/diagnostic.ts'
import type { ExitCode } from '../../diagnostics/failures.ts'
import type { Host } from '../../host/host.ts'
import type { HeartbeatOption } from '../../workspace/heartbeat.ts'
import { unmatchedRules } from '../../workspace/unmatched-rules.ts'
import type { CliCommand } from '../kit/contract.ts'
import { type CommonOptions, withCommonOptions } from '../kit/options.ts'
import { writeAnswer } from '../kit/write-answer.ts'
import { bankHolidaysFinding } from './bank-holidays.ts'
import { channelsFindings } from './channels.ts'
import { configurationFinding } from './configuration.ts'
import {
  assessAnyhow,
  daysOfTheSchedule,
  faultTexts,
  keptHeartbeat,
  reachesOf,
  scheduledWorkflows,
} from './facts.ts'
import { type CheckResult, exitCodeFor } from './finding.ts'
import { historyOf } from './history.ts'
import { ledgerTroubles } from './ledger-troubles.ts'
import { doctorReports } from './page.ts'
import { programTroubles } from './program-troubles.ts'
import { quietRecordsFinding, recordsFinding } from './records.ts'
import { remindersFinding } from './reminders.ts'
import { repositoryFinding } from './repository.ts'
import { scheduleFinding } from './schedule.ts'
import { workspaceAnyhow } from './workspace-anyhow.ts'

type DoctorOptions = CommonOptions & HeartbeatOption & { readonly strict?: boolean }

/** `plandue doctor`: is the schedule alive, and is what it depends on in order? */
export const doctor: CliCommand = (program, run) => {
  const command = program
    .command('doctor')
    .description('check that the schedule is alive and what it depends on is in order')
    .option('--heartbeat <file>', 'the heartbeat file, instead of the one in the configuration')
    .option('--strict', 'exit 1 for warnings too')
  withCommonOptions(command, Object.keys(doctorReports))
    .addHelpText('after', EXAMPLES)
    .action((options: DoctorOptions) => run((host) => examine(options, host)))
}

const EXAMPLES = `
Examples:
  plandue doctor                               exits 1 if the schedule is dead
  plandue doctor --strict -q                   only what needs attention, else nothing
  plandue doctor --heartbeat heartbeat.json    by the file that check --heartbeat wrote`

async function examine(options: DoctorOptions, host: Host): Promise<ExitCode> {
  const { workspace, fault } = workspaceAnyhow(options, host)
  const { settings, today } = workspace
  const { state, trouble } = await assessAnyhow(workspace, host)
  const open = state.items.filter(isOpen)
  const faulty = distinct(state.diagnostics.filter(isError).map(({ file }) => file))
  const hasAllDeadlines = !state.diagnostics.some(hidesDeadlines)
  const { lastTouched, lastCommit } = await historyOf(settings, host)
  const findings = [
    scheduleFinding(keptHeartbeat(options, settings, host), today, daysOfTheSchedule(settings)),
    configurationFinding(settings.file, faultTexts(fault)),
    recordsFinding(state.records, state.items.length, faulty, hasAllDeadlines, trouble),
    bankHolidaysFinding(reachesOf(open, settings), today),
    quietRecordsFinding(distinct(open.map(({ file }) => file)), lastTouched, today),
    ...remindersFindings(settings, state.items, hasAllDeadlines && trouble === undefined, host),
    repositoryFinding(scheduledWorkflows(settings, host), lastCommit, today),
  ]
  const complete = !fault && trouble === undefined && hasAllDeadlines
  await writeAnswer(doctorReports, { today: isoOf(today), complete, findings }, options, host)
  return exitCodeFor(findings, options.strict ?? false)
}

/** Nothing where no reminders are configured. */
function remindersFindings(
  settings: Settings,
  items: readonly Item[],
  complete: boolean,
  host: Host,
): CheckResult[] {
  const { reminders } = settings
  if (!reminders) return []
  const { recipients = [] } = reminders
  const troubles = [...ledgerTroubles(settings, host), ...programTroubles(reminders, host)]
  return [
    remindersFinding(recipients.length, troubles, unmatchedRules(reminders, items), complete),
    ...channelsFindings(reminders, host.env),
  ]
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)]
}
