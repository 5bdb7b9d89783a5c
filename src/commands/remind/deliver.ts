import type { IsoDate } from '../../calendar/day.ts'
import type { Host } from '../../host/host.ts'
import { addTo } from './ledger-file.ts'
import type { Digest, Sender } from './planning/channel.ts'
import type { Intent, Result } from './planning/ledger.ts'
import { sentEntryOf } from './planning/outlook.ts'
import type { Message } from './planning/plan.ts'
import {
  type DeliveryFailure,
  deliveryFailureOf,
  type SenderContext,
  sendersFor,
} from './senders.ts'

export type DeliveryContext = SenderContext & {
  readonly ledger: string
  readonly asAt: IsoDate
  digestOf(message: Message): Digest
}

/** `failure` is null for a message that was delivered. */
export type Delivered = {
  readonly message: Message
  readonly failure: DeliveryFailure | null
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
  const senders = sendersFor(context, host)
  const delivered: Delivered[] = []
  try {
    for (const message of messages) {
      const sender = senders.of(message.recipient.channel)
      delivered.push({ message, failure: await deliverOne(message, sender, context, host) })
    }
  } finally {
    await senders.quit()
  }
  return delivered
}

async function deliverOne(
  message: Message,
  prepared: Promise<Sender>,
  context: DeliveryContext,
  host: Host,
): Promise<Delivered['failure']> {
  const sender = await prepared.catch(deliveryFailureOf)
  // Nothing was sent, so there is nothing to record.
  if (!('send' in sender)) return sender
  const key = await keyOf(message)
  addTo(context.ledger, [intentOf(message, key, context, host)], host)
  const failure = await sender
    .send(context.digestOf(message), key)
    .then(() => null, deliveryFailureOf)
  addTo(context.ledger, [resultOf(key, failure, host)], host)
  return failure
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
export function keyOf({ recipient, reminders }: Message): Promise<string> {
  const { to, channel } = recipient
  const items = reminders.map(({ item, threshold }) => [item.id, item.due, threshold])
  return keyFrom([to, channel, items.sort()])
}

/** A key of 32 hexadecimal digits, equal for equal values. */
export async function keyFrom(value: unknown): Promise<string> {
  const text = new TextEncoder().encode(JSON.stringify(value))
  const hash = await crypto.subtle.digest('SHA-256', text)
  const hex = Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0'))
  return hex.join('').slice(0, KEY_LENGTH)
}

const KEY_LENGTH = 32
