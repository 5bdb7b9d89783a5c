import { addDays, type Day, dayOf, type IsoDate, isoOf } from '../../calendar/day.ts'
import { longDate } from '../../calendar/words.ts'
import { type CheckResult, finding } from './finding.ts'

/** After so many calendar days without activity GitHub switches the schedules of a public repository off. */
const SWITCHED_OFF_AFTER = 60
/** So many calendar days before that it is time to do something. */
const TIME_TO_ACT = 14

/** Whether a text has a GitHub workflow with a schedule. */
export function hasSchedule(workflow: string): boolean {
  return /^[^#\n]*\bschedule['"]?\s*:/m.test(workflow)
}

/** The last commit of a repository. */
export type LastCommit = { readonly on: IsoDate }

/**
 * How long GitHub keeps the schedules of a repository on, from its last commit on; `lastCommit` is a
 * sentence where there is none to ask for. `workflows` are the files of those that have a schedule.
 */
export function repositoryFinding(
  workflows: readonly string[],
  lastCommit: LastCommit | string,
  today: Day,
): CheckResult {
  if (workflows.length === 0) {
    return finding(
      'repository',
      'ok',
      'No GitHub workflow has a schedule that could be switched off.',
    )
  }
  if (typeof lastCommit === 'string') return finding('repository', 'unknown', lastCommit)
  const last = dayOf(lastCommit.on)
  const off = addDays(last, SWITCHED_OFF_AFTER)
  const left = off - today
  const details = [`The last commit was on ${longDate(lastCommit.on)}.`, ...workflows]
  const rule = `GitHub switches the schedules of a public repository off after ${SWITCHED_OFF_AFTER} quiet days`
  if (left > TIME_TO_ACT) {
    return finding('repository', 'ok', `${rule}; ${left} days are left.`, { details })
  }
  const what =
    left > 0
      ? `${rule}; ${left} ${left === 1 ? 'day is' : 'days are'} left, until ${longDate(isoOf(off))}.`
      : `${rule}; they were over on ${longDate(isoOf(off))}.`
  const next =
    left > 0
      ? 'Commit something, such as how the open plans stand.'
      : 'See under Actions whether the workflow is on, and enable it again.'
  return finding('repository', 'warning', what, { next, details })
}
