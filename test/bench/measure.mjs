// Measuring on a machine that others use too: the ways are run by turns, so that what slows one down
// slows its neighbour down as well, and only their ratio is looked at.

/**
 * Runs several ways of doing something by turns, A B A B …, and returns the times of each in
 * milliseconds. Each way is run once before, to warm the caches of the machine.
 */
export function byTurns(rounds, ways) {
  const names = Object.keys(ways)
  const times = Object.fromEntries(names.map((name) => [name, []]))
  for (const name of names) ways[name]()
  for (let round = 0; round < rounds; round++) {
    for (const name of names) times[name].push(timeOf(ways[name]))
  }
  return times
}

function timeOf(work) {
  const start = performance.now()
  work()
  return performance.now() - start
}

/** Of each round, how many times longer the first way took than the second. */
export function ratios(first, second) {
  return first.map((time, round) => time / second[round])
}

export function median(values) {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** `1.08 (1.02–1.20)`: the median, the least and the most. */
export function spread(values, digits, unit = '') {
  const [least, most] = [Math.min(...values), Math.max(...values)].map((v) => v.toFixed(digits))
  return `${median(values).toFixed(digits)}${unit} (${least}–${most})`
}
