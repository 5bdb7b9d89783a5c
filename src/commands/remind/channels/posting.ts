import type { Answer, Content, Failure } from '../../../host/net.ts'
import type { ChannelHost } from '../planning/channel.ts'
import { isRefusal } from './refusals.ts'
import type { Retries, Try } from './retries.ts'
import { excerpt } from './secrets.ts'

/** `request` is made anew for each attempt, as a signature covers the time. */
export type PostRequest = {
  request(): Promise<Content>
  /** The host and port, by which retries keep what they know of a server. */
  readonly server: string
  /** Never to be shown. */
  readonly secrets: readonly string[]
  /** Whether the server recognises a repeat by its key, so that a retry after a lost answer is safe. */
  readonly isRepeatable: boolean
}

/** In seconds. */
const TIMEOUT = 20

/** Posts with retries, and returns what the server answered. Rejects with a DeliveryError. */
export async function post(
  what: PostRequest,
  retries: Retries,
  host: ChannelHost,
): Promise<string> {
  const net = await host.net()
  const attempt = async () => {
    const request = await what.request()
    const answer = await net.post({ ...request, seconds: TIMEOUT })
    return 'failure' in answer
      ? afterFailure(answer, what.isRepeatable)
      : judged(answer, what, host)
  }
  return retries(what.server, attempt)
}

/** What to do without an answer: what may have arrived is not sent twice in one run. */
export function afterFailure(failure: Failure, isRepeatable: boolean): Try {
  const { mayHaveArrived, isLasting, isAway } = failure
  const isUnsure = mayHaveArrived && !isRepeatable
  const why = isUnsure ? `${failure.failure}; it may have arrived` : failure.failure
  return { isDone: false, why, next: isLasting ? 'never' : isUnsure ? 'nextRun' : 'now', isAway }
}

/** Statuses below 500 worth a retry. */
const TRANSIENT = [408, 425, 429]

function judged(answer: Answer, { secrets }: PostRequest, host: ChannelHost): Try {
  const { status, text, retryAfter } = answer
  const isAccepted = status >= 200 && status < 300
  const words = excerpt(text, secrets)
  const why = `the server answered ${status}${words === '' ? '' : `: ${words}`}`
  if (isAccepted && !isRefusal(text)) return { isDone: true, reply: why }
  // Whether that would last, or something of it has arrived, the status does not say.
  if (isAccepted) return { isDone: false, why, next: 'nextRun' }
  if (status < 400)
    return { isDone: false, why: `${why} (a redirect is not followed)`, next: 'never' }
  if (status < 500 && !TRANSIENT.includes(status)) return { isDone: false, why, next: 'never' }
  return { isDone: false, why, next: 'now', wait: secondsOf(retryAfter, host.now()) }
}

/** Seconds to wait by a Retry-After header, which is in seconds or a date; 0 without one. */
export function secondsOf(retryAfter: string | null, now: string): number {
  if (retryAfter === null) return 0
  if (/^\d+$/.test(retryAfter.trim())) return Number(retryAfter)
  const moment = Date.parse(retryAfter)
  return Number.isNaN(moment) ? 0 : Math.max(0, (moment - Date.parse(now)) / 1000)
}
