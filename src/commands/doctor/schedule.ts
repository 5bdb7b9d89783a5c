import { type Day, dayOf, isoOf } from '../../calendar/day.ts'
import { longDate } from '../../calendar/words.ts'
import type { WorkingDays } from '../../calendar/working-days.ts'
import type { Heartbeat, KeptHeartbeat } from '../../workspace/heartbeat-file.ts'
import { type CheckResult, finding } from './finding.ts'

/** So many working days may lie between two runs of a schedule that is alive. */
const LONGEST_SILENCE = 2

/** Whether the schedule is alive, by its last heartbeat; the days are those on which people work. */
export function scheduleFinding(kept: KeptHeartbeat, today: Day, days: WorkingDays): CheckResult {
  switch (kept.kind) {
    case 'nowhere':
      return finding(
        'schedule',
        'unknown',
        'No heartbeat is kept, so a dead schedule goes unseen.',
        {
          next: 'Set `heartbeat` in plandue.yaml, and let the scheduled job run `plandue check --heartbeat`.',
        },
      )
    case 'missing':
      return finding('schedule', 'failure', `There is no heartbeat \`${kept.file}\`.`, {
        next: 'Let the scheduled job run `plandue check --heartbeat`, and keep the file from run to run.',
      })
    case 'unreadable':
      return finding('schedule', 'failure', `\`${kept.file}\` is no heartbeat that can be read.`, {
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
  const details = [`plandue ${plandue} ended with ${exitCode}.`]
  const ran = dayOf(ranAt)
  if (ran > today) {
    const what = `${on}, after ${longDate(isoOf(today))}.`
    return finding('schedule', 'unknown', what, { details })
  }
  const silence = days.between(ran, today)
  const ago = ran === today ? 'today' : `${silence} working ${silence === 1 ? 'day' : 'days'} ago`
  if (silence <= LONGEST_SILENCE) return finding('schedule', 'ok', `${on}, ${ago}.`, { details })
  return finding('schedule', 'failure', `${on}, ${ago}.`, {
    next: `See why the job has stopped: more than ${LONGEST_SILENCE} working days of silence mean that nobody is told of a deadline.`,
    details,
  })
}
