import type { Item } from '../../assessment/item.ts'
import type { Framework } from '../../frameworks/framework.ts'
import type { Explanation } from './explanation.ts'

/** The words of a framework within a sentence. */

/** What the inspectorate sends out: `letter`. */
export function documentOf(framework: Framework): string {
  return framework.document ?? 'report'
}

/** To whom a plan goes. */
function whomOf(framework: Framework): string {
  return framework.inspectorate ?? 'the inspectorate'
}

/**
 * What an authority must do, or did: `send Ofsted its final action plan`, `published its comments`. What
 * is to be published goes to the recipients as well; of what was, the record has no more than the day.
 */
export function duty({ item, framework, derivation }: Explanation, tense: 'present' | 'past') {
  const { demand = 'send', recipients } =
    derivation?.rule ?? framework.stages.find(({ id }) => id === item.stage) ?? {}
  const verb = tense === 'past' ? PAST[demand] : demand
  const what = itsTitle(item)
  if (demand === 'send')
    return recipients ? `${verb} ${what} to ${recipients}` : `${verb} ${whomOf(framework)} ${what}`
  const copies = recipients && tense === 'present' ? ` and send copies to ${recipients}` : ''
  return `${verb} ${what}${copies}`
}

/** What was done with a stage or an action. */
export const PAST = {
  send: 'sent',
  publish: 'published',
  prepare: 'prepared',
  make: 'made',
  finish: 'finished',
} as const

/** Words with which the title of a stage usually begins; others may be names. */
const COMMON =
  /^(?:Action|Answer|Comments|Copies|Decision|Draft|Final|Inspection|Interim|Plan|Post|Priority|Published|Report|Response|Statement|Written)\b/

/** The title of a stage within a sentence, without what stands in brackets: `its final action plan`. */
function itsTitle({ title }: Item): string {
  const plain = title.replace(/(?<!\s)\s*\([^()]*\)$/, '')
  return `its ${COMMON.test(plain) ? plain.charAt(0).toLowerCase() + plain.slice(1) : plain}`
}
