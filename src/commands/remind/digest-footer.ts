import { count } from '../../language/count.ts'
import { listing } from '../../language/listing.ts'
import { commandWord } from '../../terminal/command-word.ts'
import type { Message, Reminder } from './planning/plan.ts'
import {
  isSameRecipient,
  matchingRules,
  type Policy,
  READER,
  type Recipient,
  replyToFor,
} from './planning/policy.ts'

/**
 * What a digest says below its items, a sentence each and not sanitised: why it came, and whom to ask.
 * Only what is printed is read by whoever runs plandue, so only that offers a command line.
 */
export function footerOf(message: Message, policy: Policy): string[] {
  const { recipient } = message
  return [
    ...(recipient.to === READER ? [] : [groundsWording(message, policy)]),
    ...(recipient.channel === 'stdout'
      ? hintsForOperator(recipient, policy)
      : [asking(recipient, policy)]),
  ]
}

function groundsWording({ recipient, reminders }: Message, policy: Policy): string {
  const grounds = reminders.flatMap((reminder) => groundsOf(reminder, recipient, policy))
  return `You get this because ${listing([...new Set(grounds)])}.`
}

function groundsOf({ item, left }: Reminder, recipient: Recipient, policy: Policy): string[] {
  const { fallback, escalation } = policy
  const rules = matchingRules(item, policy)
  const isEscalated = escalation?.to.some((one) => isSameRecipient(one, recipient)) ?? false
  return [
    ...rules.filter((rule) => isSameRecipient(rule, recipient)).map(ruleWording),
    ...(rules.length === 0 && isSameRecipient(fallback, recipient)
      ? ['no rule names anyone else']
      : []),
    ...(escalation && isEscalated && left <= -escalation.after
      ? [`something is ${count(escalation.after, 'working day')} late or more`]
      : []),
  ]
}

function ruleWording({ owner, authority, framework }: Policy['rules'][number]): string {
  const filters = Object.entries({ owner, authority, framework }).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key} ${value}`],
  )
  return `you are named for ${filters.length === 0 ? 'all items' : filters.join(' with ')}`
}

function hintsForOperator(recipient: Recipient, policy: Policy): string[] {
  return [
    `To pause reminders of an item: plandue remind ack ITEM --by ${commandWord(recipient.to)}`,
    ...questionsWording(recipient, policy),
  ]
}

/** Whom to ask, if the configuration says so. */
export function questionsWording(recipient: Recipient, policy: Policy): string[] {
  const how = waysToAsk(recipient, policy)
  return how === '' ? [] : [`For questions: ${how}`]
}

function asking(recipient: Recipient, policy: Policy): string {
  const how = waysToAsk(recipient, policy) || 'ask whoever runs plandue for you'
  return `For questions, or to pause reminders of an item: ${how}`
}

function waysToAsk(recipient: Recipient, policy: Policy): string {
  const { contact } = policy
  const isAnswerable = recipient.channel === 'email' && replyToFor(recipient, policy) !== null
  const ways = [
    ...(isAnswerable ? ['reply to this email'] : []),
    ...(contact === null ? [] : [`ask ${contact}`]),
  ]
  return ways.join(', or ')
}
