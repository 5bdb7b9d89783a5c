import type { Answer, Content, Failure } from '../../../host/net.ts'
import type { ChannelHost } from '../planning/channel.ts'
import type { Retries, Try } from './retries.ts'
import { excerpt } from './secrets.ts'

/** What to post: made anew for each try, as a signature is of its moment. */
export type PostRequest = {
  request(): Promise<Content>
  /** Its server: what is known of it in this run holds for all that goes there. */
  readonly server: string
  /** Never to be told. */
  readonly secrets: readonly string[]
  /** Whether the other side knows a repeat by its key, so that a lost answer can be asked for again. */
  readonly isRepeatable: boolean
}

/** How long an answer may take, in seconds. */
const PATIENCE = 20

/** Posts to a server until it is taken, as far as that is sensible. Rejects with a DeliveryError. */
export async function post(what: PostRequest, retries: Retries, host: ChannelHost): Promise<void> {
  const net = await host.net()
  const attempt = async () => {
    const request = await what.request()
    const answer = await net.post({ ...request, seconds: PATIENCE })
    return 'failure' in answer
      ? afterFailure(answer, what.isRepeatable)
      : judged(answer, what, host)
  }
  await retries(what.server, attempt)
}

/** What to do where there was no answer: what may have arrived is not sent twice in one run. */
export function afterFailure(failure: Failure, isRepeatable: boolean): Try {
  const { mayHaveArrived, isLasting, isAway } = failure
  const isUnsure = mayHaveArrived && !isRepeatable
  const why = isUnsure ? `${failure.failure}; it may have arrived all the same` : failure.failure
  return { isDone: false, why, next: isLasting ? 'never' : isUnsure ? 'nextRun' : 'now', isAway }
}

/** Answers below 500 that another try may change. */
const PASSING = [408, 425, 429]

function judged(answer: Answer, { secrets }: PostRequest, host: ChannelHost): Try {
  const { status, text, retryAfter } = answer
  if (status >= 200 && status < 300) return { isDone: true }
  const words = excerpt(text, secrets)
  const why = `the server answered ${status}${words === '' ? '' : `: ${words}`}`
  if (status < 400)
    return { isDone: false, why: `${why} (a redirect is not followed)`, next: 'never' }
  if (status < 500 && !PASSING.includes(status)) return { isDone: false, why, next: 'never' }
  return { isDone: false, why, next: 'now', wait: secondsOf(retryAfter, host.now()) }
}

/** For how many seconds to wait, which is said in seconds or as a moment; 0 if it is not. */
export function secondsOf(retryAfter: string | null, now: string): number {
  if (retryAfter === null) return 0
  if (/^\d+$/.test(retryAfter.trim())) return Number(retryAfter)
  const moment = Date.parse(retryAfter)
  return Number.isNaN(moment) ? 0 : Math.max(0, (moment - Date.parse(now)) / 1000)
}
