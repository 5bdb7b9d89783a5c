import { capitalised } from '../../language/capitalised.ts'
import { count } from '../../language/count.ts'
import type { UnmatchedRule } from '../../workspace/unmatched-rules.ts'
import { type CheckResult, finding, type State } from './finding.ts'

/** What is in the way of reminders, as a sentence without its full stop, and what to do about it. */
export type Trouble = {
  readonly state: Extract<State, 'failure' | 'warning'>
  readonly what: string
  readonly next: string
}

/**
 * Whether reminders can be sent, and whether each rule is about something; `complete` is false where
 * what it is about may be in a record that cannot be read.
 */
export function remindersFinding(
  rules: number,
  troubles: readonly Trouble[],
  unmatched: readonly UnmatchedRule[],
  complete: boolean,
): CheckResult {
  const [trouble] = troubles
  if (trouble) return inTheWay(trouble, troubles, unmatched)
  const [first] = unmatched
  if (!first) return finding('reminders', 'ok', `${count(rules, 'rule')}, each matches an item.`)
  const more = unmatched.length > 1 ? `, and ${unmatched.length - 1} more` : ''
  const what = `${capitalised(first.why)}${more}${/\?$/.test(first.why) && !more ? '' : '.'}`
  return finding('reminders', complete ? 'warning' : 'unknown', what, {
    next: 'Correct the rule: until then nobody is reminded of anything by it.',
    details: unmatched.map(({ why }) => why),
  })
}

function inTheWay(
  { what, next, ...first }: Trouble,
  troubles: readonly Trouble[],
  unmatched: readonly UnmatchedRule[],
): CheckResult {
  const details = [...troubles.map((one) => one.what), ...unmatched.map(({ why }) => why)]
  const isFailure = troubles.some(({ state }) => state === 'failure')
  const more = troubles.length > 1 ? `, and ${troubles.length - 1} more` : ''
  return finding('reminders', isFailure ? 'failure' : first.state, `${what}${more}.`, {
    next,
    details,
  })
}
