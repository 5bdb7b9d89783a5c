import type { Item } from '../../assessment/item.ts'
import type { Framework, Stage } from '../../frameworks/framework.ts'
import type { Explanation } from './explanation.ts'

/** The words of a framework within a sentence. */

/** What the inspectorate sends out: `letter`. */
export function documentOf(framework: Framework): string {
  return framework.document ?? 'report'
}

/** To whom a plan goes. */
function whomOf(framework: Framework, rule: Stage | undefined): string {
  return rule?.recipients ?? framework.inspectorate ?? 'the inspectorate'
}

/** What an authority must do, or did: `send Ofsted its final action plan`, `published its comments`. */
export function duty({ item, framework, derivation }: Explanation, tense: 'present' | 'past') {
  const rule = derivation?.rule ?? framework.stages.find(({ id }) => id === item.stage)
  if (rule?.demand === 'publish') {
    const copies = rule.recipients ? `, with copies to ${rule.recipients}` : ''
    return `${tense === 'past' ? 'published' : 'publish'} ${itsTitle(item)}${copies}`
  }
  return `${tense === 'past' ? 'sent' : 'send'} ${whomOf(framework, rule)} ${itsTitle(item)}`
}

/** Words with which the title of a stage usually begins; others may be names. */
const COMMON =
  /^(?:Action|Answer|Comments|Draft|Final|Plan|Post|Priority|Response|Written|Interim|Published)\b/

/** The title of a stage within a sentence, without what stands in brackets: `its final action plan`. */
function itsTitle({ title }: Item): string {
  const plain = title.replace(/\s*\([^()]*\)$/, '')
  return `its ${COMMON.test(plain) ? plain.charAt(0).toLowerCase() + plain.slice(1) : plain}`
}
