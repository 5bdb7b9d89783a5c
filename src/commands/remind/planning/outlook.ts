import type { Item } from '../../../assessment/item.ts'
import { addDays, dayOf, type IsoDate, isoOf } from '../../../calendar/day.ts'
import { compareText } from '../../../language/text-order.ts'
import type { Told } from './ledger.ts'
import { tellingAfter } from './memory.ts'
import {
  type Call,
  type Concern,
  concernsOf,
  type Decision,
  decideOne,
  isCall,
  type Terms,
} from './plan.ts'

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
  const concerns = concernsOf(items, terms)
  const ahead = concerns.flatMap((concern) => aheadOf(concern, today, until, terms))
  return {
    decisions: concerns.map((concern) => decideOne(concern, dayOf(today), terms)),
    // What is on the same day stays in its order: most urgent first.
    ahead: ahead.sort((a, b) => compareText(a.on, b.on)),
  }
}

/** When one person would be told of one item after a day, if they are told on it what is to be told. */
function aheadOf(concern: Concern, today: IsoDate, until: IsoDate, terms: Terms): Ahead[] {
  const ahead: Ahead[] = []
  let { telling } = concern
  const last = dayOf(until)
  for (let day = dayOf(today); day <= last; day = addDays(day, 1)) {
    const decision = decideOne({ ...concern, telling }, day, terms)
    if (!isCall(decision)) continue
    const on = isoOf(day)
    telling = tellingAfter(telling, toldOf(decision), on)
    if (on > today) ahead.push({ on, call: decision })
  }
  return ahead
}

/** What a call tells, as the ledger keeps it. */
export function toldOf({ item, rung }: Call): Told {
  return { item: item.id, due: item.due, rung }
}
