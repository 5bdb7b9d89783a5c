import type { IsoDate } from '../../calendar/day.ts'
import { longDate } from '../../calendar/format-date.ts'
import { capitalised } from '../../language/capitalised.ts'
import { groupBy } from '../../language/group-by.ts'
import { formatsOf } from '../../page/formats.ts'
import {
  dateText,
  heading,
  type Page,
  paragraph,
  rows,
  type Text,
  type View,
  warning,
} from '../../page/page.ts'
import { headline, STATUS_TONES } from '../../reports/wording.ts'
import type { UnmatchedRule } from '../../workspace/unmatched-rules.ts'
import type { Ahead, Outlook } from './planning/outlook.ts'
import { type Decision, isReminder } from './planning/plan.ts'
import type { Policy } from './planning/policy.ts'
import { thresholdWording } from './planning/thresholds.ts'
import {
  decisionWording,
  incomplete,
  nextWording,
  policyWording,
  quietHoursWording,
  recipientWording,
} from './wording.ts'

export type RemindersAnswer = Outlook & {
  readonly today: IsoDate
  readonly until: IsoDate
  readonly complete: boolean
  /** What the rules ask for and no item has. */
  readonly unmatched: readonly UnmatchedRule[]
  readonly policy: Policy
  /** Whether it is within the quiet hours. */
  readonly isQuietNow: boolean
  /** Whether to list every day up to `until`, not only the next reminder of each item. */
  readonly hasAllDays: boolean
}

/** The formats of `remind --explain`. */
export const reminderReports = formatsOf<RemindersAnswer>(explainPage, explainShape)

function explainPage(answer: RemindersAnswer, { verbose }: View): Page {
  const { today, until, complete, decisions, ahead, isQuietNow, policy, hasAllDays } = answer
  const reminders = decisions.filter(isReminder)
  const others = decisions.filter((decision) => !isReminder(decision))
  const nextOf = nextFrom(ahead)
  const row = (decision: Decision) => decisionRows(decision, nextOf(decision), until)
  return [
    ...incomplete(complete),
    ...answer.unmatched.flatMap(({ why }) => warning(capitalised(why))),
    heading(`Reminders on ${longDate(today)}`),
    ...(isQuietNow ? [paragraph(quietHoursWording(policy))] : []),
    ...(reminders.length === 0 ? [paragraph('No reminders.')] : []),
    ...sections('To be sent', reminders, row),
    ...(verbose ? sections('Not to be sent', others, row) : []),
    ...(hasAllDays ? aheadBlocks(ahead, until) : []),
    ...(verbose ? [paragraph(policyWording(policy))] : []),
  ]
}

/** A section for each recipient, so that a long name takes no width from the rows. */
function sections(
  name: string,
  decisions: readonly Decision[],
  rowsOf: (decision: Decision) => Text[][],
): Page {
  const byRecipient = groupBy(decisions, ({ recipient }) => recipientWording(recipient))
  return [...byRecipient].flatMap(([who, own]) => [
    heading(`${name}: ${who} (${own.length})`),
    rows(2, own.flatMap(rowsOf)),
  ])
}

function decisionRows(decision: Decision, next: Ahead | undefined, until: IsoDate): Text[][] {
  const { item } = decision
  const points = [decisionWording(decision), nextWording(next, until)]
  return [
    [item.id, { text: headline(item), tone: STATUS_TONES[item.status] }],
    ...points.map((text): Text[] => ['', { text, isPoint: true }]),
  ]
}

function nextFrom(ahead: readonly Ahead[]): (decision: Decision) => Ahead | undefined {
  const first = new Map<string, Ahead>()
  for (const one of ahead) {
    const key = keyOf(one.reminder)
    if (!first.has(key)) first.set(key, one)
  }
  return (decision) => first.get(keyOf(decision))
}

function keyOf({ item, recipient }: Decision): string {
  return JSON.stringify([item.id, recipient.channel, recipient.to])
}

function aheadBlocks(ahead: readonly Ahead[], until: IsoDate): Page {
  const name = `Then, if still open, up to ${longDate(until)}`
  if (ahead.length === 0) return [heading(name), paragraph('No reminders.')]
  const all = new Set(ahead.map(({ reminder }) => recipientWording(reminder.recipient)))
  // One recipient for all rows goes into the heading.
  const who = all.size === 1 ? `: ${[...all].join()}` : ''
  const sameFor = ({ on, reminder }: Ahead) =>
    JSON.stringify([on, reminder.item.id, reminder.threshold])
  const lines = [...groupBy(ahead, sameFor).values()].map((same) => aheadRow(same, who === ''))
  return [
    heading(`${name}${who} (${lines.length})`),
    rows([{ name: '' }, { name: '' }, { name: '' }], lines),
  ]
}

/** One item on one day, with all its recipients where they differ. */
function aheadRow(same: readonly Ahead[], isNamed: boolean): Text[] {
  const who = same.map(({ reminder }) => recipientWording(reminder.recipient)).join(', ')
  return same
    .slice(0, 1)
    .flatMap(({ on, reminder }) => [
      dateText(on),
      reminder.item.id,
      `${thresholdWording(reminder.threshold, reminder.item)}${isNamed ? `: ${who}` : ''}`,
    ])
}

function explainShape(answer: RemindersAnswer) {
  const { today, until, complete, isQuietNow, unmatched, decisions, ahead } = answer
  const nextOf = nextFrom(ahead)
  return {
    today,
    until,
    complete,
    isQuietNow,
    unmatched,
    decisions: decisions.map((decision) => ({
      ...decisionShape(decision),
      isToBeTold: isReminder(decision),
      movedFrom: decision.movedFrom,
      quiet: quietShape(decision.quiet),
      next: nextOf(decision)?.on ?? null,
    })),
    ahead: ahead.map(({ on, reminder }) => ({ on, ...decisionShape(reminder) })),
  }
}

/** `told` and `telling` are keys of the published JSON. */
function quietShape(quiet: Decision['quiet']) {
  return quiet?.kind === 'alreadySent' ? { kind: 'told', telling: quiet.lastSent } : quiet
}

function decisionShape({ item, recipient, left, threshold }: Decision) {
  const { to, channel } = recipient
  return { item: item.id, to, channel, due: item.due, workingDaysLeft: left, rung: threshold }
}
