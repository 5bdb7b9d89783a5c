import type { IsoDate } from '../../calendar/day.ts'
import { UsageError } from '../../diagnostics/failures.ts'
import type { Host } from '../../host/host.ts'
import { addTo } from './ledger-file.ts'
import {
  type Channel,
  type ChannelHost,
  type ChannelId,
  type ChannelSettings,
  DeliveryError,
  type Digest,
  type Sender,
} from './planning/channel.ts'
import type { Intent, Result } from './planning/ledger.ts'
import { sentEntryOf } from './planning/outlook.ts'
import type { Message } from './planning/plan.ts'

export type DeliveryContext = {
  readonly ledger: string
  readonly asAt: IsoDate
  readonly settings: ChannelSettings
  channelOf(id: ChannelId): Promise<Channel>
  digestOf(message: Message): Digest
  print(text: string): Promise<void>
}

/** `failure` is null for a message that was delivered. */
export type Delivered = {
  readonly message: Message
  readonly failure: { readonly why: string; readonly isLasting: boolean } | null
}

/**
 * Sends messages in turn, each between two ledger entries: a crash at any moment loses none and repeats
 * at most the one in flight. A failed message stops no other. Throws a WorkError where the ledger cannot
 * be written, and then sends no more.
 */
export async function deliver(
  messages: readonly Message[],
  context: DeliveryContext,
  host: Host,
): Promise<readonly Delivered[]> {
  const senders = new Map<ChannelId, Promise<Sender>>()
  const delivered: Delivered[] = []
  try {
    for (const message of messages) {
      const { channel } = message.recipient
      const sender = senders.get(channel) ?? senderOf(channel, context, host)
      senders.set(channel, sender)
      delivered.push({ message, failure: await deliverOne(message, sender, context, host) })
    }
  } finally {
    for (const sender of senders.values()) await quit(sender)
  }
  return delivered
}

async function deliverOne(
  message: Message,
  prepared: Promise<Sender>,
  context: DeliveryContext,
  host: Host,
): Promise<Delivered['failure']> {
  const sender = await prepared.catch(failureOf)
  // Nothing was sent, so there is nothing to record.
  if (!('send' in sender)) return sender
  const key = await keyOf(message)
  addTo(context.ledger, [intentOf(message, key, context, host)], host)
  const failure = await sender.send(context.digestOf(message), key).then(() => null, failureOf)
  addTo(context.ledger, [resultOf(key, failure, host)], host)
  return failure
}

async function senderOf(id: ChannelId, context: DeliveryContext, host: Host): Promise<Sender> {
  const channel = await context.channelOf(id)
  const channelHost: ChannelHost = { ...host, print: context.print }
  return channel.prepare(channelHost, context.settings)
}

function failureOf(failure: unknown): NonNullable<Delivered['failure']> {
  const why = failure instanceof Error ? failure.message : String(failure)
  const isLasting =
    failure instanceof DeliveryError ? failure.isLasting : failure instanceof UsageError
  return { why, isLasting }
}

/** A connection that fails to close has sent its messages. */
async function quit(prepared: Promise<Sender>): Promise<void> {
  await prepared.then((sender) => sender.close()).catch(() => undefined)
}

function intentOf(
  { recipient, reminders }: Message,
  key: string,
  context: DeliveryContext,
  host: Host,
): Intent {
  const { to, channel } = recipient
  const items = reminders.map(sentEntryOf)
  return { kind: 'intent', at: host.now(), asAt: context.asAt, key, to, channel, items }
}

function resultOf(key: string, failure: Delivered['failure'], host: Host): Result {
  const base = { kind: 'result', at: host.now(), key } as const
  return failure
    ? { ...base, outcome: 'failed', why: failure.why.slice(0, LONGEST) }
    : { ...base, outcome: 'sent' }
}

/** Characters of an error message that go into the ledger. */
const LONGEST = 300

/** Idempotency key: equal for equal reminders to one recipient over one channel. */
export async function keyOf({ recipient, reminders }: Message): Promise<string> {
  const { to, channel } = recipient
  const items = reminders.map(({ item, threshold }) => [item.id, item.due, threshold])
  const text = JSON.stringify([to, channel, items.sort()])
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  const hex = Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0'))
  return hex.join('').slice(0, KEY_LENGTH)
}

const KEY_LENGTH = 32
