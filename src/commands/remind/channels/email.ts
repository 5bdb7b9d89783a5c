import { UsageError } from '../../../diagnostics/failures.ts'
import type { Mail, MailServer } from '../../../host/net.ts'
import { printable } from '../../../terminal/printable.ts'
import type { Channel, Digest } from '../planning/channel.ts'
import { type Env, isThisMachine, required } from './addresses.ts'
import { afterFailure } from './posting.ts'
import { retriesIn } from './retries.ts'
import { discreetly } from './secrets.ts'

/** Mail over SMTP, one connection for all of a run. */
export const email: Channel = {
  id: 'email',
  contentOf: ({ text }) => text,
  prepare: async (host) => {
    const server = mailServer(host.env)
    const from = mailFrom(host.env)
    const secrets = server.login ? secretsOf(server.login) : []
    const net = await host.net()
    const mailer = net.mailer(server)
    const retries = retriesIn(host)
    return {
      send: async (digest, key) => {
        const mail = mailOf(digest, key, from)
        const attempt = async () => {
          const failure = await mailer.send(mail)
          return failure ? afterFailure(failure, false) : ({ isDone: true } as const)
        }
        await discreetly(secrets, () => retries(server.host, attempt))
      },
      close: async () => mailer.close(),
    }
  },
}

/** How long a mail server may be silent, in seconds. */
const PATIENCE = 20

const PORTS: Readonly<Record<string, number>> = { 'smtp:': 587, 'smtps:': 465 }

/**
 * The mail server of `PLANDUE_SMTP_URL`, like `smtp://mail.example.gov.uk`. Nothing goes without TLS
 * but to this machine, or where `PLANDUE_SMTP_TLS` says so. Throws a UsageError.
 */
export function mailServer(env: Env): MailServer {
  const name = 'PLANDUE_SMTP_URL'
  const text = required(env, name, 'the mail server, like `smtp://mail.example.gov.uk:587`')
  const url = URL.canParse(text) ? new URL(text) : undefined
  const usualPort = PORTS[url?.protocol ?? '']
  if (!url || !usualPort || url.hostname === '' || !/^\/?$/.test(url.pathname + url.search)) {
    throw new UsageError(`\`${name}\` is no address like \`smtp://mail.example.gov.uk:587\``)
  }
  if (url.username !== '' || url.password !== '') {
    throw new UsageError(
      `\`${name}\` holds a login: put it into \`PLANDUE_SMTP_USER\` and \`PLANDUE_SMTP_PASSWORD\``,
    )
  }
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const isTls = url.protocol === 'smtps:'
  const login = loginFrom(env)
  return {
    host,
    port: url.port === '' ? usualPort : Number(url.port),
    isTls,
    needsTls: !isThisMachine(host) && !isPlain(env, isTls, login),
    login,
    seconds: PATIENCE,
  }
}

/** Whether mail goes without TLS, as to a relay within a network; a login never does. */
function isPlain(env: Env, isTls: boolean, login: MailServer['login']): boolean {
  const name = 'PLANDUE_SMTP_TLS'
  const value = env(name)?.trim() || 'always'
  if (value === 'always') return false
  if (value !== 'never') throw new UsageError(`\`${name}\` is neither \`always\` nor \`never\``)
  if (isTls) throw new UsageError(`\`${name}\` is \`never\`, and \`smtps://\` asks for it`)
  if (login) throw new UsageError(`\`${name}\` is \`never\`: a login does not go without TLS`)
  return true
}

function loginFrom(env: Env): MailServer['login'] {
  const user = env('PLANDUE_SMTP_USER')
  // A file that holds a secret often ends with a line break, which is no part of it.
  const password = env('PLANDUE_SMTP_PASSWORD')?.replace(/\r?\n$/, '')
  if (!user && !password) return null
  return {
    user: required(env, 'PLANDUE_SMTP_USER', 'whose password is `PLANDUE_SMTP_PASSWORD`?'),
    password: password || required(env, 'PLANDUE_SMTP_PASSWORD', 'the password of the mail server'),
  }
}

/** Also as a server shows them that repeats how somebody logged in. */
function secretsOf({ user, password }: NonNullable<MailServer['login']>): string[] {
  return [`\0${user}\0${password}`, password]
}

/** The sender of `PLANDUE_SMTP_FROM`: an address, or a name and an address. Throws a UsageError. */
export function mailFrom(env: Env): Mail['from'] {
  const name = 'PLANDUE_SMTP_FROM'
  const text = required(env, name, 'the sender, like `Plans <plans@example.gov.uk>`')
  const parts = /^(?:([^<>]*)<)?([^\s@<>,;:"]+@[^\s@<>,;:"]+)>?$/.exec(text)
  if (!parts) throw new UsageError(`\`${name}\` is no sender like \`Plans <plans@example.gov.uk>\``)
  const [, named = '', address = ''] = parts
  return { name: printable(named).trim().replace(/^"|"$/g, ''), address }
}

/** A digest as a mail that says it was sent by a program; a repeat has the same id. */
export function mailOf(digest: Digest, key: string, from: Mail['from']): Mail {
  const domain = from.address.slice(from.address.indexOf('@') + 1)
  return {
    from,
    to: digest.recipient,
    subject: printable(digest.subject),
    text: digest.text,
    html: digest.html,
    messageId: `plandue.${key}@${domain}`,
    // The second is what Exchange goes by: nobody's absence is answered.
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  }
}
