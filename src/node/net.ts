import type { Answer, Failure, Net, Request } from '../net.ts'
import { failureOf } from './failures.ts'
import { sendingMail } from './mail.ts'
import { notifyRequest } from './notify.ts'
import { runProgram } from './program.ts'

/**
 * The real network. It is a bundle of its own, so that a run that sends nothing loads nothing of it.
 * `ca`: certificates in PEM to trust in mail servers, in place of the usual ones.
 */
export function nodeNet({ ca }: { ca?: string } = {}): Net {
  return { post, notifyRequest, runProgram, mailer: (server) => sendingMail(server, ca) }
}

/** Of what a server answers, the start tells enough. */
const MOST_BYTES = 4096

async function post(request: Request): Promise<Answer | Failure> {
  const { url, headers, body, seconds } = request
  const timeout = AbortSignal.timeout(seconds * 1000)
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'User-Agent': 'plandue', ...headers },
      body,
      // Where an answer sends us to is nobody that the user has given a secret.
      redirect: 'manual',
      signal: timeout,
    })
    const { status } = response
    return {
      status,
      retryAfter: response.headers.get('retry-after'),
      text: await startOf(response),
    }
  } catch (failure) {
    if (timeout.aborted) return noAnswer(seconds)
    return failureOf(failure)
  }
}

/** The status has said what became of it; a text that breaks off changes nothing. */
async function startOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  try {
    for await (const chunk of response.body ?? []) {
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
