import { type Day, dayOf, isoOf } from '../../calendar/day.ts'
import { longDate } from '../../calendar/format-date.ts'
import type { WorkingDays } from '../../calendar/working-days.ts'
import type { Heartbeat, KeptHeartbeat } from '../../workspace/heartbeat-file.ts'
import { type CheckResult, finding } from './finding.ts'

/** Working days between two runs of a live schedule, at most. */
const LONGEST_SILENCE = 2

/** Whether the schedule is alive, by its last heartbeat. */
export function scheduleFinding(kept: KeptHeartbeat, today: Day, days: WorkingDays): CheckResult {
  switch (kept.kind) {
    case 'nowhere':
      return finding(
        'schedule',
        'unknown',
        'No heartbeat is configured, so a dead schedule goes unnoticed.',
        {
          next: 'Set `heartbeat` in plandue.yaml, and run `plandue check --heartbeat` in the scheduled job.',
        },
      )
    case 'missing':
      return finding('schedule', 'failure', `The heartbeat \`${kept.file}\` does not exist.`, {
        next: 'Run `plandue check --heartbeat` in the scheduled job, and keep the file between runs.',
      })
    case 'unreadable':
      return finding('schedule', 'failure', `\`${kept.file}\` is not a readable heartbeat.`, {
        next: 'Delete it; the next scheduled run writes a new one.',
      })
    case 'kept':
      return lastRun(kept.heartbeat, today, days)
  }
}

function lastRun(
  { ranAt, exitCode, plandue }: Heartbeat,
  today: Day,
  days: WorkingDays,
): CheckResult {
  const on = `The last scheduled run was on ${longDate(ranAt)}`
  const details = [`plandue ${plandue} exited with ${exitCode}.`]
  const ran = dayOf(ranAt)
  if (ran > today) {
    const what = `${on}, after ${longDate(isoOf(today))}.`
    return finding('schedule', 'unknown', what, { details })
  }
  const silence = days.between(ran, today)
  const ago = ran === today ? 'today' : `${silence} working ${silence === 1 ? 'day' : 'days'} ago`
  if (silence <= LONGEST_SILENCE) return finding('schedule', 'ok', `${on}, ${ago}.`, { details })
  return finding('schedule', 'failure', `${on}, ${ago}.`, {
    next: `Find out why the job has stopped: it is more than ${LONGEST_SILENCE} working days without a run, so deadlines go unreported.`,
    details,
  })
}
