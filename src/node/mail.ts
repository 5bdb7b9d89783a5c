import { Readable } from 'node:stream'
import MailComposer from 'nodemailer/lib/mail-composer'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { Failure, Mail, Mailer, MailServer } from '../host/net.ts'
import { failureOf } from './failures.ts'

/**
 * See `Net.mailer`. One connection serves mail after mail, and is opened anew after a failure. Whether
 * the server may have got a mail is known: it has if any of it was read for sending.
 */
export function sendingMail(server: MailServer, ca: string | undefined): Mailer {
  let open: SMTPConnection | undefined
  const opened = async () => {
    const connection = connectionTo(server, ca)
    connection.once('end', () => {
      if (open === connection) open = undefined
    })
    const failure = await connected(connection, server)
    if (failure) connection.close()
    else open = connection
    return failure ?? connection
  }
  return {
    send: async (mail) => {
      const connection = open ?? (await opened())
      if ('failure' in connection) return connection
      const answer = await sent(connection, mail, server)
      if ('failure' in answer) connection.close()
      return answer
    },
    close: () => open && parted(open),
  }
}

/** Says goodbye, and waits but a moment for the answer: the process ends no sooner. */
function parted(connection: SMTPConnection): void {
  connection.quit()
  setTimeout(() => connection.close(), LAST_WORDS).unref()
}

/** In milliseconds. */
const LAST_WORDS = 1000

function connectionTo(server: MailServer, ca: string | undefined): SMTPConnection {
  const { host, port, isTls, needsTls, seconds } = server
  const patience = seconds * 1000
  const connection = new SMTPConnection({
    host,
    port,
    secure: isTls,
    requireTLS: needsTls,
    // A server on this machine often offers it with a certificate that nobody can check.
    ignoreTLS: !needsTls,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    dnsTimeout: patience,
    socketCloseTimeout: LAST_WORDS,
    tls: { minVersion: 'TLSv1.2', ...(ca === undefined ? {} : { ca }) },
  })
  // Each step listens for its own errors; one that comes in between has no listener left.
  return connection.on('error', () => undefined)
}

/** What is in the way here is in the way of every mail. */
async function connected(
  connection: SMTPConnection,
  { login, seconds }: MailServer,
): Promise<Failure | undefined> {
  const problem =
    (await step(connection, seconds, (done) => connection.connect(done))) ??
    (login &&
      (await step(connection, seconds, (done) => connection.login(credentials(login), done))))
  return problem ? { ...refusal(problem, false), isAway: true } : undefined
}

function credentials({ user, password }: NonNullable<MailServer['login']>) {
  return { user, pass: password, credentials: { user, pass: password } }
}

async function sent(
  connection: SMTPConnection,
  mail: Mail,
  { seconds }: MailServer,
): Promise<Failure | { readonly reply: string }> {
  const message = Readable.from([await composed(mail)], { objectMode: false })
  const envelope = { from: mail.from.address, to: [mail.to] }
  let reply = ''
  const problem = await step(connection, seconds, (done) =>
    connection.send(envelope, message, (error, info) => {
      reply = info?.response ?? ''
      done(error)
    }),
  )
  return problem ? refusal(problem, message.readableDidRead) : { reply }
}

function composed({ to, replyTo, ...mail }: Mail): Promise<Buffer> {
  const content = {
    ...mail,
    to: { name: '', address: to },
    ...(replyTo === null ? {} : { replyTo: { name: '', address: replyTo } }),
    messageId: `<${mail.messageId}>`,
    // Nothing in a text names a file or an address to be fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  }
  return new MailComposer(content).compile().build()
}

/**
 * What was in the way of a step with a server; its errors come in three ways. A server that says
 * something again and again, and never comes to an end, is not silent: it has so much longer.
 */
function step(
  connection: SMTPConnection,
  seconds: number,
  work: (done: (error?: Error | null) => void) => void,
): Promise<Error | undefined> {
  return new Promise((resolve) => {
    const settle = (error?: Error | null) => {
      clearTimeout(timer)
      connection.off('error', settle).off('end', ended)
      resolve(error ?? undefined)
    }
    const ended = () => settle(new Error('the connection was closed'))
    const late = () => settle(Object.assign(new Error('too slow'), { code: 'ETIMEDOUT' }))
    const timer = setTimeout(late, seconds * LONGEST_STEP * 1000)
    connection.once('error', settle).once('end', ended)
    work(settle)
  })
}

/** How much longer than it may be silent a server may take for a step. */
const LONGEST_STEP = 3

/** A server that answers has not taken the mail; with 4xx it may do so later, with 5xx never. */
function refusal(problem: Error, wasRead: boolean): Failure {
  const reply = 'responseCode' in problem ? Number(problem.responseCode) : 0
  const words = 'response' in problem ? String(problem.response) : ''
  const base = { mayHaveArrived: false, isLasting: true, isAway: false }
  if (reply >= 400) return { ...base, failure: `the server said ${words}`, isLasting: reply >= 500 }
  const code = 'code' in problem ? problem.code : ''
  if (code === 'EAUTH') return { ...base, failure: 'the server knows no way to log in' }
  if (code === 'EPROTOCOL') {
    return { ...base, failure: 'what answers there is no mail server', mayHaveArrived: wasRead }
  }
  if (code === 'ETIMEDOUT') {
    const failure = 'the server fell silent'
    return { ...base, failure, mayHaveArrived: wasRead, isLasting: false }
  }
  return failureOf(problem, wasRead)
}
