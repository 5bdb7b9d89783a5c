import type {
  ChannelHost,
  Digest,
  DigestEntry,
} from '../../src/commands/remind/planning/channel.ts'
import { nodeNet } from '../../src/node/net.ts'
import { isoDate, memoryHost } from './memory-host.ts'

/** An entry of a digest, with what a test wants to be different. */
export function entryOf(more: Partial<DigestEntry> = {}): DigestEntry {
  return {
    item: 'a#draft',
    title: 'Draft action plan',
    authority: 'Exampleshire Council',
    owner: null,
    kind: 'stage',
    status: 'atRisk',
    due: isoDate('2024-02-09'),
    workingDaysLeft: 2,
    movedFrom: null,
    rung: '2 working days before',
    why: [],
    link: 'plans/a.yaml',
    ...more,
  }
}

/** A digest, with what a test wants to be different. */
export function digestOf(more: Partial<Digest> = {}): Digest {
  return {
    recipient: 'team',
    subject: 'Draft action plan due Friday 9 February: 2 working days left',
    text: 'Draft action plan due\n\nExampleshire Council: Draft action plan\n',
    html: '<!doctype html>\n<html lang="en-GB"><body><h1>Draft action plan due</h1></body></html>\n',
    entries: [entryOf()],
    footer: [],
    replyTo: null,
    complete: true,
    ...more,
  }
}

export const KEY = '0123456789abcdef0123456789abcdef'

/** A host with the real network, that waits for nobody, and what it has waited for in milliseconds. */
export function channelHost({ ca }: { ca?: string } = {}) {
  const waits: number[] = []
  const printed: string[] = []
  const { host } = memoryHost({})
  const channel: ChannelHost = {
    ...host,
    net: async () => nodeNet(ca === undefined ? {} : { ca }),
    sleep: async (milliseconds) => void waits.push(milliseconds),
    random: () => 1,
    print: async (text) => void printed.push(text),
  }
  return { host: channel, waits }
}

/** How a delivery ended: null if it arrived. */
export async function outcomeOf(
  delivery: Promise<unknown>,
): Promise<{ message: string; isLasting: unknown } | null> {
  return delivery.then(
    () => null,
    (failure: unknown) => {
      if (!(failure instanceof Error)) throw failure
      return {
        message: failure.message,
        isLasting: 'isLasting' in failure ? failure.isLasting : undefined,
      }
    },
  )
}
