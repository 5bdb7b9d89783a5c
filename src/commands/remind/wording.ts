import type { IsoDate } from '../../calendar/day.ts'
import { longDate } from '../../calendar/format-date.ts'
import { capitalised } from '../../language/capitalised.ts'
import { count } from '../../language/count.ts'
import { listing } from '../../language/listing.ts'
import { type Page, warning } from '../../page/page.ts'
import type { Ahead } from './planning/outlook.ts'
import type { Decision, Quiet } from './planning/plan.ts'
import type { Policy, Recipient } from './planning/policy.ts'
import { thresholdWording } from './planning/thresholds.ts'

export function incomplete(complete: boolean): Page {
  const text = 'Incomplete: a record has errors, so reminders may be missing'
  return warning(complete ? undefined : text)
}

/** `ada@example.gov.uk by email`; the name alone for standard output. */
export function recipientWording({ to, channel }: Record<keyof Recipient, string>): string {
  return channel === 'stdout' ? to : `${to} by ${channel}`
}

export function quietHoursWording({ quietHours }: Policy): string {
  return `No reminders are sent during quiet hours, ${quietHours?.from} to ${quietHours?.to}.`
}

/** Why an item is in a reminder today, or why not. */
export function decisionWording({ item, left, threshold, quiet, movedFrom }: Decision): string {
  const due = `due on ${longDate(item.due)}, ${leftWording(left)}`
  const moved = movedFrom ? `, moved from ${longDate(movedFrom)}` : ''
  if (quiet) return `${due}${moved}: ${quietWording(quiet)}`
  return `${due}${moved}: reminder ${thresholdWording(threshold ?? 0, item)}`
}

function leftWording(left: number): string {
  if (left === 0) return 'no working day left'
  return left > 0 ? `${count(left, 'working day')} left` : `${count(-left, 'working day')} late`
}

function quietWording(quiet: Quiet): string {
  switch (quiet.kind) {
    case 'waived': {
      const [waiver] = quiet.waivers
      return `waived until ${longDate(waiver?.until ?? '')}: ${waiver?.reason ?? ''}`
    }
    case 'snoozed':
      return `snoozed until ${longDate(quiet.snooze.until)}: ${quiet.snooze.reason}`
    case 'acknowledged':
      return `acknowledged on ${longDate(quiet.ack.asAt)}, no reminders until after ${longDate(quiet.ack.until)}`
    case 'notYet':
      return 'no reminder yet'
    case 'alreadySent':
      return `sent on ${longDate(quiet.lastSent.asAt)}, ${thresholdWording(quiet.lastSent.rung)}`
    case 'closedDay':
      return quiet.closure ? `closed today: ${quiet.closure}` : 'today is not a working day'
    case 'otherDay':
      return `the digest goes on ${listing(quiet.on.map((name) => `${capitalised(name)}s`))}`
  }
}

/** When the next reminder of an item would go if it stays open. */
export function nextWording(next: Ahead | undefined, until: IsoDate): string {
  if (!next) return `if still open, no further reminder up to ${longDate(until)}`
  return `if still open, next on ${longDate(next.on)}, ${thresholdWording(next.reminder.threshold)}`
}

export function policyWording(policy: Policy): string {
  const { before, overdue, escalation, onClosedDays, quietHours } = policy
  return [
    beforeWording(before),
    LATE[overdue],
    ...(escalation
      ? [
          `From ${count(escalation.after, 'working day')} late, reminders also go to ${listing(escalation.to.map(recipientWording))}.`,
        ]
      : []),
    onClosedDays
      ? 'Reminders are also sent on closed days.'
      : 'No reminders are sent on closed days.',
    ...(quietHours ? [quietHoursWording(policy)] : []),
  ].join(' ')
}

const LATE: Readonly<Record<Policy['overdue'], string>> = {
  daily: 'Once an item is overdue, a reminder is sent every working day.',
  weekly: 'Once an item is overdue, a reminder is sent every five working days.',
  never: 'No reminders are sent once an item is overdue.',
}

function beforeWording(before: readonly number[]): string {
  if (before.length === 0) return 'No reminders are sent before an item is overdue.'
  return `Reminders are sent with ${listing(before.map(String))} working days left.`
}
