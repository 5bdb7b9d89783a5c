import { plainWords } from '../../../records/name-key.ts'
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

/** A text as part of a file name: lower-case letters, digits and hyphens. */
export function slugOf(text: string): string {
  return plainWords(text).join('-').slice(0, LONGEST_SLUG).replace(/-$/, '')
}

const LONGEST_SLUG = 80
