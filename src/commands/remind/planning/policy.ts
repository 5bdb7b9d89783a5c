import type { Item } from '../../../assessment/item.ts'
import type { Reminders } from '../../../config/reminders.ts'
import { hasName } from '../../../records/names.ts'
import type { ChannelId } from './channel.ts'

export type Recipient = { readonly to: string; readonly channel: ChannelId }

/** A recipient, and which items: those that pass every filter given. */
export type Rule = Recipient & {
  readonly owner?: string
  readonly authority?: string
  readonly framework?: string
}

/** The settings of `reminders` with their defaults. */
export type Policy = {
  /** Working days left, without duplicates, descending. */
  readonly before: readonly number[]
  readonly overdue: 'daily' | 'weekly' | 'never'
  readonly escalation: { readonly after: number; readonly to: readonly Recipient[] } | null
  readonly onClosedDays: boolean
  readonly quietHours: { readonly from: string; readonly to: string } | null
  readonly rules: readonly Rule[]
  /** The recipient of items that no rule covers. */
  readonly fallback: Recipient
  readonly link: string | null
}

/** The recipient of the channel `stdout`, unless the configuration names one. */
const READER = 'standard output'

const BEFORE = [10, 5, 2, 1, 0]

export function policyOf(reminders: Reminders): Policy {
  const { before = BEFORE, overdue = 'daily', escalation, quietHours, link } = reminders
  return {
    before: [...new Set(before)].sort((a, b) => b - a),
    overdue,
    escalation: escalation ? { after: escalation.after, to: escalation.to.map(recipientOf) } : null,
    onClosedDays: reminders.onClosedDays ?? false,
    quietHours: quietHours ?? null,
    rules: (reminders.recipients ?? []).map((rule) => ({ ...rule, ...recipientOf(rule) })),
    fallback: recipientOf(reminders.default ?? {}),
    link: link ?? null,
  }
}

function recipientOf({ to = READER, channel = 'stdout' }: Partial<Recipient>): Recipient {
  return { to, channel }
}

/** `isRegular`: by a rule or the default; `isEscalated`: by the escalation; both may hold. */
export type ItemRecipient = Recipient & {
  readonly isRegular: boolean
  readonly isEscalated: boolean
}

/** Everyone who may be reminded of an item, each once. */
export function recipientsFor(
  item: Item,
  { rules, fallback, escalation }: Policy,
): ItemRecipient[] {
  const meant = rules.filter((rule) => isAbout(rule, item))
  const regular = unique(meant.length > 0 ? meant : [fallback])
  const above = unique(escalation?.to ?? [])
  const isIn = (all: readonly Recipient[], one: Recipient) =>
    all.some((other) => isSame(other, one))
  return unique([...regular, ...above]).map((one) => ({
    ...one,
    isRegular: isIn(regular, one),
    isEscalated: isIn(above, one),
  }))
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
    .filter((one, index) => recipients.findIndex((other) => isSame(other, one)) === index)
    .map(({ to, channel }) => ({ to, channel }))
}

function isSame(a: Recipient, b: Recipient): boolean {
  return a.to === b.to && a.channel === b.channel
}
