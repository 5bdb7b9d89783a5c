import { didYouMeanOr } from '../../../diagnostics/suggest.ts'
import { plainText } from './columns.ts'
import type { Mapping } from './mapping.ts'
import { holds, type RowFacts } from './rules.ts'

export type RowKind = {
  /** Undefined where the row does not decide it; `unclear` says why. */
  readonly framework: string | undefined
  readonly unclear: string
  /** The title of such an inspection, and a comment on its framework. */
  readonly title: string | undefined
  readonly comment: string | undefined
}

/**
 * The framework of a row, by its framework column or the rules of the mapping; or why the row is skipped
 * or refused. `frameworks` are the titles of all frameworks, by id.
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
  const unclear = 'it has no framework'
  return { framework: found?.[0], unclear, title: undefined, comment: undefined }
}

function noRule({ raw }: RowFacts, { frameworks = [] }: Mapping): string {
  const names = [...new Set(frameworks.flatMap(({ when }) => [when.column ?? []].flat()))]
  const found = names.map((name) => `${name} is \`${raw(name)}\``)
  return `no rule of the mapping matches this row${found.length > 0 ? `: ${found.join(', ')}` : ''}`
}
