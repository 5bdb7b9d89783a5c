/** A commit as a log lists it; the time is in seconds since the beginning of 1970, as its clock had it. */
export type LoggedCommit = {
  readonly oid: string
  readonly seconds: number
  readonly parents: readonly string[]
}

/**
 * Which of some times, each later in history than the one before, a wrong clock did not give: the
 * longest list of them that never goes back.
 */
export function plausibleTimes(times: readonly number[]): readonly boolean[] {
  const lasts: number[] = []
  const before: number[] = []
  for (const [index, time] of times.entries()) {
    const place = firstAbove(time, lasts, times)
    before[index] = lasts[place - 1] ?? -1
    lasts[place] = index
  }
  const plausible = times.map(() => false)
  for (let index = lasts.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) {
    plausible[index] = true
  }
  return plausible
}

/** The place of the first list that ends later than a time; each in `lasts` ends no earlier than the one before. */
function firstAbove(time: number, lasts: readonly number[], times: readonly number[]): number {
  let [low, high] = [0, lasts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((times[lasts[middle] ?? 0] ?? 0) > time) high = middle
    else low = middle + 1
  }
  return low
}

/**
 * The times of commits by their ids: as their clocks had them, but where that was before a parent, or
 * after what came later on the main line, the time of the last parent. `commits` begin with the
 * newest, each before its parents; `mainLine` has the times of the main line that are plausible.
 */
export function commitTimes(
  commits: readonly LoggedCommit[],
  mainLine: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const latest: number[] = []
  for (const { oid } of commits) {
    latest.push(mainLine.get(oid) ?? latest.at(-1) ?? Number.POSITIVE_INFINITY)
  }
  const times = new Map(mainLine)
  for (const [index, { oid, seconds, parents }] of [...commits.entries()].reverse()) {
    if (mainLine.has(oid)) continue
    const before = parents.flatMap((parent) => times.get(parent) ?? [])
    const earliest = before.length > 0 ? Math.max(...before) : Number.NEGATIVE_INFINITY
    const isLate = seconds > (latest[index] ?? 0)
    const isKnown = earliest !== Number.NEGATIVE_INFINITY
    times.set(oid, isLate && isKnown ? earliest : Math.max(seconds, earliest))
  }
  return times
}
