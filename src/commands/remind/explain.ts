import { addDays, type IsoDate, isoOf } from '../../calendar/day.ts'
import { longDate } from '../../calendar/format-date.ts'
import { type ExitCode, UsageError } from '../../diagnostics/failures.ts'
import type { Host } from '../../host/host.ts'
import { unmatchedRules } from '../../workspace/unmatched-rules.ts'
import { writeAnswer } from '../kit/write-answer.ts'
import { reminderReports } from './explain-page.ts'
import { isQuietNow, type RemindInputs, termsFrom } from './inputs.ts'
import { ledgerAt, ledgerPath } from './ledger-file.ts'
import type { RemindOptions } from './options.ts'
import { outlookOf } from './planning/outlook.ts'

/** Options of `--explain` alone. */
export type ExplainOptions = { readonly until?: IsoDate }

/** How many days ahead to look for the next reminder. */
const USUAL_DAYS = 26 * 7

/** `plandue remind --explain`: who is reminded of what on which day, and why or why not. */
export async function explainReminders(
  inputs: RemindInputs,
  options: RemindOptions & ExplainOptions,
  host: Host,
): Promise<ExitCode> {
  const { settings, policy, items, complete } = inputs
  const today = isoOf(inputs.today)
  const until = options.until ?? isoOf(addDays(inputs.today, USUAL_DAYS))
  if (until < today) {
    throw new UsageError(`\`--until ${until}\` is before the day of the report, ${longDate(today)}`)
  }
  const path = ledgerPath(options, settings, host)
  const ledger = ledgerAt(path, host)
  const outlook = outlookOf(items, today, until, termsFrom(inputs, ledger))
  const answer = {
    today,
    until,
    complete,
    unmatched: settings.reminders ? unmatchedRules(settings.reminders, items) : [],
    policy,
    isQuietNow: isQuietNow(inputs, options, host),
    hasAllDays: options.until !== undefined,
    ...outlook,
  }
  await writeAnswer(reminderReports, answer, options, host)
  return inputs.exitCode
}
