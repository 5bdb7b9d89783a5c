import { type Dispatcher, request } from 'undici'
import type { Answer, Failure, Net, Request } from '../host/net.ts'
import { failureOf } from './failures.ts'
import { sendingMail } from './mail.ts'
import { notifyRequest } from './notify.ts'
import { runProgram } from './program.ts'
import { NoProxyError, waysOut } from './proxy.ts'

/**
 * The real network. It is a bundle of its own, so that a run that sends nothing loads nothing of it.
 * `ca`: certificates in PEM to trust in servers, in place of the usual ones.
 */
export function nodeNet({ ca }: { ca?: string } = {}): Net {
  const wayTo = waysOut(ca)
  return {
    post: (what) => post(what, wayTo),
    notifyRequest,
    runProgram,
    mailer: (server) => sendingMail(server, ca),
  }
}

/** Of what a server answers, the start is enough. */
const MOST_BYTES = 4096

/** No redirect is followed: where an answer sends us to is nobody that the user has given a secret. */
async function post(what: Request, wayTo: (url: string) => Dispatcher): Promise<Answer | Failure> {
  const { url, headers, body, seconds } = what
  const timeout = AbortSignal.timeout(seconds * 1000)
  try {
    const answer = await request(url, {
      method: 'POST',
      headers: { 'User-Agent': 'plandue', ...headers },
      body,
      signal: timeout,
      dispatcher: wayTo(url),
    })
    const [retryAfter = null] = [answer.headers['retry-after']].flat()
    return { status: answer.statusCode, retryAfter, text: await startOf(answer.body) }
  } catch (failure) {
    if (timeout.aborted) return noAnswer(seconds)
    if (failure instanceof NoProxyError) return lasting(failure.message)
    return failureOf(failure)
  }
}

/** The status has said what became of it; a text that breaks off changes nothing. */
async function startOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  try {
    for await (const chunk of body) {
      chunks.push(chunk)
      bytes += chunk.length
      if (bytes >= MOST_BYTES) break
    }
  } catch {
    // What has come so far is enough.
  }
  return Buffer.concat(chunks).subarray(0, MOST_BYTES).toString('utf8')
}

function noAnswer(seconds: number): Failure {
  const failure = `no answer within ${seconds} seconds`
  return { failure, mayHaveArrived: true, isLasting: false, isAway: false }
}

function lasting(failure: string): Failure {
  return { failure, mayHaveArrived: false, isLasting: true, isAway: true }
}
