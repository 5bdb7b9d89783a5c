import { count } from '../../assessment/sentences.ts'
import type { IsoDate } from '../../calendar/day.ts'
import { longDate } from '../../calendar/words.ts'
import { type Block, paragraph } from '../../page/page.ts'
import type { Ahead } from './planning/outlook.ts'
import type { Decision, Quiet } from './planning/plan.ts'
import type { Policy, Recipient } from './planning/policy.ts'
import { thresholdWording } from './planning/thresholds.ts'

/** What is to be said of reminders, in words. */

/** That a report on reminders is over an incomplete set of records. */
export function incomplete(): Block {
  const text = 'Incomplete: a record has errors, so that reminders may be missing here'
  return paragraph({ text, tone: 'bad' })
}

/** Who, and how: `ada@example.gov.uk by email`. */
export function recipientWords({ to, channel }: Record<keyof Recipient, string>): string {
  return channel === 'stdout' ? to : `${to} by ${channel}`
}

/** That it is a time of day at which nobody is told. */
export function quietHoursWords({ quietHours }: Policy): string {
  return `Nobody is told now, in the quiet hours from ${quietHours?.from} to ${quietHours?.to}.`
}

/** Why somebody is told of an item, or why not. */
export function whyWords({ item, left, threshold, quiet, movedFrom }: Decision): string {
  const due = `due on ${longDate(item.due)}, ${leftWords(left)}`
  const moved = movedFrom ? `, moved from ${longDate(movedFrom)}` : ''
  if (quiet) return `${due}${moved}: ${quietWords(quiet)}`
  return `${due}${moved}: the reminder ${thresholdWording(threshold ?? 0, item)}`
}

function leftWords(left: number): string {
  if (left === 0) return 'no working day left'
  return left > 0 ? `${count(left, 'working day')} left` : `${count(-left, 'working day')} late`
}

function quietWords(quiet: Quiet): string {
  switch (quiet.kind) {
    case 'waived': {
      const [waiver] = quiet.waivers
      return `waived up to ${longDate(waiver?.until ?? '')}: ${waiver?.reason ?? ''}`
    }
    case 'snoozed':
      return `snoozed up to ${longDate(quiet.snooze.until)}: ${quiet.snooze.reason}`
    case 'acknowledged':
      return `acknowledged on ${longDate(quiet.ack.asAt)}, and so quiet up to ${longDate(quiet.ack.until)}`
    case 'notYet':
      return 'no reminder yet'
    case 'alreadySent':
      return `told on ${longDate(quiet.lastSent.asAt)}, ${thresholdWording(quiet.lastSent.rung)}`
    case 'closedDay':
      return quiet.closure ? `today is closed: ${quiet.closure}` : 'today is no working day'
  }
}

/** When somebody would be told of an item next. */
export function nextWords(next: Ahead | undefined, until: IsoDate): string {
  if (!next) return `if nothing is done, nothing more up to ${longDate(until)}`
  return `if nothing is done, next on ${longDate(next.on)}, ${thresholdWording(next.reminder.threshold)}`
}

/** The policy in sentences. */
export function policyWords(policy: Policy): string {
  const { before, overdue, escalation, onClosedDays, quietHours } = policy
  return [
    beforeWords(before),
    `Once overdue, ${LATE[overdue]}.`,
    ...(escalation
      ? [
          `From ${count(escalation.after, 'working day')} late on, it goes to ${listOf(escalation.to.map(recipientWords))} too.`,
        ]
      : []),
    onClosedDays ? 'Closed days make no difference.' : 'None comes on a closed day.',
    ...(quietHours ? [`Nobody is told from ${quietHours.from} to ${quietHours.to}.`] : []),
  ].join(' ')
}

const LATE: Readonly<Record<Policy['overdue'], string>> = {
  daily: 'one comes every working day',
  weekly: 'one comes every five working days',
  never: 'none comes',
}

function beforeWords(before: readonly number[]): string {
  if (before.length === 0) return 'No reminder comes before an item is overdue.'
  return `Reminders come with ${listOf(before.map(String))} working days left.`
}

function listOf(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
