import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { run } from '../../../src/main.ts'
import { nodeNet } from '../../../src/node/net.ts'
import { memoryHost } from '../../helpers/memory-host.ts'
import { record } from '../../helpers/record.ts'
import {
  closedPort,
  httpServer,
  type MailReply,
  type Reply,
  smtpServer,
} from '../../helpers/servers.ts'

// `plandue remind test` over real servers, good and bad.

const open: (() => void)[] = []
afterEach(() => {
  for (const close of open.splice(0)) close()
})
const folder = mkdtempSync(join(tmpdir(), 'plandue-test-'))
afterAll(() => rmSync(folder, { recursive: true }))
const heard = join(folder, 'heard')

const POLICY = `reminders:
  ledger: sent.ndjson
  contact: the QA team
  replyTo: qa@example.gov.uk
  commands: { desk: [${JSON.stringify(process.execPath)}, -e, 'require("fs").writeFileSync(process.argv[1], require("fs").readFileSync(0))', ${JSON.stringify(heard)}] }
  recipients:
    - { to: ada@example.gov.uk, channel: email }
    - { to: ada@example.gov.uk, channel: notify }
    - { to: team, channel: slack, owner: QA }
    - { to: team, channel: teams, on: [monday] }
    - { to: team, channel: webhook }
    - { to: desk, channel: command }
  quietHours: { from: "00:00", to: "23:59" }
`

const KEY = 'plans-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0'

const envOf = (http: string, mailPort: number): Record<string, string> => ({
  PLANDUE_SMTP_URL: `smtp://127.0.0.1:${mailPort}`,
  PLANDUE_SMTP_FROM: 'Plans <plans@example.gov.uk>',
  PLANDUE_SLACK_TEAM: `${http}/hidden-slack`,
  PLANDUE_TEAMS_TEAM: `${http}/hidden-teams`,
  PLANDUE_WEBHOOK_TEAM: `${http}/hidden-hook`,
  PLANDUE_WEBHOOK_TEAM_SECRET: 'hidden-key-16-long',
  PLANDUE_NOTIFY_API_KEY: KEY,
  PLANDUE_NOTIFY_TEMPLATE: 'a-template',
  PLANDUE_NOTIFY_URL: http,
})

async function servers(http: Reply, mail: MailReply = 'take') {
  const web = await httpServer(http)
  const post = await smtpServer({}, { replies: [mail] })
  open.push(web.close, post.close)
  return { web, post, env: envOf(web.url, post.port) }
}

async function tryOut(args: string[], env: Record<string, string>, policy = POLICY) {
  const files = {
    'plandue.yaml': policy,
    'plans/a.yaml': record('', { published: 'received: 2024-01-12' }),
  }
  const { host, seen, content } = memoryHost({ files, env, today: '2024-02-07' })
  const world = { ...host, net: async () => nodeNet() }
  const exitCode = await run(['remind', 'test', ...args], world)
  return { exitCode, ...seen, content }
}

const resultsOf = (
  out: string,
): { to: string; channel: string; outcome: string; answer: string }[] => JSON.parse(out).results

describe('plandue remind test', () => {
  it('sends one message over each channel, and says what came back', async () => {
    const { web, post, env } = await servers({ status: 200, body: 'all well at {path}' })
    const { exitCode, out, err, content } = await tryOut(['-f', 'json'], env)
    expect({ exitCode, err, ledger: content.has('sent.ndjson') }).toEqual({
      exitCode: 0,
      err: '',
      ledger: false,
    })
    const said = 'the server answered 200: all well at'
    expect(
      resultsOf(out).map(({ channel, outcome, answer }) => [channel, outcome, answer]),
    ).toEqual([
      ['email', 'sent', 'the server said 250 OK: message queued'],
      ['notify', 'sent', `${said} /v2/notifications/email`],
      ['slack', 'sent', `${said} ***`],
      ['teams', 'sent', `${said} ***`],
      ['webhook', 'sent', `${said} ***`],
      ['command', 'sent', `\`${process.execPath}\` exited with 0`],
      ['stdout', 'printed', 'printed by the run itself: nothing to try'],
    ])
    expect(web.seen).toHaveLength(4)
    const [mail] = await post.parsed()
    expect(mail).toMatchObject({
      subject: 'Test of reminders by plandue: there is nothing to do',
      replyTo: { text: 'qa@example.gov.uk' },
    })
    expect(mail?.text).toContain('For questions: reply to this email, or ask the QA team\n')
    const hook = web.seen.find(({ path }) => path === '/hidden-hook')
    expect(JSON.parse(hook?.body ?? '')).toMatchObject({ recipient: 'team', entries: [] })
    expect(readFileSync(heard, 'utf8')).toContain('there is nothing to do')
  })

  it('names no item of the records', async () => {
    const { web, post, env } = await servers({ status: 200 })
    await tryOut([], env)
    const all = [...web.seen.map(({ body }) => body), ...post.mails.map(({ raw }) => raw)].join()
    expect(all).not.toMatch(/Shropshire|a#draft|Draft action plan/)
  })

  it('is a message of its own each time, for a server that drops repeats', async () => {
    const { web, env } = await servers({ status: 200 })
    const { host } = memoryHost({ files: { 'plandue.yaml': POLICY }, env })
    let random = 0
    const world = { ...host, net: async () => nodeNet(), random: () => random++ / 10 }
    for (const _time of [1, 2]) await run(['remind', 'test', '--to', 'team'], world)
    const keys = web.seen.flatMap(({ headers }) => headers['idempotency-key'] ?? [])
    expect(new Set(keys).size).toBe(2)
  })

  it.each([
    ['team', ['slack', 'teams', 'webhook']],
    ['ada@example.gov.uk', ['email', 'notify']],
    ['standard output', ['stdout']],
  ])('--to %s goes over %j only', async (to, channels) => {
    const { env } = await servers({ status: 200 })
    const { out } = await tryOut(['--to', to, '-f', 'json'], env)
    expect(resultsOf(out).map(({ channel }) => channel)).toEqual(channels)
  })

  it('that fails over one channel tries the others, and ends with 3', async () => {
    const { env } = await servers(
      { status: 403, body: 'no such hook {path}' },
      { code: 550, words: 'no mailbox' },
    )
    const { PLANDUE_TEAMS_TEAM: _, ...rest } = env
    const { exitCode, out, content } = await tryOut(['-f', 'json'], rest)
    expect({ exitCode, ledger: content.has('sent.ndjson') }).toEqual({ exitCode: 3, ledger: false })
    expect(
      resultsOf(out).map(({ channel, outcome, answer }) => [channel, outcome, answer]),
    ).toEqual([
      ['email', 'failed', 'the server said 550 no mailbox'],
      ['notify', 'failed', 'the server answered 403: no such hook /v2/notifications/email'],
      ['slack', 'failed', 'the server answered 403: no such hook ***'],
      ['teams', 'failed', '`PLANDUE_TEAMS_TEAM` is not set: the URL for `team`'],
      ['webhook', 'failed', 'the server answered 403: no such hook ***'],
      ['command', 'sent', `\`${process.execPath}\` exited with 0`],
      ['stdout', 'printed', expect.any(String)],
    ])
  })

  it('names the host that nobody answers at', async () => {
    const port = await closedPort()
    const { exitCode, out } = await tryOut(
      ['--to', 'ada@example.gov.uk', '-f', 'plain'],
      envOf(`http://127.0.0.1:${port}`, port),
    )
    expect(exitCode).toBe(3)
    expect(out).toContain(
      'ada@example.gov.uk by email: failed, 127.0.0.1: the server refused the connection, 4 times\n',
    )
    expect(out).toContain(
      `ada@example.gov.uk by notify: failed, 127.0.0.1:${port}: the server refused the connection, 4 times\n`,
    )
  })

  it.each<[string, string[], string, string]>([
    [
      'nobody has that name',
      ['--to', 'tem'],
      POLICY,
      'no recipient named `tem`: did you mean `team`?',
    ],
    ['there are no reminders', [], 'records: plans\n', 'has no `reminders`: add the line'],
    ['that is for the run itself', ['--dry-run'], POLICY, 'there is no option --dry-run'],
  ])('is refused where %s', async (_because, args, policy, message) => {
    const { exitCode, out, err } = await tryOut(args, {}, policy)
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' })
    expect(err).toContain(message)
  })

  it('says only what failed if quiet', async () => {
    const { env } = await servers({ status: 200 })
    expect((await tryOut(['-q'], env)).out).toBe('')
    const { PLANDUE_SLACK_TEAM: _, ...rest } = env
    const { out } = await tryOut(['-q', '-f', 'plain'], rest)
    expect(out).toMatch(/^team by slack: failed, `PLANDUE_SLACK_TEAM` is not set.*\n$/)
  })
})

describe('a run that cannot reach a server', () => {
  const people = ['ada', 'bob', 'cem'].map(
    (name) => `{ to: ${name}@example.gov.uk, channel: email }`,
  )
  const all = `reminders: { ledger: sent.ndjson, recipients: [${people.join(', ')}] }\n`
  const files = {
    'plandue.yaml': all,
    'plans/a.yaml': record('', { published: 'received: 2024-01-12' }),
  }
  const who =
    'ada@example.gov.uk by email, bob@example.gov.uk by email and cem@example.gov.uk by email'

  it.each<[string, () => Promise<Record<string, string>>, string]>([
    [
      'the host is named once for all',
      async () => envOf('http://127.0.0.1', await closedPort()),
      `plandue: not delivered: ${who}: 127.0.0.1: the server refused the connection, 4 times; the next run tries again\n`,
    ],
    [
      'a missing variable is named once for all',
      async () => ({}),
      `plandue: not delivered: ${who}: \`PLANDUE_SMTP_URL\` is not set: the mail server, like \`smtp://mail.example.gov.uk:587\`; fix this before the next run\n`,
    ],
  ])('%s', async (_name, envFor, expected) => {
    const { host, seen } = memoryHost({ files, env: await envFor() })
    const world = { ...host, net: async () => nodeNet() }
    expect(await run(['remind', '--today', '2024-02-07'], world)).toBe(3)
    expect(seen.err).toBe(expected)
  })

  it('tells what each was refused apart', async () => {
    const mail = await smtpServer({
      onRcptTo: ({ address }, _session, callback) =>
        callback(Object.assign(new Error(`no ${address}`), { responseCode: 550 })),
    })
    open.push(mail.close)
    const { host, seen } = memoryHost({ files, env: envOf('http://127.0.0.1', mail.port) })
    await run(['remind', '--today', '2024-02-07'], { ...host, net: async () => nodeNet() })
    expect(seen.err.match(/not delivered: \w+/g)).toEqual(
      ['ada', 'bob', 'cem'].map((name) => `not delivered: ${name}`),
    )
  })
})
