import { addDays, type Day, dayOf, type IsoDate, isoOf } from '../../calendar/day.ts'
import { longDate } from '../../calendar/format-date.ts'
import { type CheckResult, finding } from './finding.ts'

/** Calendar days without activity after which GitHub disables the schedules of a public repository. */
const DISABLED_AFTER = 60
/** Calendar days before that at which to warn. */
const TIME_TO_ACT = 14

/** Whether a text has a GitHub workflow with a schedule. */
export function hasSchedule(workflow: string): boolean {
  return /^[^#\n]*\bschedule['"]?\s*:/m.test(workflow)
}

export type LastCommit = { readonly on: IsoDate }

/**
 * How long GitHub keeps schedules enabled after the last commit. `lastCommit` is a sentence where it is
 * not known. `workflows` are the files of workflows with a schedule.
 */
export function repositoryFinding(
  workflows: readonly string[],
  lastCommit: LastCommit | string,
  today: Day,
): CheckResult {
  if (workflows.length === 0) {
    return finding('repository', 'ok', 'No GitHub workflow has a schedule that could be disabled.')
  }
  if (typeof lastCommit === 'string') return finding('repository', 'unknown', lastCommit)
  const last = dayOf(lastCommit.on)
  const off = addDays(last, DISABLED_AFTER)
  const left = off - today
  const details = [`The last commit was on ${longDate(lastCommit.on)}.`, ...workflows]
  const rule = `GitHub disables the schedules of a public repository after ${DISABLED_AFTER} days without activity`
  if (left > TIME_TO_ACT) {
    return finding('repository', 'ok', `${rule}; ${left} days are left.`, { details })
  }
  const what =
    left > 0
      ? `${rule}; ${left} ${left === 1 ? 'day is' : 'days are'} left, until ${longDate(isoOf(off))}.`
      : `${rule}; that was on ${longDate(isoOf(off))}.`
  const next =
    left > 0
      ? 'Commit something, such as the progress of open plans.'
      : 'Check under Actions whether the workflow is enabled, and enable it again.'
  return finding('repository', 'warning', what, { next, details })
}
