import { groupBy } from '../../language/group-by.ts'
import { listing } from '../../language/listing.ts'
import { printable } from '../../terminal/printable.ts'
import type { Delivered } from './deliver.ts'
import type { DeliveryFailure } from './senders.ts'
import { recipientWording } from './wording.ts'

/** A line for each message that was sent. */
export function sentLines(delivered: readonly Delivered[]): string[] {
  return delivered.flatMap(({ message: { recipient, reminders }, failure }) => {
    const items = reminders.map(({ item }) => printable(item.id)).join(', ')
    return failure ? [] : [`Sent to ${printable(recipientWording(recipient))}: ${items}`]
  })
}

/** A line for each cause, with everybody who got nothing because of it. */
export function failureLines(delivered: readonly Delivered[]): string[] {
  const missed = delivered.flatMap(({ message, failure }) =>
    failure ? [{ failure, who: printable(recipientWording(message.recipient)) }] : [],
  )
  const byCause = groupBy(missed, ({ failure }) => failure.cause ?? failure)
  return [...byCause.values()].flatMap((same) =>
    same.slice(0, 1).map(({ failure }) => {
      const who = listing(same.map((one) => one.who))
      return `not delivered: ${who}: ${printable(failure.why)}; ${nextWording(failure)}`
    }),
  )
}

function nextWording({ isLasting }: DeliveryFailure): string {
  return isLasting ? 'fix this before the next run' : 'the next run tries again'
}
