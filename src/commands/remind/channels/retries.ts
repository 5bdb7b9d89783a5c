import { type ChannelHost, DeliveryError } from '../planning/channel.ts'

/** What came of one try. */
export type Try =
  | { readonly isDone: true }
  | {
      readonly isDone: false
      readonly why: string
      readonly next: 'now' | 'nextRun' | 'never'
      /** For how many seconds the other side wants to be left alone. */
      readonly wait?: number
      /** Whether the server was out of reach, whatever it was to get. */
      readonly isAway?: boolean
    }

/** Tries with a server until it is done, as far as that is sensible. Rejects with a DeliveryError. */
export type Retries = (server: string, attempt: () => Promise<Try>) => Promise<void>

const MOST_TRIES = 4

/** In seconds: the first pause, each of which is twice the one before. */
const FIRST_PAUSE = 1

/** In seconds; whoever wants more is left to the next run, since others wait for theirs. */
const LONGEST_PAUSE = 30

/** How a server has done in a run so far: why it was out of reach, and whether its time was wasted. */
type Standing = { readonly away?: DeliveryError; readonly isBusy?: boolean }

/**
 * Tries four times at most, with pauses of up to 1, 2 and 4 seconds, or as long as the other side asks
 * for. So that a run over many recipients ends in time, a server that was out of reach is not asked for
 * the rest of them, and one that was busy all along is asked once for each, until it takes one.
 */
export function retriesIn(host: Pick<ChannelHost, 'sleep' | 'random'>): Retries {
  const standings = new Map<string, Standing>()
  return async (server, attempt) => {
    const { away, isBusy = false } = standings.get(server) ?? {}
    if (away)
      throw new DeliveryError(`not asked again in this run: ${away.message}`, away.isLasting)
    const { failure, standing } = await outcomeOf(attempt, isBusy ? 1 : MOST_TRIES, host)
    standings.set(server, standing ?? { isBusy })
    if (failure) throw failure
  }
}

/** What came of all tries; without a standing, they tell nothing of the server. */
async function outcomeOf(
  attempt: () => Promise<Try>,
  most: number,
  host: Pick<ChannelHost, 'sleep' | 'random'>,
): Promise<{ failure?: DeliveryError; standing?: Standing }> {
  for (let tries = 1; ; tries++) {
    const tried = await attempt()
    if (tried.isDone) return { standing: {} }
    const { why, next, wait = 0, isAway = false } = tried
    const given = (words: string, isLasting: boolean) => {
      const failure = new DeliveryError(words, isLasting)
      return { failure, ...(isAway ? { standing: { away: failure } } : {}) }
    }
    if (next !== 'now') return given(why, next === 'never')
    if (wait > LONGEST_PAUSE) {
      return given(`${why}, and asks for ${Math.ceil(wait)} seconds of rest`, false)
    }
    if (tries === most) {
      return {
        standing: { isBusy: true },
        ...given(most > 1 ? `${why}, ${most} times` : why, false),
      }
    }
    await host.sleep(1000 * Math.max(wait, pauseAfter(tries, host.random())))
  }
}

/** In seconds; the half that chance decides keeps many programs from coming back at once. */
export function pauseAfter(tries: number, chance: number): number {
  return FIRST_PAUSE * 2 ** (tries - 1) * (0.5 + chance / 2)
}
