import type { Item } from '../assessment/item.ts'
import { addDays, dayOf, type IsoDate, isoOf } from '../calendar/day.ts'
import type { Told } from './ledger.ts'
import { withTold } from './memory.ts'
import { type Call, type Decision, decide, isCall, type Terms } from './plan.ts'

/** Somebody would be told of an item on a day, if nothing is done until then. */
export type Ahead = { readonly on: IsoDate; readonly call: Call }

/** Who is told what today and why, and who would be told what on the days after it. */
export type Outlook = {
  readonly decisions: readonly Decision[]
  readonly ahead: readonly Ahead[]
}

/** The decisions of a day, and the calls of the days after it up to and with another. */
export function outlookOf(
  items: readonly Item[],
  today: IsoDate,
  until: IsoDate,
  terms: Terms,
): Outlook {
  const decisions = decide(items, dayOf(today), terms)
  const ahead: Ahead[] = []
  let { memory } = terms
  let calls = decisions.filter(isCall)
  for (let day = dayOf(today); ; ) {
    memory = withTold(memory, calls.map(tellingOf), isoOf(day))
    day = addDays(day, 1)
    if (day > dayOf(until)) return { decisions, ahead }
    calls = decide(items, day, { ...terms, memory }).filter(isCall)
    for (const call of calls) ahead.push({ on: isoOf(day), call })
  }
}

/** What a call tells, as the ledger keeps it. */
export function toldOf({ item, rung }: Call): Told {
  return { item: item.id, due: item.due, rung }
}

function tellingOf(call: Call) {
  return { recipient: call.recipient, told: toldOf(call) }
}
