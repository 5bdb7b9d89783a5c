import type { NameRules } from './mapping.ts'

/** The name of an authority: in full, and without its suffix. */
export type AuthorityName = { readonly full: string; readonly short: string }

/**
 * The name of an authority as people write it: capitals where a data set has none, its small words
 * small, its suffix. A name that is written with capitals and small letters keeps them.
 */
export function tidyName(written: string, rules: NameRules = {}): AuthorityName {
  const { replace = {}, exceptions = {}, small = [], suffix, noSuffixAfter = [] } = rules
  const plain = written.replace(/\s+/g, ' ').trim()
  const exception = entryOf(exceptions, plain.toLowerCase())
  if (exception !== undefined) return { full: exception, short: plain }
  const words = plain.split(' ').map((word) => entryOf(replace, word.toLowerCase()) ?? word)
  const isMixed = /\p{Lu}/u.test(plain) && /\p{Ll}/u.test(plain)
  const short = isMixed ? words.join(' ') : capitalised(words, new Set(small))
  const isComplete = words.some((word) => noSuffixAfter.includes(word.toLowerCase()))
  return { full: suffix && !isComplete ? `${short} ${suffix}` : short, short }
}

function entryOf(map: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined
}

function capitalised(words: readonly string[], small: ReadonlySet<string>): string {
  const parts = words
    .join(' ')
    .toLowerCase()
    .split(/([ -])/)
  return parts.map((part, index) => (index > 0 && small.has(part) ? part : capital(part))).join('')
}

function capital(word: string): string {
  return word.replace(/\p{L}/u, (letter) => letter.toUpperCase())
}

/** Words that one source adds to a council's name and another leaves out. */
const GENERIC = new Set(
  'council county city borough metropolitan district unitary royal corporation the of'.split(' '),
)

/** What two spellings of the name of one authority have in common. */
export function nameKey(name: string): string {
  const words = plainWords(name.replaceAll('&', ' and '))
  const telling = words.filter((word) => !GENERIC.has(word))
  // A borough of London can be called so or not; of the City no other word is left.
  const own = telling.filter((word) => word !== 'london')
  return [own, telling, words].find(({ length }) => length > 0)?.join(' ') ?? ''
}

/** A text as a part of a file name: lower-case letters and digits with hyphens, and not too long. */
export function slugOf(text: string): string {
  return plainWords(text).join('-').slice(0, LONGEST_SLUG).replace(/-$/, '')
}

const LONGEST_SLUG = 80

/** The words of a text in lower case, without accents and signs. */
export function plainWords(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/[\p{M}'’.]/gu, '')
  return plain
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
}
