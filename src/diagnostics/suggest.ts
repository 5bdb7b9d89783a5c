import { closest, distance } from 'fastest-levenshtein'

/**
 * The known word that a mistyped one most likely stands for; undefined where none is near. Case,
 * hyphens and underscores make no difference, and a part of a word will do.
 */
export function didYouMean(word: string, known: readonly string[]): string | undefined {
  if (known.length === 0 || word.length > 100) return undefined
  const plain = new Map(known.map((candidate) => [simplify(candidate), candidate]))
  const nearest = closest(simplify(word), [...plain.keys()])
  const part =
    simplify(word).length > 2 && [...plain.keys()].find((key) => key.includes(simplify(word)))
  if (part) return plain.get(part)
  const limit = Math.max(1, Math.floor(Math.max(word.length, nearest.length) / 3))
  return distance(simplify(word), nearest) <= limit ? plain.get(nearest) : undefined
}

/** A suggestion as the end of a sentence, or the choices where there is none. */
export function didYouMeanOr(word: string, known: readonly string[]): string {
  const suggestion = didYouMean(word, known)
  return suggestion ? `did you mean \`${suggestion}\`?` : `use one of ${listed(known)}`
}

/** Words in backticks, as a list in a sentence. */
export function listed(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join(', ')
}

function simplify(word: string): string {
  return word.toLowerCase().replace(/[-_ ]/g, '')
}
