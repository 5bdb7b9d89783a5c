import { createServer } from 'node:http'
import { createServer as httpsServer } from 'node:https'
import { connect } from 'node:net'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { nodeNet } from '../../src/node/net.ts'
import { certificate, closedPort, httpServer, portOf } from '../helpers/servers.ts'

// A proxy that is asked for a way to a server, and the server, on this machine.

const close: (() => void)[] = []
let tls: ReturnType<typeof certificate>
beforeAll(() => {
  tls = certificate()
})
beforeEach(() => {
  for (const name of ['HTTPS_PROXY', 'HTTP_PROXY', 'NO_PROXY', 'ALL_PROXY']) {
    vi.stubEnv(name, '')
    vi.stubEnv(name.toLowerCase(), '')
  }
})
afterEach(() => {
  vi.unstubAllEnvs()
  for (const one of close.splice(0)) one()
})

/** A proxy that lets through, or refuses with a status, and knows who asked for what. */
async function proxy(status = 200) {
  const asked: { to: string | undefined; login: string | undefined }[] = []
  const server = createServer()
  server.on('connect', ({ url = '', headers }, socket) => {
    asked.push({ to: url, login: headers['proxy-authorization'] })
    socket.on('error', () => undefined)
    if (status !== 200) {
      socket.end(`HTTP/1.1 ${status} No\r\n\r\n`)
      return
    }
    const [, port = ''] = url.split(':')
    const way = connect(Number(port), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      way.pipe(socket).pipe(way)
    })
    close.push(() => way.destroy())
  })
  const port = await listening(server)
  return { asked, host: `127.0.0.1:${port}` }
}

function listening(server: ReturnType<typeof createServer | typeof httpsServer>): Promise<number> {
  close.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(portOf(server.address())))
  })
}

async function secureServer() {
  const server = httpsServer(tls, (_request, response) => response.writeHead(202).end('yes'))
  return `127.0.0.1:${await listening(server)}`
}

const post = (url: string) =>
  nodeNet({ ca: tls.cert }).post({ url, headers: {}, body: '{}', seconds: 5 })
const TAKEN = { status: 202, retryAfter: null, text: 'yes' }

describe('what goes over TLS', () => {
  it('goes through the proxy that HTTPS_PROXY names', async () => {
    const [{ asked, host }, server] = [await proxy(), await secureServer()]
    vi.stubEnv('HTTPS_PROXY', `http://${host}`)
    expect(await post(`https://${server}/secret`)).toEqual(TAKEN)
    expect(asked).toEqual([{ to: server, login: undefined }])
  })

  it('tells the proxy its login', async () => {
    const [{ asked, host }, server] = [await proxy(), await secureServer()]
    vi.stubEnv('https_proxy', `http://ada:hidden@${host}`)
    expect(await post(`https://${server}/secret`)).toEqual(TAKEN)
    expect(asked).toEqual([{ to: server, login: `Basic ${btoa('ada:hidden')}` }])
  })

  it.each([
    ['NO_PROXY leaves the server out', { NO_PROXY: 'example.org,127.0.0.1' }],
    ['NO_PROXY leaves all out', { NO_PROXY: '*' }],
    ['the proxy is for what goes without TLS', { HTTPS_PROXY: '' }],
  ])('goes straight to the server, because %s', async (_because, env) => {
    const [{ asked, host }, server] = [await proxy(), await secureServer()]
    const all = { HTTPS_PROXY: `http://${host}`, HTTP_PROXY: `http://${host}`, ...env }
    for (const [name, value] of Object.entries(all)) vi.stubEnv(name, value)
    expect(await post(`https://${server}/secret`)).toEqual(TAKEN)
    expect(asked).toEqual([])
  })

  it.each([403, 407])('does not arrive where the proxy says %i', async (status) => {
    const { host } = await proxy(status)
    vi.stubEnv('HTTPS_PROXY', `http://ada:hidden@${host}`)
    expect(await post(`https://${await secureServer()}/secret`)).toEqual({
      failure: 'the proxy did not let the connection through',
      mayHaveArrived: false,
      isLasting: false,
      isAway: true,
    })
  })

  it('does not arrive where there is no proxy', async () => {
    vi.stubEnv('HTTPS_PROXY', `http://127.0.0.1:${await closedPort()}`)
    expect(await post(`https://${await secureServer()}/secret`)).toMatchObject({
      failure: 'the server refused the connection',
      mayHaveArrived: false,
    })
  })

  it.each(['http://', 'ftp://127.0.0.1', 'hidden value'])(
    'does not arrive where HTTPS_PROXY is %j',
    async (value) => {
      vi.stubEnv('HTTPS_PROXY', value)
      expect(await post(`https://${await secureServer()}/secret`)).toEqual({
        failure: '`HTTPS_PROXY` names no proxy like `http://proxy.example.gov.uk:8080`',
        mayHaveArrived: false,
        isLasting: true,
        isAway: true,
      })
    },
  )
})

it('what goes without TLS goes to this machine, past every proxy', async () => {
  const [{ asked, host }, server] = [await proxy(), await httpServer({ status: 202, body: 'yes' })]
  close.push(server.close)
  for (const name of ['HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY']) vi.stubEnv(name, `http://${host}`)
  expect(await post(server.url)).toEqual(TAKEN)
  expect(asked).toEqual([])
})
