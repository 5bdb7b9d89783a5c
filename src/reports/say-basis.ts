import type { Derivation, Explanation } from '../assessment/explanation.ts'
import type { Item } from '../assessment/item.ts'
import { isoOf } from '../calendar/day.ts'
import { longDate } from '../calendar/words.ts'
import type { Framework } from '../frameworks/framework.ts'
import { periodWords } from './rule-words.ts'

/** What the due date rests on, and how sure it is. */
export function basisSentences(explanation: Explanation, tense: 'is' | 'was'): string[] {
  const { item, derivation, framework } = explanation
  return [
    ...extensionSentence(explanation),
    ...statedSentence(explanation),
    ...(item.basis !== 'extended' && item.basis !== 'stated' && derivation
      ? ruleSentences(derivation, framework, tense)
      : []),
    ...receiptSentences(item, framework, tense),
    ...(item.provisional && derivation
      ? [
          `This date is provisional, because the bank holidays after ${longDate(isoOf(derivation.lastOfficial))} are not official yet`,
        ]
      : []),
  ]
}

function extensionSentence({ item, extensions }: Explanation): string[] {
  const granted = extensions.find(({ to }) => to === item.due)
  if (item.basis !== 'extended' || !granted) return []
  const { on, by, reason } = granted
  const who = by ? `${by} extended the deadline` : 'The deadline was extended'
  const from = item.originalDue === item.due ? '' : ` from ${longDate(item.originalDue ?? '')}`
  return [`${who}${from}${on ? ` on ${longDate(on)}` : ''}${reason ? `: ${reason}` : ''}`]
}

function statedSentence({ item, derivation, framework }: Explanation): string[] {
  if (item.basis !== 'stated') return []
  const computed = derivation && isoOf(derivation.counting.due)
  const differs = derivation && computed !== item.due
  return [
    `The ${document(framework)} gives this date`,
    ...(differs && computed
      ? [`A count of ${periodWords(derivation.rule.period)} would give ${longDate(computed)}`]
      : []),
  ]
}

function ruleSentences(
  { rule, clock, counting }: Derivation,
  framework: Framework,
  tense: 'is' | 'was',
): string[] {
  const period = periodWords(rule.period)
  const happened = {
    received: `the ${document(framework)} was received`,
    published: `the ${document(framework)} was published`,
    visited: 'the visit ended',
  }[clock.name]
  const date = longDate(clock.date)
  const start =
    rule.firstDay === 'sameDay'
      ? `The deadline ${tense} the last of ${period} that began with ${date}, when ${happened}`
      : `The deadline ${tense} ${period} after ${happened} on ${date}`
  const holidays = counting.bankHolidays.map(
    ({ day, title }) => `${title} (${longDate(isoOf(day)).replace(/^\w+ /, '')})`,
  )
  const skipped =
    rule.period.unit === 'workingDays'
      ? [`The count leaves out ${list(['weekends', ...holidays])}`]
      : []
  return [start, ...skipped]
}

function receiptSentences(
  { earliestDue }: Item,
  framework: Framework,
  tense: 'is' | 'was',
): string[] {
  if (!earliestDue) return []
  const may = tense === 'is' ? 'may be' : 'may have been'
  return [
    `The day on which the ${document(framework)} was received is not known`,
    `If that was before it was published, the deadline ${tense} earlier too, and ${may} as early as ${longDate(earliestDue)}`,
  ]
}

function document(framework: Framework): string {
  return framework.document ?? 'report'
}

/** Texts as a list in a sentence: `a, b and c`. */
function list(texts: readonly string[]): string {
  const last = texts.at(-1) ?? ''
  return texts.length > 1 ? `${texts.slice(0, -1).join(', ')} and ${last}` : last
}
