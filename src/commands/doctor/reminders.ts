import { capitalised } from '../../language/capitalised.ts'
import { count } from '../../language/count.ts'
import type { UnmatchedRule } from '../../workspace/unmatched-rules.ts'
import { type CheckResult, finding } from './finding.ts'

/**
 * Whether each reminder rule is about something; `complete` is false where what it is about may be in
 * a record that cannot be read.
 */
export function remindersFinding(
  rules: number,
  unmatched: readonly UnmatchedRule[],
  complete: boolean,
): CheckResult {
  const [first] = unmatched
  if (!first) return finding('reminders', 'ok', `${count(rules, 'rule')}, each matches an item.`)
  const more = unmatched.length > 1 ? `, and ${unmatched.length - 1} more` : ''
  const what = `${capitalised(first.why)}${more}${/\?$/.test(first.why) && !more ? '' : '.'}`
  return finding('reminders', complete ? 'warning' : 'unknown', what, {
    next: 'Correct the rule: until then nobody is reminded of anything by it.',
    details: unmatched.map(({ why }) => why),
  })
}
