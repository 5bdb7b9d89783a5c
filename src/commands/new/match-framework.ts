import { didYouMean } from '../../diagnostics/suggest.ts'
import type { Framework } from '../../frameworks/framework.ts'

type Named = Pick<Framework, 'id' | 'title'>

/**
 * The frameworks that a word can mean, best first: one by its number in the list (from 1), its id or its
 * title, else all whose id or title has the word in it; where none has, the nearest as a suggestion.
 */
export function matchFramework<F extends Named>(
  word: string,
  frameworks: readonly F[],
): { readonly fitting: readonly F[]; readonly near?: F | undefined } {
  const plain = word.toLowerCase()
  const namesOf = ({ id, title }: F) => [id, title.toLowerCase()]
  const whole =
    frameworks.find((one) => namesOf(one).includes(plain)) ??
    (/^\d+$/.test(word) ? frameworks[Number(word) - 1] : undefined)
  if (whole) return { fitting: [whole] }
  const fitting = frameworks.filter(
    (one) => plain !== '' && namesOf(one).some((name) => name.includes(plain)),
  )
  return fitting.length > 0 ? { fitting } : { fitting, near: nearest(plain, frameworks) }
}

/** By one of its words: nobody mistypes a whole title. */
function nearest<F extends Named>(word: string, frameworks: readonly F[]): F | undefined {
  const words = new Map<string, F>()
  for (const one of [...frameworks].reverse()) {
    for (const part of one.title.toLowerCase().match(/[a-z]+/g) ?? []) words.set(part, one)
  }
  return words.get(didYouMean(word, [...words.keys()]) ?? '')
}
