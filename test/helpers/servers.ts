import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

/** What an HTTP server says to one request; `hang` says nothing, `drop` closes the connection. */
export type Reply =
  | 'hang'
  | 'drop'
  | {
      readonly status: number
      readonly headers?: Readonly<Record<string, string>>
      /** `{path}` is that of the request. */
      readonly body?: string
    }

export type Seen = {
  readonly method: string | undefined
  readonly path: string | undefined
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** A real HTTP server on this machine that gives its replies in order, the last one for ever. */
export async function httpServer(...replies: readonly Reply[]) {
  const seen: Seen[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { method, url: path, headers } = request
      seen.push({ method, path, headers, body: Buffer.concat(chunks).toString('utf8') })
      const reply = replies[Math.min(seen.length, replies.length) - 1] ?? { status: 200 }
      if (reply === 'hang') return
      if (reply === 'drop') return void request.socket.destroy()
      response.writeHead(reply.status, reply.headers).end(reply.body?.replace('{path}', path ?? ''))
    })
  })
  const port = await listening(server)
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  return { url: `http://127.0.0.1:${port}`, seen, close }
}

type Listener = {
  listen(port: number, host: string, then: () => void): unknown
  address(): string | AddressInfo | null
}

function listening(server: Listener): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(portOf(server.address())))
  })
}

export function portOf(address: string | AddressInfo | null): number {
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

/** A port on which nobody listens. */
export async function closedPort(): Promise<number> {
  const server = createServer()
  const port = await listening(server)
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** A certificate that only who is given it trusts: for this machine and now, unless told otherwise. */
export function certificate({ names = 'DNS:localhost,IP:127.0.0.1', isExpired = false } = {}): {
  key: string
  cert: string
} {
  const folder = mkdtempSync(join(tmpdir(), 'plandue-certificate-'))
  const openssl = (...args: string[]) =>
    execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' })
  const subject = ['-subj', '/CN=localhost', '-addext', `subjectAltName=${names}`]
  const newKey = ['-newkey', 'rsa:2048', '-nodes', '-keyout', 'key.pem']
  if (isExpired) {
    writeFileSync(join(folder, 'ca.cnf'), AUTHORITY)
    writeFileSync(join(folder, 'index.txt'), '')
    openssl('req', '-new', ...newKey, ...subject, '-out', 'request.pem')
    const days = ['-startdate', '20200101000000Z', '-enddate', '20200201000000Z']
    const files = ['-keyfile', 'key.pem', '-in', 'request.pem', '-out', 'cert.pem']
    openssl('ca', '-batch', '-notext', '-selfsign', '-config', 'ca.cnf', ...days, ...files)
  } else {
    openssl('req', '-x509', ...newKey, ...subject, '-days', '2', '-out', 'cert.pem')
  }
  const read = (name: string) => readFileSync(join(folder, name), 'utf8')
  const made = { key: read('key.pem'), cert: read('cert.pem') }
  rmSync(folder, { recursive: true })
  return made
}

/** How openssl can sign for days that are over. */
const AUTHORITY = `[ca]
default_ca = own
[own]
database = index.txt
new_certs_dir = .
rand_serial = yes
default_md = sha256
policy = any
copy_extensions = copy
[any]
commonName = supplied
`

/** What a mail server does with the whole of a mail: the last one for ever. */
export type MailReply = 'take' | 'drop' | 'hang' | { readonly code: number; readonly words: string }

/** A real mail server on this machine. */
export async function smtpServer(
  options: SMTPServerOptions,
  { replies = [], early }: { replies?: readonly MailReply[]; early?: MailReply } = {},
) {
  const mails: { raw: string; user: unknown; isSecure: boolean; to: string[] }[] = []
  const count = { mails: 0, connections: 0 }
  const server: SMTPServer = new SMTPServer({
    logger: false,
    hideSTARTTLS: true,
    authOptional: true,
    onRcptTo: (_address, _session, callback) => callback(early ? refusalOf(early) : null),
    ...options,
    onConnect: (_session, callback) => {
      count.connections++
      callback()
    },
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const reply = replies[Math.min(count.mails++, replies.length - 1)] ?? 'take'
        if (reply === 'hang') return
        if (reply === 'drop') return dropAll(server)
        const to = session.envelope.rcptTo.map(({ address }) => address)
        const raw = Buffer.concat(chunks).toString('utf8')
        if (reply === 'take') mails.push({ raw, user: session.user, isSecure: session.secure, to })
        callback(refusalOf(reply))
      })
    },
  })
  server.on('error', () => undefined)
  const port = await listening(server.server)
  const parsed = (): Promise<ParsedMail[]> =>
    Promise.all(mails.map(({ raw }) => simpleParser(raw, { skipImageLinks: true })))
  const close = () => {
    dropAll(server)
    server.close()
  }
  return { port, mails, count, parsed, close }
}

function dropAll(server: SMTPServer): void {
  for (const connection of server.connections) connection._socket.destroy()
}

function refusalOf(reply: MailReply): Error | null {
  if (typeof reply === 'string') return null
  return Object.assign(new Error(reply.words), { responseCode: reply.code })
}
