// Measuring on a machine that others use too: time on the processor, the ways by turns, so that what
// slows one down slows its neighbour down as well, and only their ratio is looked at.

/**
 * Runs several ways of doing something by turns, A B A B …, and returns what each has measured, round
 * by round. Each way is run once before, to warm the caches of the machine.
 */
export function byTurns(rounds, ways, { isWarmedUp = true } = {}) {
  const names = Object.keys(ways)
  const found = Object.fromEntries(names.map((name) => [name, []]))
  if (isWarmedUp) for (const name of names) ways[name]()
  for (let round = 0; round < rounds; round++) {
    for (const name of names) found[name].push(ways[name]())
  }
  return found
}

/** How long a piece of work keeps the processor busy, in milliseconds. */
export function cpuOf(work) {
  const start = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

/** Of each round, how many times as much the first way took as the second. */
export function ratios(first, second) {
  return first.map((amount, round) => amount / second[round])
}

/** How an amount grows with a size: the slope of the straight line through their logarithms. */
export function exponentOf(sizes, amounts) {
  const [xs, ys] = [sizes.map(Math.log), amounts.map(Math.log)]
  const [x, y] = [mean(xs), mean(ys)]
  const joint = mean(xs.map((value, index) => (value - x) * (ys[index] - y)))
  return joint / mean(xs.map((value) => (value - x) ** 2))
}

function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length
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
