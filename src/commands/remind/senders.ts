import { UsageError } from '../../diagnostics/failures.ts'
import type { Host } from '../../host/host.ts'
import {
  type Channel,
  type ChannelHost,
  type ChannelId,
  type ChannelSettings,
  DeliveryError,
  type Sender,
} from './planning/channel.ts'

export type SenderContext = {
  readonly settings: ChannelSettings
  channelOf(id: ChannelId): Promise<Channel>
  print(text: string): Promise<void>
}

/** Why something was not delivered, with the name of a host whose connection is at fault. */
export type DeliveryFailure = {
  readonly why: string
  readonly isLasting: boolean
  /** What is in the way of every message over this channel; undefined if it concerns this one only. */
  readonly cause: string | undefined
}

/** The senders of a run, each prepared once. */
export type Senders = {
  /** Rejects where its channel cannot be prepared. */
  of(channel: ChannelId): Promise<Sender>
  quit(): Promise<void>
}

export function sendersFor(context: SenderContext, host: Host): Senders {
  const senders = new Map<ChannelId, Promise<Sender>>()
  return {
    of: (id) => {
      const sender = senders.get(id) ?? senderOf(id, context, host)
      senders.set(id, sender)
      return sender
    },
    quit: async () => {
      for (const sender of senders.values()) await quit(sender)
    },
  }
}

async function senderOf(id: ChannelId, context: SenderContext, host: Host): Promise<Sender> {
  const channel = await context.channelOf(id)
  const channelHost: ChannelHost = { ...host, print: context.print }
  return channel.prepare(channelHost, context.settings)
}

/** A connection that fails to close has sent its messages. */
async function quit(prepared: Promise<Sender>): Promise<void> {
  await prepared.then((sender) => sender.close()).catch(() => undefined)
}

export function deliveryFailureOf(failure: unknown): DeliveryFailure {
  const message = failure instanceof Error ? failure.message : String(failure)
  if (!(failure instanceof DeliveryError)) {
    // A channel that cannot be prepared names the variable that is missing or malformed.
    const isUsage = failure instanceof UsageError
    return { why: message, isLasting: isUsage, cause: isUsage ? message : undefined }
  }
  const { isLasting, unreachable } = failure
  const why = unreachable === undefined ? message : `${unreachable}: ${message}`
  return { why, isLasting, cause: unreachable }
}
