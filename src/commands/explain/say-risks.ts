import type { Item, Reason, Step, Waiver } from '../../assessment/item.ts'
import { appliedWaivers } from '../../assessment/waivers.ts'
import type { IsoDate } from '../../calendar/day.ts'
import { longDate } from '../../calendar/format-date.ts'
import { capitalised } from '../../language/capitalised.ts'

/** What puts an item at risk beside the days that are left, and what of it is waived. */
export function riskSentences(item: Item, today: IsoDate): string[] {
  return [
    ...item.reasons.flatMap((reason, index) =>
      sentencesOn(reason, item, item.why[index] ?? '', today),
    ),
    ...appliedWaivers(item).map(waiverSentence),
  ]
}

function sentencesOn(reason: Reason, item: Item, why: string, today: IsoDate): string[] {
  const open = item.steps.filter(({ done }) => done === null)
  switch (reason) {
    case 'dueSoon':
    case 'receiptUnknown':
      // The sentences before state both.
      return []
    case 'earlierStageOverdue':
      return [capitalised(why)]
    case 'forecastLate':
      return [
        `The authority expects to finish on ${longDate(item.expected ?? '')}, after the deadline`,
      ]
    case 'blocked':
      return [`This is ${why}`]
    case 'actionAfterDeadline':
      return [`The action is ${why}`]
    case 'stepMissed':
      return open.filter(({ on }) => on < today).map(missedSentence)
    case 'stepOnClosure':
      return open.filter(({ on, closure }) => on >= today && closure).map(closureSentence)
    case 'stepAfterDue':
      return open.filter(({ on }) => on > (item.due ?? '')).map(lateSentence)
  }
}

function missedSentence({ title, on }: Step): string {
  return `The step “${title}” was planned for ${longDate(on)} and is not recorded as done`
}

function closureSentence({ title, on, closure }: Step): string {
  return `The step “${title}” is planned for ${longDate(on)}, when the authority is closed (${closure})`
}

function lateSentence({ title, on }: Step): string {
  return `The step “${title}” is planned for ${longDate(on)}, after the deadline`
}

function waiverSentence({ rule, until, approvedBy, reason }: Waiver): string {
  const what = rule === 'overdue' ? 'that it is late' : 'this risk'
  return `${approvedBy} has waived ${what} until ${longDate(until)}: ${reason.trim()}`
}
