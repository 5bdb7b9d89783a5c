import { distance } from 'fastest-levenshtein'
import { cut } from '../terminal/printable.ts'

/**
 * In one run, with so many known words in all others are compared; later ones get no suggestion. Every
 * fault of a large and hostile set of records could ask for all its words.
 */
const MOST_COMPARED = 500_000
let compared = 0

/** Begins a run, with all of its comparisons before it. */
export function beginSuggestions(): void {
  compared = 0
}

/**
 * The known word that a mistyped one most likely stands for; undefined where none is near. Case,
 * hyphens and underscores make no difference, and a part of a word will do.
 */
export function didYouMean(word: string, known: readonly string[]): string | undefined {
  const plain = simplify(word)
  compared += known.length
  if (plain.length > LONGEST || compared > MOST_COMPARED) return undefined
  const whole = known.find((candidate) => simplify(candidate) === plain) ?? withPart(word, known)[0]
  if (whole !== undefined) return whole
  let nearest: { word: string; distance: number } | undefined
  for (const candidate of known) {
    const limit = nearest ? nearest.distance - 1 : tolerance(plain, candidate)
    // Words of so different a length are no nearer than that: no need to compare their letters.
    if (Math.abs(candidate.length - word.length) > limit) continue
    const apart = distance(plain, simplify(candidate))
    if (apart <= Math.min(limit, tolerance(plain, candidate)))
      nearest = { word: candidate, distance: apart }
  }
  return nearest?.word
}

const LONGEST = 100

/** So many letters may differ: a third of the longer word, rounded up for two that changed places. */
function tolerance(a: string, b: string): number {
  return Math.ceil(Math.max(a.length, b.length) / 3)
}

/**
 * A suggestion as the end of a sentence, several where the word is a part of several, or the choices
 * where there is none.
 */
export function didYouMeanOr(word: string, known: readonly string[]): string {
  const suggestion = didYouMean(word, known)
  const fitting = suggestion ? withPart(word, known) : []
  if (fitting.length > 1) return `did you mean one of ${listed(fitting)}?`
  if (suggestion) return `did you mean \`${suggestion}\`?`
  return known.length === 1 ? `use ${listed(known)}` : `use one of ${listed(known)}`
}

/**
 * The nearest name or, since a part of a name is enough, the nearest word of one, as the end of a
 * sentence; nothing where there is no name.
 */
export function didYouMeanPart(word: string, names: readonly string[]): string {
  if (names.length === 0) return ''
  const words = names.flatMap((name) => name.split(/[\s,]+/).filter((part) => part.length > 3))
  const known = didYouMean(word, names) === undefined && didYouMean(word, words) ? words : names
  return `: ${didYouMeanOr(word, known)}`
}

/** More words than this would bury a message. */
const MOST_LISTED = 20

/** Words in backticks, as a list in a sentence. */
export function listed(words: readonly string[]): string {
  const shown = words.slice(0, MOST_LISTED).map((word) => `\`${cut(word, LONGEST)}\``)
  return words.length > MOST_LISTED ? `${shown.join(', ')} and others` : shown.join(', ')
}

/**
 * The words that another one is a part of, or those alone of which it lacks a letter at most. One or two
 * letters are in too many.
 */
function withPart(part: string, known: readonly string[]): string[] {
  const plain = simplify(part)
  const fitting = plain.length > 2 ? known.filter((word) => simplify(word).includes(plain)) : []
  const whole = fitting.filter((word) => simplify(word).length <= plain.length + 1)
  return whole.length > 0 ? whole : fitting
}

function simplify(word: string): string {
  return word.toLowerCase().replace(/[-_ ]/g, '')
}
