import { createHmac } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { notify } from '../../../../src/commands/remind/channels/notify.ts'
import { secondsOf } from '../../../../src/commands/remind/channels/posting.ts'
import { slack } from '../../../../src/commands/remind/channels/slack.ts'
import { teams } from '../../../../src/commands/remind/channels/teams.ts'
import { webhook } from '../../../../src/commands/remind/channels/webhook.ts'
import type {
  Channel,
  ChannelId,
  Digest,
} from '../../../../src/commands/remind/planning/channel.ts'
import { channelHost, digestOf, entryOf, KEY, outcomeOf } from '../../../helpers/digest.ts'
import { isoDate } from '../../../helpers/memory-host.ts'
import { closedPort, httpServer, type Reply, type Seen } from '../../../helpers/servers.ts'

const open: (() => void)[] = []

afterEach(() => {
  for (const close of open.splice(0)) close()
})

async function server(...replies: readonly Reply[]) {
  const started = await httpServer(...replies)
  open.push(started.close)
  return started
}

const SERVICE = '26785a09-ab16-4eb0-8407-a37497a57506'
const SECRET_ID = '3d844edf-8d35-48ac-975b-e847b4f122b0'
const SECRET = 'a-secret-of-enough-length'

/** The variables of all channels, for a server. */
const envOf =
  (url: string) =>
  (name: string): string | undefined =>
    ({
      PLANDUE_SLACK_TEAM: `${url}/services/T0/B0/hidden-part`,
      PLANDUE_TEAMS_TEAM: `${url}/workflows/hidden-part?sig=hidden-signature`,
      PLANDUE_WEBHOOK_TEAM: `${url}/hook/hidden-part`,
      PLANDUE_WEBHOOK_TEAM_SECRET: SECRET,
      PLANDUE_NOTIFY_API_KEY: `plans-${SERVICE}-${SECRET_ID}`,
      PLANDUE_NOTIFY_TEMPLATE: '5f3a2f0e-0000-4000-8000-000000000000',
      PLANDUE_NOTIFY_URL: url,
    })[name]

async function sendTo(channel: Channel, url: string, digest: Digest = digestOf()) {
  const { host, waits } = channelHost()
  const sender = await channel.prepare({ ...host, env: envOf(url) }, { commands: {} })
  const outcome = await outcomeOf(sender.send(digest, KEY))
  await sender.close()
  return { outcome, waits }
}

function first(seen: readonly Seen[]): Seen {
  const [request] = seen
  if (!request) throw new Error('nothing came')
  return request
}

const refused = (status: number, body: string, headers = {}): Reply => ({ status, body, headers })

/** What a server could tell of the secrets of a channel. */
const TOLD: Partial<Record<ChannelId, string>> = {
  slack: '/services/T0/B0/hidden-part and hidden-part',
  teams: 'hidden-part and hidden-signature',
  webhook: `hidden-part and ${SECRET}`,
  notify: `plans-${SERVICE}-${SECRET_ID} and ${Buffer.from(SECRET_ID).toString('base64')}`,
}

describe.each([slack, teams, webhook, notify])('$id', (channel) => {
  const isRepeatable = channel.id === 'webhook'
  const unsure = isRepeatable ? ', 4 times' : '; it may have arrived'

  it.each<[string, Reply[], number, number[], string | null, boolean?]>([
    ['takes it', [{ status: 202 }], 1, [], null],
    ['has a bad moment', [refused(503, ''), { status: 200 }], 2, [1000], null],
    [
      'is broken',
      [refused(500, 'oh\r\n::error::no')],
      4,
      [1000, 2000, 4000],
      'the server answered 500: oh : :error: :no, 4 times',
    ],
    ['is in a hurry', [refused(429, '', { 'Retry-After': '7' }), { status: 200 }], 2, [7000], null],
    [
      'wants a long rest',
      [refused(429, '', { 'Retry-After': '3600' })],
      1,
      [],
      'the server answered 429, and asks to wait 3600 seconds',
    ],
    ['is not ready', [refused(425, ''), { status: 200 }], 2, [1000], null],
    [
      'is in no hurry',
      [refused(429, '', { 'Retry-After': '30' }), { status: 200 }],
      2,
      [30_000],
      null,
    ],
    [
      'wants more rest than there is time for',
      [refused(429, '', { 'Retry-After': '31' })],
      1,
      [],
      'the server answered 429, and asks to wait 31 seconds',
    ],
    ['was too slow', [refused(408, ''), { status: 200 }], 2, [1000], null],
    ['refuses', [refused(403, 'nope')], 1, [], 'the server answered 403: nope', true],
    [
      'says that it failed, with a status of success',
      [refused(200, 'Webhook message delivery failed with error: HTTP error 429')],
      1,
      [],
      'the server answered 200: Webhook message delivery failed with error: HTTP error 429',
    ],
    [
      'says so in JSON',
      [refused(200, '{"ok":false,"error":"channel_not_found"}')],
      1,
      [],
      'the server answered 200: {"ok":false,"error":"channel_not_found"}',
    ],
    ['says that all is well', [refused(200, 'ok')], 1, [], null],
    [
      'sends elsewhere',
      [refused(307, '', { Location: '/elsewhere' })],
      1,
      [],
      'the server answered 307 (a redirect is not followed)',
      true,
    ],
  ])('that %s', async (_, replies, tries, pauses, message, isLasting = false) => {
    const { url, seen } = await server(...replies)
    const { outcome, waits } = await sendTo(channel, url)
    expect(outcome).toEqual(message === null ? null : { message, isLasting })
    expect({ tries: seen.length, waits }).toEqual({ tries, waits: pauses })
  })

  it(`that drops the connection is ${isRepeatable ? '' : 'not '}asked again`, async () => {
    const { url, seen } = await server('drop')
    const { outcome } = await sendTo(channel, url)
    expect(outcome?.message).toMatch(/^the connection broke/)
    expect(outcome?.message).toContain(unsure)
    expect(seen).toHaveLength(isRepeatable ? 4 : 1)
  })

  it('that is not there is tried four times', async () => {
    const { outcome, waits } = await sendTo(channel, `http://127.0.0.1:${await closedPort()}`)
    const message = 'the server refused the connection, 4 times'
    expect({ outcome, waits }).toEqual({
      outcome: { message, isLasting: false },
      waits: [1000, 2000, 4000],
    })
  })

  it('shows no secret, even if the server tells it', async () => {
    const { url } = await server(refused(400, `you sent ${TOLD[channel.id]}`))
    const { outcome } = await sendTo(channel, url)
    expect(outcome?.message).toBe('the server answered 400: you sent *** and ***')
  })
})

const HOSTILE = {
  title: '<!channel> <@U1> @here [x](https://evil.example) *b* <at>all</at>\r\nX: y \u202egnp',
  authority: '& <https://evil.example|Login> | https://evil.example',
  owner: '**_~`',
  why: ['<script>alert(1)</script>'],
  link: 'https://plans.example/a|b>c<d',
}

describe('a message to Slack', () => {
  it('has the facts, and no mention or link of a record', async () => {
    const { url, seen } = await server({ status: 200 })
    await sendTo(slack, url, digestOf({ entries: [entryOf(HOSTILE)], complete: false }))
    const { text, blocks, unfurl_links, unfurl_media } = JSON.parse(seen[0]?.body ?? '')
    expect({ text, unfurl_links, unfurl_media }).toEqual({
      text: digestOf().subject,
      unfurl_links: false,
      unfurl_media: false,
    })
    const [head, entry] = blocks.map((block: { text: { text: string } }) => block.text.text)
    expect(head).toContain('some records could not be read')
    expect(entry).toContain('Due Friday 9 February 2024: 2 working days left')
    expect(entry.split('\n')[0]).toMatch(/^\*[^*]+\*$/)
    expect(entry.match(/<[^>]*>/g)).toEqual([
      '<https://plans.example/a%7Cb%3Ec%3Cd|Open the record>',
    ])
    for (const block of blocks) expect(block.text.verbatim).toBe(true)
  })

  it('has fifty blocks at most, and says what is left out', async () => {
    const { url, seen } = await server({ status: 200 })
    const many = Array.from({ length: 60 }, (_, index) => entryOf({ item: `a#A${index}` }))
    await sendTo(slack, url, digestOf({ entries: many }))
    const { blocks } = JSON.parse(seen[0]?.body ?? '')
    expect(blocks).toHaveLength(49)
    expect(blocks.at(-1).text.text).toContain('And 13 more')
  })

  it('has no text that is longer than Slack takes', async () => {
    const { url, seen } = await server({ status: 200 })
    const long = 'x<'.repeat(500_000)
    const why = Array.from({ length: 20 }, () => long)
    await sendTo(slack, url, digestOf({ entries: [entryOf({ title: long, why, item: long })] }))
    for (const { text } of JSON.parse(seen[0]?.body ?? '').blocks) {
      expect(text.text.length).toBeLessThanOrEqual(3000)
    }
  })
})

describe('an entry of a message', () => {
  const why = ['one', 'two', 'three', 'four', 'five', 'six']
  it.each([
    [{}, ['Due Friday 9 February 2024: 2 working days left']],
    [{ workingDaysLeft: 0 }, ['Due Friday 9 February 2024: no working day left']],
    [
      { status: 'overdue', workingDaysLeft: -3 },
      ['Was due Friday 9 February 2024: 3 working days late'],
    ],
    // The due day was a Friday, and it is Saturday.
    [{ status: 'overdue', workingDaysLeft: 0 }, ['Was due Friday 9 February 2024: overdue']],
    [
      { movedFrom: isoDate('2024-02-02') },
      [
        'Due Friday 9 February 2024: 2 working days left',
        'Moved: you were sent Friday 2 February 2024 before',
      ],
    ],
    [
      { why },
      ['Due Friday 9 February 2024: 2 working days left', 'one', 'two', 'three', 'four', 'five'],
    ],
  ] as const)('like %j has lines of its own', async (more, lines) => {
    const { url, seen } = await server({ status: 202 })
    await sendTo(teams, url, digestOf({ entries: [entryOf(more)] }))
    const { body } = JSON.parse(seen[0]?.body ?? '').attachments[0].content
    const [head, ...runs] = body[1].inlines
    expect(head.text).toBe('Exampleshire Council: Draft action plan')
    expect(head.color).toBe('status' in more ? 'Attention' : undefined)
    expect(runs.map(({ text }: { text: string }) => text)).toEqual(
      [...lines, 'a#draft'].map((line) => `\n${line}`),
    )
  })
})

describe('a card for Teams', () => {
  it('has texts only where Markdown is not read', async () => {
    const { url, seen } = await server({ status: 202 })
    await sendTo(teams, url, digestOf({ entries: [entryOf(HOSTILE)] }))
    const { type, attachments } = JSON.parse(seen[0]?.body ?? '')
    expect(type).toBe('message')
    const { body } = attachments[0].content
    const kinds = body.flatMap((block: { type: string; inlines: { type: string }[] }) => [
      block.type,
      ...block.inlines.map((run) => run.type),
    ])
    expect([...new Set(kinds)]).toEqual(['RichTextBlock', 'TextRun'])
    expect(JSON.stringify(body)).not.toMatch(/\\r|\u202e/)
    expect(body[1].inlines.at(-1).selectAction).toEqual({
      type: 'Action.OpenUrl',
      url: 'https://plans.example/a|b%3Ec%3Cd',
    })
  })

  it('says that something may be missing', async () => {
    const { url, seen } = await server({ status: 202 })
    await sendTo(teams, url, digestOf({ complete: false }))
    const { body } = JSON.parse(seen[0]?.body ?? '').attachments[0].content
    expect(body[1].inlines[0].text).toContain('some records could not be read')
  })

  it('is no larger than Teams takes, and says what is left out', async () => {
    const { url, seen } = await server({ status: 202 })
    const many = Array.from({ length: 40 }, () => entryOf({ title: 'é'.repeat(1000) }))
    await sendTo(teams, url, digestOf({ entries: many }))
    const body = seen[0]?.body ?? ''
    expect(Buffer.byteLength(body)).toBeLessThan(28_000)
    expect(body).toMatch(/And \d+ more/)
  })
})

describe('a webhook', () => {
  it('gets the facts with a signature that whoever has the secret can check', async () => {
    const { url, seen } = await server({ status: 200 })
    await sendTo(webhook, url, digestOf({ entries: [entryOf(HOSTILE)] }))
    const { headers, body } = first(seen)
    expect(JSON.parse(body)).toMatchObject({
      schemaVersion: 1,
      key: KEY,
      recipient: 'team',
      complete: true,
      entries: [{ title: HOSTILE.title, due: '2024-02-09', workingDaysLeft: 2 }],
    })
    const timestamp = headers['webhook-timestamp']
    const signed = createHmac('sha256', SECRET).update(`${KEY}.${timestamp}.${body}`)
    expect(headers['webhook-signature']).toBe(`v1,${signed.digest('base64')}`)
    expect(headers['webhook-id']).toBe(KEY)
    expect(headers['idempotency-key']).toBe(KEY)
    expect(timestamp).toBe(String(Date.parse('2024-02-05T06:05:00Z') / 1000))
  })

  it.each(['fifteen letters', 'whsec_no base64 at all', 'whsec_c2l4dGVlbiBieXR'])(
    'is not signed with %j',
    async (secret) => {
      const { url, seen } = await server({ status: 200 })
      const env = (name: string) => (name.endsWith('_SECRET') ? secret : envOf(url)(name))
      const sender = await webhook.prepare({ ...channelHost().host, env }, { commands: {} })
      expect(await outcomeOf(sender.send(digestOf(), KEY))).toEqual({
        message: '`PLANDUE_WEBHOOK_TEAM_SECRET` is not a secret of 16 characters or more',
        isLasting: true,
      })
      expect(seen).toEqual([])
    },
  )

  it('reads a secret as the standard writes it', async () => {
    const { url, seen } = await server({ status: 200 })
    const coded = Buffer.from('twenty-four bytes of key').toString('base64')
    const env = (name: string) => (name.endsWith('_SECRET') ? `whsec_${coded}` : envOf(url)(name))
    const sender = await webhook.prepare({ ...channelHost().host, env }, { commands: {} })
    await sender.send(digestOf(), KEY)
    const { headers, body } = first(seen)
    const text = `${KEY}.${headers['webhook-timestamp']}.${body}`
    const signed = createHmac('sha256', 'twenty-four bytes of key').update(text)
    expect(headers['webhook-signature']).toBe(`v1,${signed.digest('base64')}`)
  })
})

describe('GOV.UK Notify', () => {
  it('gets an email with our key as its reference, signed by its own client', async () => {
    const { url, seen } = await server({ status: 201, body: '{}' })
    const text = 'Plan [log in](https://evil.example)\n# Big\n  - why\n'
    await sendTo(notify, url, digestOf({ recipient: 'ada@example.gov.uk', text }))
    const { path, headers, body } = first(seen)
    expect(path).toBe('/v2/notifications/email')
    expect(JSON.parse(body)).toEqual({
      template_id: '5f3a2f0e-0000-4000-8000-000000000000',
      email_address: 'ada@example.gov.uk',
      personalisation: {
        subject: digestOf().subject,
        body: 'Plan [log in] (https://evil.example)\n\\# Big\n  - why\n',
      },
      reference: KEY,
      sanitise_content_for: ['subject', 'body'],
    })
    const [head = '', claims = '', signature] = (headers['authorization'] ?? '')
      .replace('Bearer ', '')
      .split('.')
    const expected = createHmac('sha256', SECRET_ID).update(`${head}.${claims}`)
    expect(signature).toBe(expected.digest('base64url'))
    const { iss, iat } = JSON.parse(Buffer.from(claims, 'base64url').toString())
    expect(iss).toBe(SERVICE)
    expect(Math.abs(iat - Date.now() / 1000)).toBeLessThan(60)
  })

  it('gets no more than it takes, and says that there is more', async () => {
    const { url, seen } = await server({ status: 201 })
    const text = `Items\n\n${'Plän: ä\nDue: soon\n\n'.repeat(120_000)}The end\n`
    await sendTo(notify, url, digestOf({ recipient: 'ada@example.gov.uk', text }))
    const { body } = JSON.parse(first(seen).body).personalisation
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(1_950_000)
    expect(body).toMatch(
      /^Items\n\n(Plän: ä\nDue: soon\n\n){80000,}There are more items, for which there is no room here\n$/,
    )
  })

  it.each([
    [400, 'BadRequestError', "Can't send to this recipient using a team-only API key", 1],
    [403, 'AuthError', 'Error: Your system clock must be accurate to within 30 seconds', 1],
    [
      429,
      'RateLimitError',
      'Exceeded rate limit for key type LIVE of 3000 requests per 60 seconds',
      4,
    ],
    [500, 'Exception', 'Internal server error', 4],
  ])('that answers %i says why', async (status, error, message, tries) => {
    const body = JSON.stringify({ errors: [{ error, message }], status_code: status })
    const { url, seen } = await server({ status, body })
    const { outcome } = await sendTo(notify, url)
    expect(outcome?.message).toContain(`the server answered ${status}: `)
    expect(outcome?.message).toContain(message)
    expect(outcome?.isLasting).toBe(tries === 1)
    expect(seen).toHaveLength(tries)
  })

  it.each([
    ['PLANDUE_NOTIFY_API_KEY', undefined, '`PLANDUE_NOTIFY_API_KEY` is not set'],
    ['PLANDUE_NOTIFY_API_KEY', 'secret', '`PLANDUE_NOTIFY_API_KEY` is not a GOV.UK Notify API key'],
    ['PLANDUE_NOTIFY_TEMPLATE', ' ', '`PLANDUE_NOTIFY_TEMPLATE` is not set'],
    ['PLANDUE_NOTIFY_URL', 'http://notify.example', 'does not begin with https://'],
  ])('with %s as %j is not begun', async (variable, value, message) => {
    const env = (name: string) => (name === variable ? value : envOf('http://localhost')(name))
    const prepared = notify.prepare({ ...channelHost().host, env }, { commands: {} })
    await expect(prepared).rejects.toThrow(message)
  })
})

describe.each([slack, teams, webhook])('the address for $id', (channel) => {
  const kind = channel.id.toUpperCase()
  it.each([
    ['', `\`PLANDUE_${kind}_QA_TEAM\` is not set`],
    ['hooks.example/secret', `\`PLANDUE_${kind}_QA_TEAM\` is not a URL`],
    ['http://hooks.example/secret', 'does not begin with https://'],
    ['file:///etc/secret', 'does not begin with https://'],
    ['https://me:secret@hooks.example', 'has a user name or password in its URL'],
    ['https://secret@hooks.example', 'has a user name or password in its URL'],
    ['http://127.0.0.1.example.org/secret', 'does not begin with https://'],
  ])('may not be %j, and the message does not tell it', async (value, message) => {
    const env = (name: string) => (name === `PLANDUE_${kind}_QA_TEAM` ? value : undefined)
    const sender = await channel.prepare({ ...channelHost().host, env }, { commands: {} })
    const outcome = await outcomeOf(sender.send(digestOf({ recipient: 'QA team' }), KEY))
    expect(outcome).toMatchObject({ isLasting: true, message: expect.stringContaining(message) })
    expect(outcome?.message).not.toContain('secret')
  })
})

describe('a run over many recipients', () => {
  it('asks a service that is not there for the first of them only', async () => {
    const port = await closedPort()
    const { host, waits } = channelHost()
    const env = (name: string) =>
      name === 'PLANDUE_SLACK_AWAY' || name === 'PLANDUE_SLACK_AWAY_TOO'
        ? `http://127.0.0.1:${port}/${name}`
        : envOf(url)(name)
    const { url, seen } = await server({ status: 200 })
    const sender = await slack.prepare({ ...host, env }, { commands: {} })
    const outcomes: unknown[] = []
    for (const recipient of ['away', 'away too', 'team']) {
      outcomes.push(await outcomeOf(sender.send(digestOf({ recipient }), KEY)))
    }
    const why = 'the server refused the connection, 4 times'
    expect(outcomes).toEqual([
      { message: why, isLasting: false },
      { message: `not tried again in this run: ${why}`, isLasting: false },
      null,
    ])
    expect({ waits: waits.length, told: seen.length }).toEqual({ waits: 3, told: 1 })
  })
})

describe('Retry-After', () => {
  it.each([
    [null, 0],
    ['5', 5],
    ['Mon, 05 Feb 2024 06:05:30 GMT', 30],
    ['Mon, 05 Feb 2024 06:04:00 GMT', 0],
    ['soon', 0],
    ['-5', 0],
    ['9999999', 9_999_999],
    [' 7 ', 7],
    ['5, 7', 0],
  ])('%j is %i seconds', (text, seconds) => {
    expect(secondsOf(text, '2024-02-05T06:05:00Z')).toBe(seconds)
  })
})
