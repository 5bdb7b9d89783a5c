import { afterEach, describe, expect, it } from 'vitest'
import { email, mailOf } from '../../../../src/commands/remind/channels/email.ts'
import type { Failure, MailServer } from '../../../../src/host/net.ts'
import { nodeNet } from '../../../../src/node/net.ts'
import { channelHost, digestOf, KEY, outcomeOf } from '../../../helpers/digest.ts'
import { type MailScript, scriptedMail } from '../../../helpers/scripted-mail.ts'
import { closedPort, type MailReply, smtpServer } from '../../../helpers/servers.ts'

// Mail servers that do anything but what they should, and runs over many recipients.

const open: (() => void)[] = []
afterEach(() => {
  for (const close of open.splice(0)) close()
})

async function scripted(script: MailScript) {
  const started = await scriptedMail(script)
  open.push(started.close)
  return started
}

const LOGIN = { user: 'plans', password: 'correct-horse-battery' }
const mail = mailOf(digestOf({ recipient: 'ada@example.gov.uk' }), KEY, {
  name: '',
  address: 'plans@example.gov.uk',
})
const at = (port: number, more: Partial<MailServer> = {}): MailServer => ({
  host: '127.0.0.1',
  port,
  isTls: false,
  needsTls: false,
  login: null,
  seconds: 0.2,
  ...more,
})

const silent = { failure: 'the server fell silent', isLasting: false }
const isAway = { mayHaveArrived: false, isAway: true }
const isOpen = { mayHaveArrived: false, isAway: false }
const isUnsure = { mayHaveArrived: true, isAway: false }
const said = (words: string) => ({
  failure: `the server said ${words}`,
  isLasting: words.startsWith('5'),
})
const again = (words: string) => ({ again: `${words}\r\n` })
const auth = (words: string, ways = 'PLAIN') => ({ EHLO: `250 AUTH ${ways}`, AUTH: words })

describe('a mail server', () => {
  it.each<[string, MailScript, Failure, Partial<MailServer>?]>([
    ['says nothing', { HELLO: null }, { ...silent, ...isAway }],
    ['greets for ever', { HELLO: again('220-hello') }, { ...silent, ...isAway }],
    ['has no time', { HELLO: '421 busy' }, { ...said('421 busy'), ...isAway }],
    ['wants nobody', { HELLO: '554 no' }, { ...said('554 no'), ...isAway }],
    [
      'is none',
      { HELLO: 'HTTP/1.1 400 Bad Request' },
      { failure: 'what answers there is no mail server', isLasting: true, ...isAway },
    ],
    ['falls silent after the greeting', { EHLO: null }, { ...silent, ...isAway }],
    ['has endless abilities', { EHLO: again('250-more') }, { ...silent, ...isAway }],
    [
      'has more abilities than fit',
      { EHLO: again(`250-${'x'.repeat(2_000_000)}`) },
      { failure: 'what answers there is no mail server', isLasting: true, ...isAway },
      { seconds: 5 },
    ],
    ['falls silent at the sender', { MAIL: null }, { ...silent, ...isOpen }],
    ['falls silent at the recipient', { RCPT: null }, { ...silent, ...isOpen }],
    ['thinks of the recipient for ever', { RCPT: again('250-wait') }, { ...silent, ...isOpen }],
    [
      'hangs up at the recipient',
      { RCPT: 'drop' },
      { failure: 'the connection broke (ECONNECTION)', isLasting: false, ...isOpen },
    ],
    ['falls silent before the mail', { DATA: null }, { ...silent, ...isOpen }],
    ['falls silent after the mail', { '.': null }, { ...silent, ...isUnsure }],
    ['thinks of the mail for ever', { '.': again('250-wait') }, { ...silent, ...isUnsure }],
    [
      'hangs up after the mail',
      { '.': 'drop' },
      { failure: 'the connection broke (ECONNECTION)', isLasting: false, ...isUnsure },
    ],
    [
      'answers a mail with nonsense',
      { '.': 'HTTP/1.1 400 Bad Request' },
      { failure: 'the connection broke (EMESSAGE)', isLasting: false, ...isUnsure },
    ],
    [
      'answers a mail with more than fits',
      { '.': again(`250-${'x'.repeat(2_000_000)}`) },
      { failure: 'what answers there is no mail server', isLasting: true, ...isUnsure },
      { seconds: 5 },
    ],
    ['closes after the mail', { '.': '421 later' }, { ...said('421 later'), ...isOpen }],
    ['wants a login', { MAIL: '530 log in' }, { ...said('530 log in'), ...isOpen }],
    ['knows no TLS', {}, { ...said('502 what'), ...isAway }, { needsTls: true }],
    [
      'has no TLS for now',
      { STARTTLS: '454 later' },
      { ...said('454 later'), ...isAway },
      { needsTls: true },
    ],
    [
      'says more than it should before TLS',
      { STARTTLS: '220 go\r\n250 AUTH PLAIN\r\n235 yes' },
      { ...silent, ...isAway },
      { needsTls: true, login: LOGIN },
    ],
    [
      'speaks no TLS where it should from the start',
      {},
      {
        failure: 'no secure connection (ERR_SSL_WRONG_VERSION_NUMBER)',
        isLasting: true,
        ...isAway,
      },
      { isTls: true },
    ],
    [
      'falls silent at the login',
      { ...auth(''), AUTH: null },
      { ...silent, ...isAway },
      { login: LOGIN },
    ],
    [
      'cannot check the login now',
      auth('454 later'),
      { ...said('454 later'), ...isAway },
      { login: LOGIN },
    ],
    [
      'does not know how a login goes on',
      auth('300 what', 'LOGIN'),
      { failure: 'the server knows no way to log in', isLasting: true, ...isAway },
      { login: LOGIN },
    ],
    ['refuses the login', auth('535 no'), { ...said('535 no'), ...isAway }, { login: LOGIN }],
  ])('that %s', async (_, script, failure, more = {}) => {
    const { port, told } = await scripted(script)
    const mailer = nodeNet().mailer(at(port, more))
    expect(await mailer.send(mail)).toEqual(failure)
    mailer.close()
    // What stands before a login or a mail has stopped both.
    if (more.needsTls) expect(told.join()).not.toMatch(/AUTH|MAIL/)
  })

  it.each([['PLAIN'], ['LOGIN'], ['CRAM-MD5']])('that knows only %s', async (way) => {
    const { port, mails, close } = await smtpServer({
      authOptional: false,
      allowInsecureAuth: true,
      authMethods: [way],
      onAuth: (auth, _session, callback) => {
        const isRight = auth.validatePassword
          ? auth.validatePassword(LOGIN.password)
          : auth.password === LOGIN.password
        callback(isRight ? null : new Error('no'), { user: `${auth.method} ${auth.username}` })
      },
    })
    open.push(close)
    const mailer = nodeNet().mailer(at(port, { login: LOGIN, seconds: 5 }))
    expect(await mailer.send(mail)).toHaveProperty('reply')
    mailer.close()
    expect(mails).toMatchObject([{ user: `${way} plans` }])
  })

  it('that does not answer the goodbye keeps nobody', async () => {
    const { port, told, sockets } = await scripted({ QUIT: null })
    const mailer = nodeNet().mailer(at(port, { seconds: 600 }))
    expect(await mailer.send(mail)).toHaveProperty('reply')
    const gone = new Promise((resolve) => sockets[0]?.once('close', resolve))
    mailer.close()
    await gone
    expect(told.at(-1)).toBe('QUIT')
  })

  it.each<[string, MailScript]>([
    ['fell silent', { RCPT: null }],
    ['refused a mail', { '.': '554 no' }],
  ])('that %s gets the next mail over a new connection', async (_, script) => {
    const { port, sockets } = await scripted(script)
    const mailer = nodeNet().mailer(at(port))
    for (const _try of [1, 2]) expect(await mailer.send(mail)).toMatchObject({ isAway: false })
    mailer.close()
    expect(sockets).toHaveLength(2)
  })

  it('gets many mails over one connection, and Node has nothing to warn of', async () => {
    const warnings: string[] = []
    const listen = ({ name }: Error) => warnings.push(name)
    process.on('warning', listen)
    const { port, told, sockets } = await scripted({})
    const mailer = nodeNet().mailer(at(port))
    for (let sent = 0; sent < 30; sent++) expect(await mailer.send(mail)).toHaveProperty('reply')
    mailer.close()
    await new Promise((resolve) => setImmediate(resolve))
    process.off('warning', listen)
    expect(told.filter((line) => line === '.')).toHaveLength(30)
    expect(sockets).toHaveLength(1)
    expect(warnings).not.toContain('MaxListenersExceededWarning')
  })
})

describe('a run over many recipients', () => {
  const names = ['ada', 'bob', 'cem', 'dot', 'eve', 'fay']

  async function tell(port: number, more: Record<string, string> = {}) {
    const { host, waits } = channelHost()
    const env: Record<string, string> = {
      PLANDUE_SMTP_URL: `smtp://127.0.0.1:${port}`,
      PLANDUE_SMTP_FROM: 'plans@example.gov.uk',
      ...more,
    }
    const sender = await email.prepare({ ...host, env: (name) => env[name] }, { commands: {} })
    const outcomes: ({ message: string; isLasting: unknown } | null)[] = []
    for (const name of names) {
      const digest = digestOf({ recipient: `${name}@example.gov.uk` })
      outcomes.push(await outcomeOf(sender.send(digest, KEY)))
    }
    await sender.close()
    return { outcomes, waits }
  }

  it('asks a server that is not there for the first of them only', async () => {
    const { outcomes, waits } = await tell(await closedPort())
    const why = 'the server refused the connection, 4 times'
    const rest = { message: `not tried again in this run: ${why}`, isLasting: false }
    expect(outcomes).toEqual([{ message: why, isLasting: false }, rest, rest, rest, rest, rest])
    expect(waits).toEqual([1000, 2000, 4000])
  })

  it('does not try a wrong password again and again', async () => {
    const { port, told } = await scripted({ EHLO: '250 AUTH PLAIN', AUTH: '535 no' })
    const login = { PLANDUE_SMTP_USER: 'plans', PLANDUE_SMTP_PASSWORD: LOGIN.password }
    const { outcomes } = await tell(port, login)
    const rest = { message: 'not tried again in this run: the server said 535 no', isLasting: true }
    expect(outcomes.slice(1)).toEqual([rest, rest, rest, rest, rest])
    expect(told.filter((line) => line.startsWith('AUTH'))).toHaveLength(1)
  })

  it('asks one that is busy once for each of the rest, until it takes a mail', async () => {
    const replies = [451, 451, 451, 451, 451, 250, 451, 451, 451, 451, 451]
    const said: MailReply[] = replies.map((code) => (code < 400 ? 'take' : { code, words: 'busy' }))
    const { port, count, mails, close } = await smtpServer({}, { replies: said })
    open.push(close)
    const { outcomes, waits } = await tell(port)
    expect(outcomes.map((outcome) => outcome?.message ?? 'told')).toEqual([
      'the server said 451 busy, 4 times',
      'the server said 451 busy',
      'told',
      'the server said 451 busy, 4 times',
      'the server said 451 busy',
      'the server said 451 busy',
    ])
    expect({ tries: count.mails, told: mails.length, waits: waits.length }).toEqual({
      tries: 12,
      told: 1,
      waits: 6,
    })
  })

  it('learns nothing of how busy a server is from a refusal', async () => {
    const replies = [451, 451, 451, 451, 550, 451, 250]
    const said = replies.map((code): MailReply => (code < 400 ? 'take' : { code, words: 'no' }))
    const { port, count, close } = await smtpServer({}, { replies: said })
    open.push(close)
    const { outcomes } = await tell(port)
    expect(outcomes.map((outcome) => outcome?.message ?? 'told')).toEqual([
      'the server said 451 no, 4 times',
      'the server said 550 no',
      'the server said 451 no',
      'told',
      'told',
      'told',
    ])
    expect(count.mails).toBe(9)
  })

  it.each([
    ['does not know', 550],
    ['cannot reach now', 450],
  ])('reaches all but one whom the server %s', async (_, responseCode) => {
    const { port, mails, close } = await smtpServer({
      onRcptTo: ({ address }, _session, callback) =>
        callback(
          address.startsWith('bob') ? Object.assign(new Error('no'), { responseCode }) : null,
        ),
    })
    open.push(close)
    const { outcomes } = await tell(port)
    expect(outcomes.map((outcome) => outcome === null)).toEqual([
      true,
      false,
      true,
      true,
      true,
      true,
    ])
    expect(mails.flatMap(({ to }) => to)).toHaveLength(5)
  })
})
