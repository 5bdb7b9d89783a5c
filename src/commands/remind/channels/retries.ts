import { type ChannelHost, DeliveryError } from '../planning/channel.ts'

export type Try =
  | { readonly isDone: true; readonly reply: string }
  | {
      readonly isDone: false
      readonly why: string
      readonly next: 'now' | 'nextRun' | 'never'
      /** Seconds that the server asks to wait. */
      readonly wait?: number
      /** Whether the server was unreachable, whatever the request. */
      readonly isAway?: boolean
    }

/**
 * Repeats an attempt until it succeeds or is given up, and returns the reply. `server` is a host name, with
 * its port if need be. Rejects with a DeliveryError.
 */
export type Retries = (server: string, attempt: () => Promise<Try>) => Promise<string>

const MOST_TRIES = 4

/** In seconds; each pause is twice the one before. */
const FIRST_PAUSE = 1

/** In seconds; a server that asks for more is left to the next run, as other recipients wait. */
const LONGEST_PAUSE = 30

/** What a run knows of a server: why it was unreachable, and whether it stayed busy through all tries. */
type Standing = { readonly away?: DeliveryError; readonly isBusy?: boolean }

/**
 * Four attempts at most, with pauses of up to 1, 2 and 4 seconds or as long as the server asks for. So
 * that a run over many recipients ends in time, an unreachable server is not tried again in the run, and
 * one that stayed busy is tried once for each recipient until it accepts one.
 */
export function retriesIn(host: Pick<ChannelHost, 'sleep' | 'random'>): Retries {
  const standings = new Map<string, Standing>()
  return async (server, attempt) => {
    const { away, isBusy = false } = standings.get(server) ?? {}
    if (away) {
      const why = `not tried again in this run: ${away.message}`
      throw new DeliveryError(why, away.isLasting, server)
    }
    const { outcome, standing } = await outcomeOf(server, attempt, isBusy ? 1 : MOST_TRIES, host)
    standings.set(server, standing ?? { isBusy })
    if (typeof outcome !== 'string') throw outcome
    return outcome
  }
}

/** The reply or why there is none. Without a `standing`, the attempts say nothing about the server. */
async function outcomeOf(
  server: string,
  attempt: () => Promise<Try>,
  most: number,
  host: Pick<ChannelHost, 'sleep' | 'random'>,
): Promise<{ outcome: string | DeliveryError; standing?: Standing }> {
  for (let tries = 1; ; tries++) {
    const tried = await attempt()
    if (tried.isDone) return { outcome: tried.reply, standing: {} }
    const { why, next, wait = 0, isAway = false } = tried
    const given = (words: string, isLasting: boolean) => {
      const outcome = new DeliveryError(words, isLasting, isAway ? server : undefined)
      return { outcome, ...(isAway ? { standing: { away: outcome } } : {}) }
    }
    if (next !== 'now') return given(why, next === 'never')
    if (wait > LONGEST_PAUSE) {
      return given(`${why}, and asks to wait ${Math.ceil(wait)} seconds`, false)
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

/** In seconds, with jitter: `chance` from 0 to 1 decides half of the pause. */
export function pauseAfter(tries: number, chance: number): number {
  return FIRST_PAUSE * 2 ** (tries - 1) * (0.5 + chance / 2)
}
