import type { Env } from '../../../config/channel-variables.ts'
import { UsageError } from '../../../diagnostics/failures.ts'
import type { Mail, MailServer } from '../../../host/net.ts'
import { printable } from '../../../terminal/printable.ts'
import type { Channel, Digest } from '../planning/channel.ts'
import { isThisMachine, required } from './addresses.ts'
import { afterFailure } from './posting.ts'
import { retriesIn } from './retries.ts'
import { discreetly } from './secrets.ts'

/** SMTP, one connection for the whole run. */
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
          const answer = await mailer.send(mail)
          if ('failure' in answer) return afterFailure(answer, false)
          return { isDone: true, reply: `the server said ${answer.reply}` } as const
        }
        return discreetly(secrets, () => retries(server.host, attempt))
      },
      close: async () => mailer.close(),
    }
  },
}

/** For each answer of the server, in seconds. */
const TIMEOUT = 20

const PORTS: Readonly<Record<string, number>> = { 'smtp:': 587, 'smtps:': 465 }

/**
 * The mail server of `PLANDUE_SMTP_URL`. TLS is required unless the server is on this machine or
 * `PLANDUE_SMTP_TLS` is `never`. Throws a UsageError.
 */
export function mailServer(env: Env): MailServer {
  const name = 'PLANDUE_SMTP_URL'
  const text = required(env, name, 'the mail server, like `smtp://mail.example.gov.uk:587`')
  const url = URL.canParse(text) ? new URL(text) : undefined
  const usualPort = PORTS[url?.protocol ?? '']
  if (!url || !usualPort || url.hostname === '' || !/^\/?$/.test(url.pathname + url.search)) {
    throw new UsageError(`\`${name}\` is not a URL like \`smtp://mail.example.gov.uk:587\``)
  }
  if (url.username !== '' || url.password !== '') {
    throw new UsageError(
      `\`${name}\` contains a login: put it into \`PLANDUE_SMTP_USER\` and \`PLANDUE_SMTP_PASSWORD\``,
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
    seconds: TIMEOUT,
  }
}

/** Whether to send without TLS, as to a relay on an internal network. A login always needs TLS. */
function isPlain(env: Env, isTls: boolean, login: MailServer['login']): boolean {
  const name = 'PLANDUE_SMTP_TLS'
  const value = env(name)?.trim() || 'always'
  if (value === 'always') return false
  if (value !== 'never') throw new UsageError(`\`${name}\` is neither \`always\` nor \`never\``)
  if (isTls) throw new UsageError(`\`${name}\` is \`never\`, but \`smtps://\` requires TLS`)
  if (login) throw new UsageError(`\`${name}\` is \`never\`: a login is not sent without TLS`)
  return true
}

function loginFrom(env: Env): MailServer['login'] {
  const user = env('PLANDUE_SMTP_USER')
  // Files of secrets often end with a newline that is not part of the secret.
  const password = env('PLANDUE_SMTP_PASSWORD')?.replace(/\r?\n$/, '')
  if (!user && !password) return null
  return {
    user: required(
      env,
      'PLANDUE_SMTP_USER',
      'the user name that goes with `PLANDUE_SMTP_PASSWORD`',
    ),
    password: password || required(env, 'PLANDUE_SMTP_PASSWORD', 'the password of the mail server'),
  }
}

/** Including the form of AUTH PLAIN, which some servers echo. */
function secretsOf({ user, password }: NonNullable<MailServer['login']>): string[] {
  return [`\0${user}\0${password}`, password]
}

/** The sender of `PLANDUE_SMTP_FROM`: an address, or a name and an address. Throws a UsageError. */
export function mailFrom(env: Env): Mail['from'] {
  const name = 'PLANDUE_SMTP_FROM'
  const text = required(env, name, 'the sender, like `Plans <plans@example.gov.uk>`')
  const parts = /^(?:([^<>]*)<)?([^\s@<>,;:"]+@[^\s@<>,;:"]+)>?$/.exec(text)
  if (!parts)
    throw new UsageError(`\`${name}\` is not a sender like \`Plans <plans@example.gov.uk>\``)
  const [, named = '', address = ''] = parts
  return { name: printable(named).trim().replace(/^"|"$/g, ''), address }
}

/** An email marked as automatic (RFC 3834). A repeat has the same Message-ID. */
export function mailOf(digest: Digest, key: string, from: Mail['from']): Mail {
  const domain = from.address.slice(from.address.indexOf('@') + 1)
  return {
    from,
    to: digest.recipient,
    replyTo: digest.replyTo,
    subject: printable(digest.subject),
    text: digest.text,
    html: digest.html,
    messageId: `plandue.${key}@${domain}`,
    // Exchange honours the second: no out-of-office replies.
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  }
}
