import type { IsoDate } from '../calendar/day.ts'
import { longDate } from '../calendar/words.ts'
import type { Ahead, Outlook } from '../reminders/outlook.ts'
import { type Decision, isCall } from '../reminders/plan.ts'
import type { Policy } from '../reminders/policy.ts'
import { rungWords } from '../reminders/rungs.ts'
import {
  dateText,
  formatsOf,
  heading,
  type Page,
  paragraph,
  rows,
  type Text,
  type View,
} from './page.ts'
import {
  incomplete,
  nextWords,
  policyWords,
  quietHoursWords,
  recipientWords,
  whyWords,
} from './reminder-words.ts'
import { headline, STATUS_TONES } from './words.ts'

/** Who would hear what, on which day, and why or why not. */
export type RemindersAnswer = Outlook & {
  readonly today: IsoDate
  readonly until: IsoDate
  readonly complete: boolean
  readonly policy: Policy
  /** Whether it is a time of day at which nobody is told. */
  readonly isQuietNow: boolean
  /** Whether the user wants all days up to the last one, and not only the next for each item. */
  readonly hasAllDays: boolean
}

/** The formats of `remind --explain`. */
export const reminderReports = formatsOf<RemindersAnswer>(explainPage, explainShape)

function explainPage(answer: RemindersAnswer, { quiet, verbose }: View): Page {
  const { today, until, complete, decisions, ahead, isQuietNow, policy, hasAllDays } = answer
  const calls = decisions.filter(isCall)
  const others = decisions.filter((decision) => !isCall(decision))
  const nextOf = nextFrom(ahead)
  const row = (decision: Decision) => decisionRows(decision, nextOf(decision), until)
  return [
    ...(complete ? [] : [incomplete()]),
    heading(`Reminders on ${longDate(today)}`),
    ...(isQuietNow ? [paragraph(quietHoursWords(policy))] : []),
    ...section('To be told', calls, row, 'Nobody is to be told anything.'),
    ...(quiet ? [] : section('Not to be told', others, row, '')),
    ...(hasAllDays ? aheadBlocks(ahead, until) : []),
    ...(verbose ? [paragraph(policyWords(policy))] : []),
  ]
}

function section(
  name: string,
  decisions: readonly Decision[],
  rowsOf: (decision: Decision) => Text[][],
  nothing: string,
): Page {
  if (decisions.length === 0) return nothing === '' ? [] : [paragraph(nothing)]
  return [
    heading(`${name} (${decisions.length})`),
    rows([{ name: '' }, { name: '' }], decisions.flatMap(rowsOf)),
  ]
}

function decisionRows(decision: Decision, next: Ahead | undefined, until: IsoDate): Text[][] {
  const { item, recipient } = decision
  const said = [whyWords(decision), nextWords(next, until)]
  return [
    [recipientWords(recipient), { text: headline(item), tone: STATUS_TONES[item.status] }],
    ...said.map((text): Text[] => ['', { text, isPoint: true }]),
    ['', item.id],
  ]
}

function nextFrom(ahead: readonly Ahead[]): (decision: Decision) => Ahead | undefined {
  const first = new Map<string, Ahead>()
  for (const one of ahead) {
    const key = keyOf(one.call)
    if (!first.has(key)) first.set(key, one)
  }
  return (decision) => first.get(keyOf(decision))
}

function keyOf({ item, recipient }: Decision): string {
  return JSON.stringify([item.id, recipient.channel, recipient.to])
}

function aheadBlocks(ahead: readonly Ahead[], until: IsoDate): Page {
  const name = `Then, if nothing is done, up to ${longDate(until)}`
  if (ahead.length === 0) return [heading(name), paragraph('Nobody is to be told anything.')]
  return [
    heading(`${name} (${ahead.length})`),
    rows(
      [{ name: '' }, { name: '' }, { name: '' }],
      ahead.map(({ on, call }) => [
        dateText(on),
        recipientWords(call.recipient),
        { text: `${call.item.id}, ${rungWords(call.rung)}` },
      ]),
    ),
  ]
}

function explainShape(answer: RemindersAnswer) {
  const { today, until, complete, isQuietNow, decisions, ahead } = answer
  const nextOf = nextFrom(ahead)
  return {
    today,
    until,
    complete,
    isQuietNow,
    decisions: decisions.map((decision) => ({
      ...callShape(decision),
      isToBeTold: isCall(decision),
      movedFrom: decision.movedFrom,
      quiet: decision.quiet,
      next: nextOf(decision)?.on ?? null,
    })),
    ahead: ahead.map(({ on, call }) => ({ on, ...callShape(call) })),
  }
}

function callShape({ item, recipient, left, rung }: Decision) {
  const { to, channel } = recipient
  return { item: item.id, to, channel, due: item.due, workingDaysLeft: left, rung }
}
