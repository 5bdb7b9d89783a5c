import { UsageError } from '../../diagnostics/failures.ts'
import { didYouMeanOr } from '../../diagnostics/suggest.ts'
import { type Policy, type Recipient, recipientsOf } from './planning/policy.ts'

/**
 * The recipients of a name, one for each of its channels; without a name, all. Throws a UsageError for a
 * name that the configuration does not have.
 */
export function recipientsNamed(name: string | undefined, policy: Policy): Recipient[] {
  const all = recipientsOf(policy)
  const meant = all.filter(({ to }) => name === undefined || to === name)
  if (name === undefined || meant.length > 0) return meant
  const names = [...new Set(all.map(({ to }) => to))]
  throw new UsageError(`no recipient named \`${name}\`: ${didYouMeanOr(name, names)}`)
}
