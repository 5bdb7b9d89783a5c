import fc from 'fast-check'
import type { Case, Fault, Kind } from './kind.ts'
import { smaller } from './smaller.ts'

/** A fault with the smallest input that shows it. */
export type Found = Fault & { readonly number: number; readonly seed: number; readonly input: Case }

export type Hunt = {
  readonly seed: number
  /** The hunt ends after so many cases, and before one that begins later than `until`. */
  readonly cases: number
  readonly until: number
  /** Hears of each case before it runs, so that one that never ends is known. */
  readonly onCase: (one: Case, number: number) => void
}

/** Cases that are made from one seed: with it and its number, each can be made again. */
const BATCH = 100

/** Tries cases of a kind. Each fault is found once; the cases go on behind it. */
export async function hunt(
  { cases, faultsOf }: Kind,
  { seed, cases: most, until, onCase }: Hunt,
): Promise<{ readonly tried: number; readonly found: readonly Found[] }> {
  const found: Found[] = []
  let tried = 0
  const run = (one: Case) => {
    onCase(one, tried)
    return faultsIn(faultsOf, one)
  }
  const fresh = async (one: Case) => {
    const faults = await run(one)
    return faults.find((fault) => !found.some((other) => nameOf(other) === nameOf(fault)))
  }
  while (tried < most && Date.now() < until) {
    const start = tried
    const property = fc.asyncProperty(cases, async (one) => {
      tried++
      return (await fresh(one)) === undefined
    })
    const numRuns = Math.min(BATCH, most - tried)
    const batch = { seed: seed + start, numRuns, interruptAfterTimeLimit: until - Date.now() }
    const { failed, counterexample } = await fc.check(property, batch)
    const [shrunk] = counterexample ?? []
    const fault = failed && shrunk ? await fresh(shrunk) : undefined
    if (!shrunk || !fault) continue
    const isStill = async (one: Case) =>
      (await run(one)).some((other) => nameOf(other) === nameOf(fault))
    found.push({ ...fault, number: tried, seed, input: await smaller(shrunk, isStill) })
  }
  return { tried, found }
}

async function faultsIn(faultsOf: Kind['faultsOf'], one: Case): Promise<readonly Fault[]> {
  try {
    return await faultsOf(one)
  } catch (failure) {
    return [
      { rule: 'thrown', detail: failure instanceof Error ? `${failure.stack}` : `${failure}` },
    ]
  }
}

/** Of internal errors, there may be several; of all else, one of a rule is enough at a time. */
function nameOf({ rule, detail }: Fault): string {
  return rule === 'internal error' ? `${rule} ${detail.replace(/`[^`]*`|\d+/g, '')}` : rule
}
