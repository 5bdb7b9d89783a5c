import type { ChannelHost } from '../channel.ts'
import { DeliveryError } from '../channel.ts'

/** What came of one try. */
export type Try =
  | { readonly isDone: true }
  | {
      readonly isDone: false
      readonly why: string
      readonly next: 'now' | 'nextRun' | 'never'
      /** For how many seconds the other side wants to be left alone. */
      readonly wait?: number
    }

const MOST_TRIES = 4

/** In seconds: the first pause, each of which is twice the one before. */
const FIRST_PAUSE = 1

/** In seconds; whoever wants more is left to the next run, since others wait for theirs. */
const LONGEST_PAUSE = 30

/**
 * Tries until it is done, four times at most, with pauses of up to 1, 2 and 4 seconds, or as long as
 * the other side asks for. Rejects with a DeliveryError.
 */
export async function withRetries(
  attempt: () => Promise<Try>,
  host: Pick<ChannelHost, 'sleep' | 'random'>,
  signal?: AbortSignal,
): Promise<void> {
  for (let tries = 1; ; tries++) {
    if (signal?.aborted) throw new DeliveryError('it was stopped', false)
    const tried = await attempt()
    if (tried.isDone) return
    const { why, next, wait = 0 } = tried
    if (next !== 'now') throw new DeliveryError(why, next === 'never')
    if (tries === MOST_TRIES) throw new DeliveryError(`${why}, ${MOST_TRIES} times`, false)
    if (wait > LONGEST_PAUSE) {
      throw new DeliveryError(`${why}, and asks for ${Math.ceil(wait)} seconds of rest`, false)
    }
    await host.sleep(1000 * Math.max(wait, pauseAfter(tries, host.random())))
  }
}

/** In seconds; the half that chance decides keeps many programs from coming back at once. */
export function pauseAfter(tries: number, chance: number): number {
  return FIRST_PAUSE * 2 ** (tries - 1) * (0.5 + chance / 2)
}
