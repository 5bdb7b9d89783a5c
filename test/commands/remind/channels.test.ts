import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { run } from '../../../src/main.ts'
import { nodeNet } from '../../../src/node/net.ts'
import { memoryHost } from '../../helpers/memory-host.ts'
import { record } from '../../helpers/record.ts'
import { certificate, httpServer, smtpServer } from '../../helpers/servers.ts'

// A whole run over all channels: in a world of memory, and of the built program as a process.

const tls = certificate()
const PASSWORD = 'cörrect "horse" $battery\\'
const NOTIFY_ID = '3d844edf-8d35-48ac-975b-e847b4f122b0'
const SECRETS = [
  PASSWORD,
  'hidden-slack',
  'hidden-teams',
  'hidden-hook',
  'hidden-key-16-long',
  NOTIFY_ID,
]

/** Whether a text tells a secret, in any form in which one usually stands. */
const tells = (text: string) =>
  SECRETS.filter((secret) =>
    [
      secret,
      encodeURIComponent(secret),
      JSON.stringify(secret).slice(1, -1),
      Buffer.from(secret).toString('base64'),
    ].some((form) => text.includes(form)),
  )

const open: (() => void)[] = []
afterEach(() => {
  for (const close of open.splice(0)) close()
})
const folder = mkdtempSync(join(tmpdir(), 'plandue-channels-'))
afterAll(() => rmSync(folder, { recursive: true }))

const policy = (file: string) => `reminders:
  ledger: told.ndjson
  commands: { desk: [${JSON.stringify(process.execPath)}, -e, 'require("fs").writeFileSync(process.argv[1], require("fs").readFileSync(0))', ${JSON.stringify(file)}] }
  recipients:
    - { to: ada@example.gov.uk, channel: email }
    - { to: team, channel: slack }
    - { to: team, channel: teams }
    - { to: team, channel: webhook }
    - { to: bob@example.gov.uk, channel: notify }
    - { to: desk, channel: command }
    - { to: list, channel: stdout }
`

const HOSTILE = '"<script>alert(1)</script>\\r\\nBcc: eve@example.org\\u202e"'
const PLANS = record('', { published: 'received: 2024-01-12' }).replace(
  /^authority: .*$/m,
  `authority: ${HOSTILE}`,
)

const refusal = (password: string) =>
  `not ${password}, ${encodeURIComponent(password)}, ${JSON.stringify({ password })}, ${Buffer.from(password).toString('base64')}`

async function servers(status: number) {
  const http = await httpServer({ status, body: 'you sent {path}' })
  const onAuth: NonNullable<Parameters<typeof smtpServer>[0]['onAuth']> = (auth, _, callback) =>
    auth.password === PASSWORD && status < 300
      ? callback(null, { user: auth.username })
      : callback(Object.assign(new Error(refusal(auth.password ?? '')), { responseCode: 535 }))
  const mail = await smtpServer({ ...tls, secure: true, authOptional: false, onAuth })
  open.push(http.close, mail.close)
  const env = {
    PLANDUE_SMTP_URL: `smtps://127.0.0.1:${mail.port}`,
    PLANDUE_SMTP_FROM: 'Plans <plans@example.gov.uk>',
    PLANDUE_SMTP_USER: 'plans',
    PLANDUE_SMTP_PASSWORD: PASSWORD,
    PLANDUE_SLACK_TEAM: `${http.url}/hidden-slack`,
    PLANDUE_TEAMS_TEAM: `${http.url}/hidden-teams`,
    PLANDUE_WEBHOOK_TEAM: `${http.url}/hidden-hook`,
    PLANDUE_WEBHOOK_TEAM_SECRET: 'hidden-key-16-long',
    PLANDUE_NOTIFY_API_KEY: `plans-26785a09-ab16-4eb0-8407-a37497a57506-${NOTIFY_ID}`,
    PLANDUE_NOTIFY_TEMPLATE: 'a-template',
    PLANDUE_NOTIFY_URL: http.url,
  }
  return { http, mail, env }
}

const ARGS = ['remind', '--today', '2024-02-07', '--verbose']

describe('a run over all channels', () => {
  async function remind(status: number) {
    const { http, mail, env } = await servers(status)
    const files = { 'plandue.yaml': policy(join(folder, 'memory')), 'plans/a.yaml': PLANS }
    const { host, seen, content } = memoryHost({ files, env })
    const world = { ...host, net: async () => nodeNet({ ca: tls.cert }) }
    const exitCode = await run(ARGS, world)
    const [out, err] = [seen.out, seen.err]
    for (const more of ['--explain', '--dry-run']) await run([...ARGS, more], world)
    for (const format of ['table', 'plain', 'json']) {
      await run(['remind', 'log', '--verbose', '--format', format], world)
    }
    const ledger = String(content.get('told.ndjson'))
    return { exitCode, http, mail, out, err, all: seen.out + seen.err + ledger }
  }

  it('reaches everybody once, with texts that do nothing but be read', async () => {
    const { exitCode, http, mail, out, err, all } = await remind(200)
    expect({ exitCode, told: err.match(/^Sent to /gm)?.length }).toEqual({ exitCode: 0, told: 7 })
    expect(http.seen.map(({ path }) => path).sort()).toEqual([
      '/hidden-hook',
      '/hidden-slack',
      '/hidden-teams',
      '/v2/notifications/email',
    ])
    const [letter] = await mail.parsed()
    const told = readFileSync(join(folder, 'memory'), 'utf8')
    expect(letter?.text).toBe(told)
    expect(letter?.headers.has('bcc')).toBe(false)
    expect(letter?.html).toContain('&lt;script&gt;')
    for (const text of [told, letter?.html, out]) expect(text).not.toMatch(/\u202e|\r|^Bcc/m)
    expect(tells(all)).toEqual([])
  })

  it('that nobody answers well reaches the others, and tells no secret', async () => {
    const { exitCode, out, err, all } = await remind(400)
    expect({ exitCode, missed: err.match(/not delivered: /g)?.length }).toEqual({
      exitCode: 3,
      missed: 5,
    })
    expect(err).toContain('team by slack: the server answered 400: you sent ***; fix this')
    expect(err).toContain(
      'ada@example.gov.uk by email: 127.0.0.1: the server said 535 not ***, ***, {"password":"***"}, ***=; fix this',
    )
    expect(out).toContain('Draft action plan due')
    expect(tells(all)).toEqual([])
  })

  it('without a variable says which, and reaches those who need none', async () => {
    const files = { 'plandue.yaml': policy(join(folder, 'memory')), 'plans/a.yaml': PLANS }
    const { host, seen, content } = memoryHost({ files })
    const exitCode = await run(ARGS, { ...host, net: async () => nodeNet() })
    expect(exitCode).toBe(3)
    for (const name of ['SMTP_URL', 'SLACK_TEAM', 'TEAMS_TEAM', 'WEBHOOK_TEAM', 'NOTIFY_API_KEY']) {
      expect(seen.err).toContain(`\`PLANDUE_${name}\` is not set`)
    }
    const entries = String(content.get('told.ndjson')).trimEnd().split('\n')
    // Of channels that cannot be made ready, nothing was about to go.
    expect(
      entries.map((line) => JSON.parse(line)).map((one) => one.outcome ?? one.channel),
    ).toEqual([
      ...['slack', 'failed'],
      ...['teams', 'failed'],
      ...['webhook', 'failed'],
      ...['command', 'sent'],
      ...['stdout', 'sent'],
    ])
  })
})

describe('the built program', () => {
  it('has all channels in it', async () => {
    const { http, mail, env } = await servers(200)
    mkdirSync(join(folder, 'plans'))
    const ca = join(folder, 'ca.pem')
    writeFileSync(ca, tls.cert)
    writeFileSync(join(folder, 'plandue.yaml'), policy(join(folder, 'told')))
    writeFileSync(join(folder, 'plans/a.yaml'), PLANS)
    const bin = fileURLToPath(new URL('../../../bin/plandue.js', import.meta.url))
    const child = spawn(process.execPath, [bin, ...ARGS], {
      cwd: folder,
      env: { ...process.env, ...env, NODE_EXTRA_CA_CERTS: ca },
    })
    let err = ''
    child.stderr.on('data', (text) => {
      err += text
    })
    child.stdout.resume()
    const code = await new Promise((resolve) => child.on('close', resolve))
    expect(err.match(/not delivered.*/g)).toBeNull()
    expect(code).toBe(0)
    expect(http.seen).toHaveLength(4)
    expect(await mail.parsed()).toMatchObject([{ to: { text: 'ada@example.gov.uk' } }])
    expect(readFileSync(join(folder, 'told'), 'utf8')).toContain('Draft action plan due')
  })
})
