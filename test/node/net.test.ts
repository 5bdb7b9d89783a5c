import { createServer as httpsServer } from 'node:https'
import { createServer, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { nodeNet } from '../../src/node/net.ts'
import { certificate, closedPort, httpServer, portOf } from '../helpers/servers.ts'

const open: (() => void)[] = []
afterEach(() => {
  for (const close of open.splice(0)) close()
})

const post = (url: string, seconds = 5) => nodeNet().post({ url, headers: {}, body: '{}', seconds })

/** A server that answers a request by what a test does with the connection. */
async function answering(answer: (socket: Socket) => void, host = '127.0.0.1') {
  const server = createServer((socket) => {
    open.push(() => socket.destroy())
    socket.on('error', () => undefined).once('data', () => answer(socket))
  })
  open.push(() => server.close())
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  const name = host.includes(':') ? `[${host}]` : host
  return `http://${name}:${portOf(server.address())}/hidden`
}

const again = (socket: Socket, text: string) => {
  const timer = setInterval(() => socket.write(text), 5)
  socket.once('close', () => clearInterval(timer))
}
const LONG = 'x'.repeat(50_000_000)
const noAnswer = {
  failure: 'no answer within 0.2 seconds',
  mayHaveArrived: true,
  isLasting: false,
  isAway: false,
}
const broken = (code: string) => ({ ...noAnswer, failure: `the connection broke (${code})` })

describe('an answer', () => {
  it.each<[string, (socket: Socket) => void, object]>([
    ['never comes', () => undefined, noAnswer],
    ['never gets to its end', (socket) => socket.write('HTTP/1.1 200 OK\r\nx'), noAnswer],
    [
      'has endless headers',
      (socket) => {
        socket.write('HTTP/1.1 200 OK\r\n')
        again(socket, 'x: y\r\n')
      },
      noAnswer,
    ],
    [
      'breaks off in its text',
      (socket) => socket.end('HTTP/1.1 202 OK\r\ncontent-length: 9\r\n\r\nyes'),
      { status: 202, retryAfter: null, text: 'yes' },
    ],
    [
      'hangs in its text',
      (socket) => socket.write('HTTP/1.1 400 No\r\ncontent-length: 9\r\n\r\nno'),
      { status: 400, retryAfter: null, text: 'no' },
    ],
    ['is none', (socket) => socket.end('220 mail here\r\n'), broken('HPE_INVALID_CONSTANT')],
    ['is a reset', (socket) => void socket.resetAndDestroy(), broken('ECONNRESET')],
  ])('that %s', async (_, answer, expected) => {
    expect(await post(await answering(answer), expected === noAnswer ? 0.2 : 2)).toEqual(expected)
  })

  it.each<[string, (socket: Socket) => void]>([
    [
      'is endless',
      (socket) => {
        socket.write('HTTP/1.1 500 No\r\ntransfer-encoding: chunked\r\n\r\n')
        again(socket, `10000\r\n${'x'.repeat(65_536)}\r\n`)
      },
    ],
    [
      'is very long',
      (socket) => {
        socket.write(`HTTP/1.1 500 No\r\ncontent-length: ${LONG.length}\r\n\r\n`)
        socket.write(LONG)
      },
    ],
  ])('that %s is left once enough of it is there', async (_, answer) => {
    expect(await post(await answering(answer), 600)).toEqual({
      status: 500,
      retryAfter: null,
      text: 'x'.repeat(4096),
    })
  })

  it('comes by IPv6 too', async () => {
    const url = await answering((socket) => socket.end('HTTP/1.1 204 OK\r\n\r\n'), '::1')
    expect(await post(url)).toEqual({ status: 204, retryAfter: null, text: '' })
  })

  it.each([301, 302, 307, 308])('of %i sends nothing to anybody else', async (status) => {
    const other = await httpServer({ status: 200 })
    const first = await httpServer({ status, headers: { Location: `${other.url}/x` } })
    open.push(other.close, first.close)
    expect(await post(`${first.url}/hidden`)).toMatchObject({ status })
    expect([first.seen.length, other.seen.length]).toEqual([1, 0])
  })
})

describe('a server that is out of reach', () => {
  // The second has an address of each kind.
  it.each(['127.0.0.1', 'localhost'])('is so for whatever it is sent: %s', async (name) => {
    expect(await post(`http://${name}:${await closedPort()}`)).toEqual({
      failure: 'the server refused the connection',
      mayHaveArrived: false,
      isLasting: false,
      isAway: true,
    })
  })

  it('as its certificate cannot be checked, gets nothing', async () => {
    let requests = 0
    const server = httpsServer(certificate(), () => void requests++)
    open.push(() => server.close())
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    expect(await post(`https://127.0.0.1:${portOf(server.address())}`)).toMatchObject({
      failure: expect.stringMatching(
        /^no secure connection \(DEPTH_ZERO_SELF_SIGNED_CERT\): NODE_/,
      ),
      mayHaveArrived: false,
      isLasting: true,
      isAway: true,
    })
    expect(requests).toBe(0)
  })
})
