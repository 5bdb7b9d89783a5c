import type { Item } from '../../../assessment/item.ts'
import type { Reminders, Weekday } from '../../../config/reminders.ts'
import { hasName } from '../../../records/names.ts'
import type { ChannelId } from './channel.ts'

export type Recipient = { readonly to: string; readonly channel: ChannelId }

/** A recipient as one place of the configuration names it. */
export type NamedRecipient = Recipient & {
  /** The weekdays of its digests; null for every day. */
  readonly on: readonly Weekday[] | null
  readonly replyTo: string | null
}

/** A recipient, and which items: those that pass every filter given. */
export type Rule = NamedRecipient & {
  readonly owner?: string
  readonly authority?: string
  readonly framework?: string
}

/** The settings of `reminders` with their defaults. */
export type Policy = {
  /** Working days left, without duplicates, descending. */
  readonly before: readonly number[]
  readonly overdue: 'daily' | 'weekly' | 'never'
  readonly escalation: { readonly after: number; readonly to: readonly NamedRecipient[] } | null
  readonly onClosedDays: boolean
  readonly quietHours: { readonly from: string; readonly to: string } | null
  readonly rules: readonly Rule[]
  /** The recipient of items that no rule covers. */
  readonly fallback: NamedRecipient
  readonly link: string | null
  /** Whom to ask, in the words of the configuration. */
  readonly contact: string | null
  /** The Reply-To of every mail for which its recipient has none. */
  readonly replyTo: string | null
}

/** The recipient of the channel `stdout`, unless the configuration names one. */
export const READER = 'standard output'

const BEFORE = [10, 5, 2, 1, 0]

export function policyOf(reminders: Reminders): Policy {
  const { before = BEFORE, overdue = 'daily', escalation, quietHours } = reminders
  const { link = null, contact = null, replyTo = null } = reminders
  return {
    before: [...new Set(before)].sort((a, b) => b - a),
    overdue,
    escalation: escalation ? { after: escalation.after, to: escalation.to.map(recipientOf) } : null,
    onClosedDays: reminders.onClosedDays ?? false,
    quietHours: quietHours ?? null,
    rules: (reminders.recipients ?? []).map((rule) => ({ ...rule, ...recipientOf(rule) })),
    fallback: recipientOf(reminders.default ?? {}),
    link,
    contact,
    replyTo,
  }
}

function recipientOf({
  to = READER,
  channel = 'stdout',
  on,
  replyTo,
}: NonNullable<Reminders['default']>): NamedRecipient {
  return { to, channel, on: on ?? null, replyTo: replyTo ?? null }
}

/** `isRegular`: by a rule or the default; `isEscalated`: by the escalation; both may hold. */
export type ItemRecipient = Recipient & {
  readonly isRegular: boolean
  readonly isEscalated: boolean
  /** The weekdays on which the item is in its digests; null for every day. */
  readonly on: readonly Weekday[] | null
}

/** Everyone who may be reminded of an item, each once. */
export function recipientsFor(item: Item, policy: Policy): ItemRecipient[] {
  const { fallback, escalation } = policy
  const meant = matchingRules(item, policy)
  const regular = meant.length > 0 ? meant : [fallback]
  const above = escalation?.to ?? []
  const isIn = (all: readonly Recipient[], one: Recipient) =>
    all.some((other) => isSameRecipient(other, one))
  return unique([...regular, ...above]).map((one) => ({
    ...one,
    isRegular: isIn(regular, one),
    isEscalated: isIn(above, one),
    on: weekdaysOf([...regular, ...above].filter((other) => isSameRecipient(other, one))),
  }))
}

/** One place that names no weekday means every day. */
function weekdaysOf(places: readonly NamedRecipient[]): ItemRecipient['on'] {
  if (places.some(({ on }) => on === null)) return null
  return [...new Set(places.flatMap(({ on }) => on ?? []))]
}

/** The rules that an item passes. */
export function matchingRules(item: Item, { rules }: Pick<Policy, 'rules'>): Rule[] {
  return rules.filter((rule) => isAbout(rule, item))
}

/** The Reply-To of mails to a recipient: the first of its own, else that of all. */
export function replyToFor(recipient: Recipient, policy: Policy): string | null {
  const { rules, fallback, escalation, replyTo } = policy
  const places = [...rules, fallback, ...(escalation?.to ?? [])]
  const own = places.find((place) => isSameRecipient(place, recipient) && place.replyTo !== null)
  return own?.replyTo ?? replyTo
}

export function recipientsOf({ rules, fallback, escalation }: Policy): Recipient[] {
  return unique([...rules, fallback, ...(escalation?.to ?? [])])
}

/** Whether `time` (HH:MM) is within the quiet hours, which may run past midnight. */
export function isQuiet(time: string, { quietHours }: Policy): boolean {
  if (!quietHours) return false
  const { from, to } = quietHours
  return from <= to ? from <= time && time < to : from <= time || time < to
}

function isAbout({ owner, authority, framework }: Rule, item: Item): boolean {
  return (
    (owner === undefined || hasName(item.owner ?? '', owner)) &&
    (authority === undefined || hasName(item.authority, authority)) &&
    (framework === undefined || item.framework === framework)
  )
}

function unique(recipients: readonly Recipient[]): Recipient[] {
  return recipients
    .filter((one, index) => recipients.findIndex((other) => isSameRecipient(other, one)) === index)
    .map(({ to, channel }) => ({ to, channel }))
}

export function isSameRecipient(a: Recipient, b: Recipient): boolean {
  return a.to === b.to && a.channel === b.channel
}
