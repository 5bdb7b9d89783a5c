import { nameForm } from './names.ts'

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

/** The words of a text in lower case, without accents and punctuation. */
export function plainWords(text: string): string[] {
  const plain = nameForm(text)
    .normalize('NFKD')
    .replace(/[\p{M}.]/gu, '')
  return plain.split(/[^a-z0-9]+/).filter((word) => word !== '')
}
