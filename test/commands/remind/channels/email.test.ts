import { afterEach, describe, expect, it } from 'vitest'
import {
  email,
  mailFrom,
  mailOf,
  mailServer,
} from '../../../../src/commands/remind/channels/email.ts'
import type { MailServer } from '../../../../src/host/net.ts'
import { nodeNet } from '../../../../src/node/net.ts'
import { channelHost, digestOf, KEY, outcomeOf } from '../../../helpers/digest.ts'
import { certificate, closedPort, type MailReply, smtpServer } from '../../../helpers/servers.ts'

const tls = certificate()
const PASSWORD = 'correct-horse-battery'
const open: (() => void)[] = []

afterEach(() => {
  for (const close of open.splice(0)) close()
})

async function server(...[options, more]: Parameters<typeof smtpServer>) {
  const started = await smtpServer(options, more)
  open.push(started.close)
  return started
}

const envFor =
  (port: number, more: Record<string, string> = {}) =>
  (name: string) =>
    ({
      PLANDUE_SMTP_URL: `smtp://127.0.0.1:${port}`,
      PLANDUE_SMTP_FROM: 'Plans <plans@example.gov.uk>',
      ...more,
    })[name]

const ada = digestOf({ recipient: 'ada@example.gov.uk' })
const NO_COMMANDS = { commands: {} }

async function sendTo(port: number, more: Record<string, string> = {}, digest = ada) {
  const { host, waits } = channelHost({ ca: tls.cert })
  const sender = await email.prepare({ ...host, env: envFor(port, more) }, NO_COMMANDS)
  const outcome = await outcomeOf(sender.send(digest, KEY))
  await sender.close()
  return { outcome, waits }
}

describe('a mail', () => {
  it('is text and HTML, says that a program sent it, and has the same id when it comes again', async () => {
    const { port, parsed, mails, count } = await server({})
    const { host } = channelHost()
    const sender = await email.prepare({ ...host, env: envFor(port) }, NO_COMMANDS)
    await sender.send(ada, KEY)
    await sender.send(ada, KEY)
    await sender.close()
    const [first, second] = await parsed()
    expect(first).toMatchObject({
      subject: ada.subject,
      text: ada.text,
      html: ada.html,
      messageId: `<plandue.${KEY}@example.gov.uk>`,
      from: { text: '"Plans" <plans@example.gov.uk>' },
      to: { text: 'ada@example.gov.uk' },
    })
    expect(first?.headers.get('auto-submitted')).toBe('auto-generated')
    expect(second?.messageId).toBe(first?.messageId)
    expect(mails.map(({ to }) => to)).toEqual([['ada@example.gov.uk'], ['ada@example.gov.uk']])
    expect(count.connections).toBe(1)
  })

  it.each([
    ['a line break', 'Plan\r\nBcc: eve@example.org\r\n\r\nHello'],
    ['a turned text', 'Plan \u202egnp.exe'],
    ['a script', '<script>alert(1)</script>'],
    ['a dot that would end the mail', 'Plan\n.\nRCPT TO:<eve@example.org>'],
    ['all of Unicode', 'Cynllun gweithredu 計画 🗓'],
  ])('with %s in it has no header more, and the same text', async (_, words) => {
    const { port, parsed, mails } = await server({})
    const text = `First\n${words.replaceAll('\r\n', '\n')}\nlast\n`
    const hostile = { ...ada, subject: words, text }
    expect(await sendTo(port, {}, hostile)).toMatchObject({ outcome: null })
    const [mail] = await parsed()
    expect(mail?.text).toBe(text)
    expect([...(mail?.headers.keys() ?? [])].sort()).toEqual(HEADERS)
    expect(mail?.subject).not.toMatch(/[\r\n\u202e]/)
    expect(mails.map(({ to }) => to)).toEqual([['ada@example.gov.uk']])
  })

  it('tells where a reply goes', async () => {
    const { port, parsed } = await server({})
    const answerable = { ...ada, replyTo: 'qa@example.gov.uk' }
    expect(await sendTo(port, {}, answerable)).toMatchObject({ outcome: null })
    expect((await parsed())[0]?.replyTo).toMatchObject({ text: 'qa@example.gov.uk' })
  })

  it('of a megabyte arrives whole', async () => {
    const { port, parsed } = await server({})
    const text = `${'0123456789 é '.repeat(80_000)}\n`
    expect(await sendTo(port, {}, { ...ada, text })).toMatchObject({ outcome: null })
    expect((await parsed())[0]?.text).toBe(text)
  })
})

const HEADERS = [
  'auto-submitted',
  'content-type',
  'date',
  'from',
  'message-id',
  'mime-version',
  'subject',
  'to',
  'x-auto-response-suppress',
]

describe('a mail server', () => {
  const onAuth: NonNullable<Parameters<typeof smtpServer>[0]['onAuth']> = (auth, _, callback) => {
    const isRight = auth.username === 'plans' && auth.password === PASSWORD
    const said = `no login with ${auth.password} for ${auth.username}`
    if (isRight) callback(null, { user: 'plans' })
    else callback(Object.assign(new Error(said), { responseCode: 535 }))
  }
  const secure = { ...tls, secure: true, authOptional: false, onAuth }
  const login = { PLANDUE_SMTP_USER: 'plans', PLANDUE_SMTP_PASSWORD: PASSWORD }

  it('that speaks TLS and wants a login gets both', async () => {
    const { port, mails } = await server(secure)
    const url = { PLANDUE_SMTP_URL: `smtps://127.0.0.1:${port}` }
    expect(await sendTo(port, { ...url, ...login })).toMatchObject({ outcome: null })
    expect(mails).toMatchObject([{ user: 'plans', isSecure: true }])
  })

  it('that refuses the login ends it for good, and what it says shows no password', async () => {
    const { port, count } = await server(secure)
    const wrong = { ...login, PLANDUE_SMTP_PASSWORD: 'wrong-horse-battery' }
    const url = { PLANDUE_SMTP_URL: `smtps://127.0.0.1:${port}` }
    const { outcome } = await sendTo(port, { ...url, ...wrong })
    expect(outcome?.isLasting).toBe(true)
    expect(outcome?.message).toContain('535 no login with *** for plans')
    expect(count.connections).toBe(1)
  })

  const otherName = certificate({ names: 'DNS:mail.example.org' })
  const OWN = ': NODE_EXTRA_CA_CERTS names a certificate of your own'
  const expired = certificate({ isExpired: true })

  it.each([
    ['a certificate that nobody trusts', tls, undefined, 'DEPTH_ZERO_SELF_SIGNED_CERT', OWN],
    [
      'a certificate for another name',
      otherName,
      otherName.cert,
      'ERR_TLS_CERT_ALTNAME_INVALID',
      '',
    ],
    ['a certificate of another time', expired, expired.cert, 'CERT_HAS_EXPIRED', ''],
  ])('with %s gets neither the login nor the mail', async (_, shown, ca, why, hint) => {
    for (const isTls of [true, false]) {
      let logins = 0
      const { port, mails } = await server({
        ...shown,
        secure: isTls,
        hideSTARTTLS: false,
        onAuth: () => void logins++,
      })
      const mailer = nodeNet(ca === undefined ? {} : { ca }).mailer({ ...serverAt(port), isTls })
      expect(await mailer.send(mailOf(ada, KEY, FROM))).toEqual({
        failure: `no secure connection (${why})${hint}`,
        mayHaveArrived: false,
        isLasting: true,
        isAway: true,
      })
      expect({ logins, mails }).toEqual({ logins: 0, mails: [] })
    }
  })

  it('on this machine gets mail without TLS, whatever its certificate is', async () => {
    const { port, mails } = await server({ ...tls, hideSTARTTLS: false })
    const mailer = nodeNet().mailer({ ...serverAt(port), needsTls: false, login: null })
    expect(await mailer.send(mailOf(ada, KEY, FROM))).toHaveProperty('reply')
    mailer.close()
    expect(mails).toMatchObject([{ isSecure: false }])
  })

  it('is spoken to in TLS after STARTTLS', async () => {
    const { port, mails } = await server({ ...tls, hideSTARTTLS: false, onAuth })
    const mailer = nodeNet({ ca: tls.cert }).mailer(serverAt(port))
    expect(await mailer.send(mailOf(ada, KEY, FROM))).toHaveProperty('reply')
    mailer.close()
    expect(mails).toMatchObject([{ user: 'plans', isSecure: true }])
  })

  const busy: MailReply = { code: 451, words: 'busy' }
  const never: MailReply = { code: 554, words: 'spam' }
  it.each<[string, MailReply[], number, object | null]>([
    ['is busy once', [busy, 'take'], 2, null],
    [
      'is busy for ever',
      [busy],
      4,
      { message: 'the server said 451 busy, 4 times', isLasting: false },
    ],
    ['refuses', [never], 1, { message: 'the server said 554 spam', isLasting: true }],
    // Whether it kept the mail, nobody knows: the next run sends it again, not this one.
    [
      'goes away after the mail',
      ['drop', 'take'],
      1,
      {
        message: expect.stringMatching(/^the connection .*it may have arrived$/),
        isLasting: false,
      },
    ],
  ])('that %s', async (_, replies, tries, outcome) => {
    const { port, count } = await server({}, { replies })
    expect((await sendTo(port)).outcome).toEqual(outcome)
    expect(count.mails).toBe(tries)
  })

  it('that does not know the recipient ends it for good', async () => {
    const { port } = await server({}, { early: { code: 550, words: 'unknown user' } })
    const { outcome } = await sendTo(port)
    expect(outcome).toEqual({ message: 'the server said 550 unknown user', isLasting: true })
  })

  it('that falls silent after the mail may have it', async () => {
    const { port } = await server({}, { replies: ['hang'] })
    const mailer = nodeNet().mailer({ ...serverAt(port), needsTls: false, login: null, seconds: 1 })
    expect(await mailer.send(mailOf(ada, KEY, FROM))).toEqual({
      failure: 'the server fell silent',
      mayHaveArrived: true,
      isLasting: false,
      isAway: false,
    })
  })

  it('that is not there is tried four times, longer apart each time', async () => {
    const { outcome, waits } = await sendTo(await closedPort())
    const message = 'the server refused the connection, 4 times'
    expect(outcome).toEqual({ message, isLasting: false })
    expect(waits).toEqual([1000, 2000, 4000])
  })

  it('that has gone away between two mails is connected to again', async () => {
    const { port, mails, count } = await server({ socketTimeout: 200 })
    const { host } = channelHost()
    const sender = await email.prepare({ ...host, env: envFor(port) }, NO_COMMANDS)
    await sender.send(ada, KEY)
    await new Promise((resolve) => setTimeout(resolve, 600))
    await sender.send(ada, KEY)
    await sender.close()
    expect([mails.length, count.connections]).toEqual([2, 2])
  })
})

const FROM = { name: '', address: 'plans@example.gov.uk' }
const serverAt = (port: number): MailServer => ({
  host: '127.0.0.1',
  port,
  isTls: false,
  needsTls: true,
  login: { user: 'plans', password: PASSWORD },
  seconds: 5,
})

describe('the environment', () => {
  const of = (values: Record<string, string>) => (name: string) => values[name]

  const RELAY = { PLANDUE_SMTP_URL: 'smtp://relay.example.org:25' }

  it.each([
    ['', true],
    ['always', true],
    ['never', false],
  ])('with PLANDUE_SMTP_TLS as %j has a relay need TLS: %s', (value, needsTls) => {
    const server = mailServer(of({ ...RELAY, PLANDUE_SMTP_TLS: value }))
    expect(server).toMatchObject({ port: 25, needsTls, login: null })
  })

  it('may have a password with the line break of the file that it is from', () => {
    const login = { PLANDUE_SMTP_USER: 'plans', PLANDUE_SMTP_PASSWORD: ' päss$"\\word \n' }
    expect(mailServer(of({ ...RELAY, ...login })).login).toEqual({
      user: 'plans',
      password: ' päss$"\\word ',
    })
  })

  it.each([
    ['smtp://mail.example.org', { port: 587, isTls: false, needsTls: true }],
    ['smtps://mail.example.org', { port: 465, isTls: true, needsTls: true }],
    ['smtp://mail.example.org:25/', { port: 25, isTls: false, needsTls: true }],
    ['smtp://localhost:25', { port: 25, isTls: false, needsTls: false }],
  ])('%s is a server', (url, expected) => {
    expect(mailServer(of({ PLANDUE_SMTP_URL: url }))).toMatchObject(expected)
  })

  it.each([
    [{}, '`PLANDUE_SMTP_URL` is not set'],
    [{ PLANDUE_SMTP_URL: 'mail.example.org' }, '`PLANDUE_SMTP_URL` is not a URL like'],
    [{ PLANDUE_SMTP_URL: 'https://example.org' }, '`PLANDUE_SMTP_URL` is not a URL like'],
    [{ PLANDUE_SMTP_URL: 'smtp://a:secret@b.org' }, 'and `PLANDUE_SMTP_PASSWORD`'],
    [{ PLANDUE_SMTP_URL: 'smtp://a@b.org' }, 'put it into `PLANDUE_SMTP_USER`'],
    [{ ...RELAY, PLANDUE_SMTP_TLS: 'no' }, '`PLANDUE_SMTP_TLS` is neither `always` nor `never`'],
    [
      { PLANDUE_SMTP_URL: 'smtps://b.org', PLANDUE_SMTP_TLS: 'never' },
      '`PLANDUE_SMTP_TLS` is `never`, but `smtps://` requires TLS',
    ],
    [
      { ...RELAY, PLANDUE_SMTP_TLS: 'never', PLANDUE_SMTP_USER: 'a', PLANDUE_SMTP_PASSWORD: 'b' },
      'a login is not sent without TLS',
    ],
    [
      { PLANDUE_SMTP_URL: 'smtp://b.org', PLANDUE_SMTP_USER: 'a' },
      '`PLANDUE_SMTP_PASSWORD` is not set',
    ],
    [
      { PLANDUE_SMTP_URL: 'smtp://b.org', PLANDUE_SMTP_PASSWORD: 'a' },
      '`PLANDUE_SMTP_USER` is not set',
    ],
  ])('%j is refused, without the secret', (values, message) => {
    expect(() => mailServer(of(values))).toThrow(message)
    expect(() => mailServer(of(values))).not.toThrow('secret')
  })

  it.each([
    ['plans@example.org', { name: '', address: 'plans@example.org' }],
    ['Plans <plans@example.org>', { name: 'Plans', address: 'plans@example.org' }],
    ['"The Plans" <plans@example.org>', { name: 'The Plans', address: 'plans@example.org' }],
  ])('%s is a sender', (text, expected) => {
    expect(mailFrom(of({ PLANDUE_SMTP_FROM: text }))).toEqual(expected)
  })

  it.each(['plans', 'a@b, c@d', 'A <a@b> <c@d>', 'a@b\r\nBcc: c@d'])('%j is none', (text) => {
    expect(() => mailFrom(of({ PLANDUE_SMTP_FROM: text }))).toThrow('is not a sender like')
  })
})
