import { Readable } from 'node:stream'
import MailComposer from 'nodemailer/lib/mail-composer'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { Failure, Mail, Mailer, MailServer } from '../net.ts'
import { failureOf } from './failures.ts'

/**
 * See `Net.mailer`. One connection serves mail after mail, and is opened anew after a failure. Whether
 * the server may have got a mail is known: it has if any of it was read for sending.
 */
export function sendingMail(server: MailServer, ca: string | undefined): Mailer {
  let open: SMTPConnection | undefined
  const close = (connection?: SMTPConnection) => {
    open = undefined
    connection?.close()
  }
  return {
    send: async (mail) => {
      const connection = open ?? connectionTo(server, ca)
      connection.once('end', () => close())
      const failure =
        (open ? undefined : await connected(connection, server)) ?? (await sent(connection, mail))
      if (failure) close(connection)
      else open = connection
      return failure
    },
    close: () => {
      open?.quit()
      open = undefined
    },
  }
}

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
    tls: { minVersion: 'TLSv1.2', ...(ca === undefined ? {} : { ca }) },
  })
  // Each step listens for its own errors; one that comes in between has nobody left to tell.
  return connection.on('error', () => undefined)
}

async function connected(
  connection: SMTPConnection,
  { login }: MailServer,
): Promise<Failure | undefined> {
  const problem =
    (await step(connection, (done) => connection.connect(done))) ??
    (login && (await step(connection, (done) => connection.login(credentials(login), done))))
  return problem ? refusal(problem, false) : undefined
}

function credentials({ user, password }: NonNullable<MailServer['login']>) {
  return { user, pass: password, credentials: { user, pass: password } }
}

async function sent(connection: SMTPConnection, mail: Mail): Promise<Failure | undefined> {
  const message = Readable.from([await composed(mail)], { objectMode: false })
  const envelope = { from: mail.from.address, to: [mail.to] }
  const problem = await step(connection, (done) => connection.send(envelope, message, done))
  return problem && refusal(problem, message.readableDidRead)
}

function composed({ to, ...mail }: Mail): Promise<Buffer> {
  const content = {
    ...mail,
    to: { name: '', address: to },
    messageId: `<${mail.messageId}>`,
    // Nothing in a text names a file or an address to be fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  }
  return new MailComposer(content).compile().build()
}

/** What was in the way of a step with a server; its errors come in three ways. */
function step(
  connection: SMTPConnection,
  work: (done: (error?: Error | null) => void) => void,
): Promise<Error | undefined> {
  return new Promise((resolve) => {
    const ended = () => resolve(new Error('the connection was closed'))
    connection.once('error', resolve).once('end', ended)
    work((error) => {
      connection.off('error', resolve).off('end', ended)
      resolve(error ?? undefined)
    })
  })
}

/** A server that answers has not taken the mail; with 4xx it may do so later, with 5xx never. */
function refusal(problem: Error, wasRead: boolean): Failure {
  const reply = 'responseCode' in problem ? Number(problem.responseCode) : 0
  const words = 'response' in problem ? String(problem.response) : ''
  if (reply >= 400) {
    return { failure: `the server said ${words}`, mayHaveArrived: false, isLasting: reply >= 500 }
  }
  const code = 'code' in problem ? problem.code : ''
  if (code === 'EAUTH') {
    return { failure: 'the server knows no way to log in', mayHaveArrived: false, isLasting: true }
  }
  if (code === 'ETIMEDOUT') {
    return { failure: 'the server fell silent', mayHaveArrived: wasRead, isLasting: false }
  }
  return failureOf(problem, wasRead)
}
