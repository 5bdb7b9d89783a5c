import { describe, expect, it } from 'vitest'
import { bankHolidays } from '../../../src/calendar/bank-holidays.ts'
import { dayOf } from '../../../src/calendar/day.ts'
import { workingDays } from '../../../src/calendar/working-days.ts'
import { deliver } from '../../../src/commands/remind/deliver.ts'
import type { Channel, Digest } from '../../../src/commands/remind/planning/channel.ts'
import type { Message } from '../../../src/commands/remind/planning/plan.ts'
import { decide, messagesOf } from '../../../src/commands/remind/planning/plan.ts'
import { policyOf } from '../../../src/commands/remind/planning/policy.ts'
import type { Host } from '../../../src/host/host.ts'
import { assess } from '../../helpers/assess.ts'
import { isoDate, memoryHost } from '../../helpers/memory-host.ts'
import { record } from '../../helpers/record.ts'

const days = workingDays(bankHolidays('england-and-wales'))

/** The messages of a day to some people on the channel `command`. */
function messagesTo(
  people: readonly string[],
  { today = '2024-02-07', lines = '' } = {},
): Message[] {
  const { items } = assess(record(lines, { published: 'received: 2024-01-12' }), today)
  const recipients = people.map((to) => ({ to, channel: 'command' as const }))
  const policy = policyOf({ ledger: 'l', recipients })
  const memory = { lastSent: new Map(), undelivered: new Set<string>(), acks: new Map() }
  const terms = { policy, memory, daysOf: () => days, closures: [] }
  return messagesOf(decide(Object.values(items), dayOf(today), terms))
}

/** Delivers messages over a channel that refuses some people, and tells what happened in order. */
async function events(messages: readonly Message[], refused: readonly string[] = []) {
  const all: string[] = []
  const command: Channel = {
    id: 'command',
    contentOf: ({ text }) => text,
    prepare: async () => {
      all.push('prepared')
      return {
        send: async ({ recipient }) => {
          all.push(`sent to ${recipient}`)
          if (refused.includes(recipient)) throw new Error('refused')
          return ''
        },
        close: async () => {
          all.push('closed')
        },
      }
    },
  }
  const keys: string[] = []
  const { host } = memoryHost({})
  const writing: Host = {
    ...host,
    appendToDisk: (_path, text) => {
      const { kind, outcome, key } = JSON.parse(text)
      all.push(outcome ?? kind)
      if (kind === 'intent') keys.push(key)
      return {}
    },
  }
  const post = {
    ledger: 'l',
    asAt: isoDate('2024-02-07'),
    settings: { commands: {} },
    channelOf: async () => command,
    digestOf: ({ recipient: { to } }: Message): Digest => ({
      recipient: to,
      subject: '',
      text: '',
      html: '',
      footer: [],
      replyTo: null,
      entries: [],
      complete: true,
    }),
    print: async () => undefined,
  }
  const delivered = await deliver(messages, post, writing)
  return { all, keys, failures: delivered.map(({ failure }) => failure?.why ?? null) }
}

describe('messages', () => {
  it('go one after the other, each between two entries, over one connection that is closed', async () => {
    const { all, failures } = await events(messagesTo(['ada', 'bob', 'eve']), ['bob'])
    expect(all).toEqual([
      'prepared',
      ...['intent', 'sent to ada', 'sent'],
      ...['intent', 'sent to bob', 'failed'],
      ...['intent', 'sent to eve', 'sent'],
      'closed',
    ])
    expect(failures).toEqual([null, 'refused', null])
  })
})

describe('the key of a message', () => {
  const moved = 'plan: { draft: { stated: 2024-02-08 } }\n'
  const keyOf = async (to: string, more = {}) => (await events(messagesTo([to], more))).keys[0]

  it('is the same whenever the same is told', async () => {
    expect(await keyOf('ada')).toBe(await keyOf('ada'))
  })

  it.each([
    ['bob', {}, 'it is somebody else'],
    ['ada', { today: '2024-02-08' }, 'it is another rung'],
    ['ada', { today: '2024-02-06', lines: moved }, 'it is another due day'],
  ])('is another for %s under %j, because %s', async (to, more, _because) => {
    expect(await keyOf(to, more)).not.toBe(await keyOf('ada'))
  })
})
