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
import { toldOf } from './planning/outlook.ts'
import type { Letter } from './planning/plan.ts'

/** How letters go. */
export type Post = {
  readonly ledger: string
  readonly asAt: IsoDate
  readonly settings: ChannelSettings
  /** Loads a channel. */
  channelOf(id: ChannelId): Promise<Channel>
  digestOf(letter: Letter): Digest
  print(text: string): Promise<void>
}

/** What became of a letter; `failure` is null where it arrived. */
export type Delivered = {
  readonly letter: Letter
  readonly failure: { readonly why: string; readonly isLasting: boolean } | null
}

/**
 * Sends letters one after the other, each between two entries of the ledger: so a crash at any moment
 * loses none, and repeats at most the one that was on its way. One that fails stops no other. Throws a
 * WorkError where the ledger cannot be written: then no more are sent.
 */
export async function deliver(
  letters: readonly Letter[],
  post: Post,
  host: Host,
): Promise<readonly Delivered[]> {
  const senders = new Map<ChannelId, Promise<Sender>>()
  const delivered: Delivered[] = []
  try {
    for (const letter of letters) {
      const { channel } = letter.recipient
      const sender = senders.get(channel) ?? senderOf(channel, post, host)
      senders.set(channel, sender)
      delivered.push({ letter, failure: await deliverOne(letter, sender, post, host) })
    }
  } finally {
    for (const sender of senders.values()) await closed(sender)
  }
  return delivered
}

async function deliverOne(
  letter: Letter,
  prepared: Promise<Sender>,
  post: Post,
  host: Host,
): Promise<Delivered['failure']> {
  const sender = await prepared.catch(failureOf)
  // Nothing was about to go, so there is nothing to record.
  if (!('send' in sender)) return sender
  const key = await keyOf(letter)
  addTo(post.ledger, [intentOf(letter, key, post, host)], host)
  const failure = await sender.send(post.digestOf(letter), key).then(() => null, failureOf)
  addTo(post.ledger, [resultOf(key, failure, host)], host)
  return failure
}

async function senderOf(id: ChannelId, post: Post, host: Host): Promise<Sender> {
  const channel = await post.channelOf(id)
  const channelHost: ChannelHost = { ...host, print: post.print }
  return channel.prepare(channelHost, post.settings)
}

function failureOf(failure: unknown): NonNullable<Delivered['failure']> {
  const why = failure instanceof Error ? failure.message : String(failure)
  const isLasting =
    failure instanceof DeliveryError ? failure.isLasting : failure instanceof UsageError
  return { why, isLasting }
}

/** A connection that does not close properly has done its work all the same. */
async function closed(prepared: Promise<Sender>): Promise<void> {
  await prepared.then((sender) => sender.close()).catch(() => undefined)
}

function intentOf({ recipient, calls }: Letter, key: string, post: Post, host: Host): Intent {
  const { to, channel } = recipient
  const items = calls.map(toldOf)
  return { kind: 'intent', at: host.now(), asAt: post.asAt, key, to, channel, items }
}

function resultOf(key: string, failure: Delivered['failure'], host: Host): Result {
  const base = { kind: 'result', at: host.now(), key } as const
  return failure
    ? { ...base, outcome: 'failed', why: failure.why.slice(0, LONGEST) }
    : { ...base, outcome: 'sent' }
}

/** Of why it failed, the start tells enough. In characters. */
const LONGEST = 300

/** The same whenever the same is to be told to the same person over the same channel. */
export async function keyOf({ recipient, calls }: Letter): Promise<string> {
  const { to, channel } = recipient
  const items = calls.map(({ item, rung }) => [item.id, item.due, rung])
  const text = JSON.stringify([to, channel, items.sort()])
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  const hex = Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0'))
  return hex.join('').slice(0, KEY_LENGTH)
}

const KEY_LENGTH = 32
