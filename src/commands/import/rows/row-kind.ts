import { didYouMeanOr } from '../../../diagnostics/suggest.ts'
import { plainText } from './columns.ts'
import type { Mapping } from './mapping.ts'
import { holds, type RowFacts } from './rules.ts'

/** Of which framework a row is. */
export type RowKind = {
  /** Undefined where the row cannot tell; `unclear` says why. */
  readonly framework: string | undefined
  readonly unclear: string
  /** What such an inspection looks at, and a comment on its framework. */
  readonly title: string | undefined
  readonly comment: string | undefined
}

/**
 * Of which framework a row is, by its column of frameworks or by the rules of the mapping; or why such
 * a row becomes no record. `frameworks` are the titles of those that there are, by their ids.
 */
export function kindOf(
  facts: RowFacts,
  mapping: Mapping,
  frameworks: ReadonlyMap<string, string>,
): RowKind | { readonly passOver: string } | { readonly why: string } {
  const { framework: column } = mapping.columns
  if (column !== undefined) return namedKind(facts.cell(column), frameworks)
  const rule = mapping.frameworks?.find(({ when }) => holds(when, facts))
  if (rule?.passOver) return { passOver: rule.passOver }
  const { framework, refuse = noRule(facts, mapping), title, comment } = rule ?? {}
  return { framework, unclear: refuse, title, comment }
}

function namedKind(
  text: string,
  frameworks: ReadonlyMap<string, string>,
): RowKind | { readonly why: string } {
  const known = [...frameworks]
  const found = known.find(([id, title]) =>
    [id, title].some((name) => plainText(name) === plainText(text)),
  )
  if (!found && text !== '') {
    const next = didYouMeanOr(text, [...frameworks.keys()])
    return { why: `there is no framework \`${text}\`: ${next}` }
  }
  const unclear = 'it names no framework'
  return { framework: found?.[0], unclear, title: undefined, comment: undefined }
}

function noRule({ raw }: RowFacts, { frameworks = [] }: Mapping): string {
  const names = [...new Set(frameworks.flatMap(({ when }) => [when.column ?? []].flat()))]
  const found = names.map((name) => `${name} is \`${raw(name)}\``)
  return `the mapping has no rule for such a row${found.length > 0 ? `: ${found.join(', ')}` : ''}`
}
