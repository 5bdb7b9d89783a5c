// Chance that is the same in every run, so that two runs measure the same work.

/** Numbers from 0 up to 1 that look random: the generator mulberry32. */
export function fromSeed(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export function oneOf(random, choices) {
  return choices[Math.floor(random() * choices.length)]
}

export function chance(random, share) {
  return random() < share
}

/** A day from the first up to the last. */
export function somewhere(random, first, last) {
  const days = (Date.parse(last) - Date.parse(first)) / DAY
  return dayAfter(first, Math.floor(random() * days))
}

export function dayAfter(date, days) {
  return new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10)
}

const DAY = 86_400_000
