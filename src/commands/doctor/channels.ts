import { type Env, isSet, variablesOf } from '../../config/channel-variables.ts'
import { recipientsIn } from '../../config/recipients-in.ts'
import type { Reminders } from '../../config/reminders.ts'
import { groupBy } from '../../language/group-by.ts'
import { listing } from '../../language/listing.ts'
import { type CheckResult, finding } from './finding.ts'

/** Whether the variables of each channel in use are set; nothing where no channel needs one. */
export function channelsFindings(reminders: Reminders, env: Env): CheckResult[] {
  const needs = recipientsIn(reminders).flatMap(([, { to = '', channel = 'stdout' }]) =>
    variablesOf(channel, to, env).map((name) => ({ name, who: `${channel} to ${to}`, channel })),
  )
  if (needs.length === 0) return []
  const missing = groupBy(
    needs.filter(({ name }) => !isSet(name, env)),
    ({ name }) => name,
  )
  if (missing.size === 0) {
    const used = listing([...new Set(needs.map(({ channel }) => channel))])
    return [finding('channels', 'ok', `The environment variables of ${used} are set.`)]
  }
  const details = [...missing].map(
    ([name, all]) => `\`${name}\`, for ${listing([...new Set(all.map(({ who }) => who))])}`,
  )
  const [first, ...others] = details
  const more = others.length > 0 ? `, and ${others.length} more` : ''
  const what = `An environment variable is not set: ${first}${more}.`
  return [finding('channels', 'warning', what, { next: NEXT, details })]
}

const NEXT =
  'Set it where `plandue remind` runs, run this check there, and then `plandue remind test`.'
