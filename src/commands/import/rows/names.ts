import { nameForm } from '../../../records/names.ts'
import type { NameRules } from './mapping.ts'

/** `short` is without the suffix. */
export type AuthorityName = { readonly full: string; readonly short: string }

/**
 * The name of an authority in its usual form, with capitals and suffix. A name in mixed case keeps its
 * case.
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

/** Words that only some sources include in the name of a council. */
const GENERIC = new Set(
  'council county city borough metropolitan district unitary royal corporation the of'.split(' '),
)

/** Equal for all spellings of the name of one authority. */
export function nameKey(name: string): string {
  const words = plainWords(name.replaceAll('&', ' and '))
  const specific = words.filter((word) => !GENERIC.has(word))
  // London boroughs appear with and without the word; for the City of London it is all that is left.
  const own = specific.filter((word) => word !== 'london')
  return [own, specific, words].find(({ length }) => length > 0)?.join(' ') ?? ''
}

/** A text as part of a file name: lower-case letters, digits and hyphens. */
export function slugOf(text: string): string {
  return plainWords(text).join('-').slice(0, LONGEST_SLUG).replace(/-$/, '')
}

const LONGEST_SLUG = 80

/** The words of a text in lower case, without accents and punctuation. */
export function plainWords(text: string): string[] {
  const plain = nameForm(text)
    .normalize('NFKD')
    .replace(/[\p{M}.]/gu, '')
  return plain.split(/[^a-z0-9]+/).filter((word) => word !== '')
}
