import { type Item, isOpen } from '../../assessment/item.ts'
import { isoOf } from '../../calendar/day.ts'
import { longDate } from '../../calendar/format-date.ts'
import type { Framework } from '../../frameworks/framework.ts'
import { capitalised } from '../../language/capitalised.ts'
import { count } from '../../language/count.ts'
import { listing } from '../../language/listing.ts'
import { periodWords } from '../../reports/rule-wording.ts'
import { closedDayWords } from '../../reports/wording.ts'
import type { Derivation } from './derivation.ts'
import type { Explanation } from './explanation.ts'
import { documentOf } from './say-wording.ts'

/** What the due date rests on, and how sure it is. */
export function basisSentences(explanation: Explanation, tense: 'is' | 'was'): string[] {
  const { item, derivation, framework } = explanation
  return [
    ...extensionSentences(explanation),
    ...statedSentence(explanation),
    ...(item.basis !== 'extended' && item.basis !== 'stated' && derivation
      ? ruleSentences(derivation, framework, tense)
      : []),
    ...receiptSentences(item, framework, tense),
    ...(item.schoolHolidaysKnown === false
      ? [
          'School holidays of more than a week do not count and are not recorded, so this is the earliest possible date',
        ]
      : []),
    ...(item.basis !== 'extended' && item.basis !== 'stated' && derivation
      ? derivation.relaxed.map(
          ({ from, until, text }) =>
            `From ${longDate(from)} to ${longDate(until)} the rule added “${text}”, so this date is not firm`,
        )
      : []),
    ...(isOpen(item) && item.due && item.lastWorkingDay
      ? [closedDayWords(item.due, item.lastWorkingDay)]
      : []),
    ...(item.provisional && derivation
      ? [
          `This date is provisional, because the bank holidays after ${longDate(isoOf(derivation.holidays.lastOfficial))} are not official yet`,
        ]
      : []),
  ]
}

/** Of several extensions the last one names the deadline that it moved. */
export function extensionSentences({ item, extensions }: Explanation): string[] {
  const granted = extensions.find(({ to }) => to === item.due)
  if (item.basis !== 'extended' || !granted) return []
  const { on, by, reason } = granted
  const earlier = extensions.map(({ to }) => to).filter((to) => to < granted.to)
  const before = earlier.sort().at(-1) ?? item.originalDue
  const from = before && before !== item.due ? ` from ${longDate(before)}` : ''
  const who = by ? `${by} extended the deadline` : 'the deadline was extended'
  const sentence = `${on ? `On ${longDate(on)} ` : ''}${who}${from}`
  const first =
    earlier.length > 0 && item.originalDue
      ? [`The first deadline was ${longDate(item.originalDue)}`]
      : []
  return [...first, capitalised(sentence), ...(reason ? [`The reason given was: ${reason}`] : [])]
}

function statedSentence({ item, derivation, framework, stated }: Explanation): string[] {
  if (item.basis !== 'stated') return []
  const computed = derivation && isoOf(derivation.counting.due)
  const differs = derivation && computed !== item.due
  return [
    `The ${documentOf(framework)} gives this date`,
    ...(stated?.fits
      ? [
          `It fits receipt on ${longDate(stated.fits.received)}, ${count(stated.fits.workingDaysBefore, 'working day')} before publication`,
        ]
      : []),
    ...(differs && computed && !stated?.fits
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
    received: `the ${documentOf(framework)} was received`,
    sent: `the ${documentOf(framework)} was sent`,
    published: `the ${documentOf(framework)} was published`,
    visited: 'the visit ended',
    submitted: 'the stage before was submitted',
  }[clock.name]
  const date = longDate(clock.date)
  const start =
    rule.firstDay === 'sameDay'
      ? `The deadline ${tense} the last day of ${period} beginning with ${date}, when ${happened}`
      : `The deadline ${tense} ${period} after ${happened} on ${date}`
  const holidays = counting.bankHolidays.map(
    ({ day, title, isSubstitute }) =>
      `${named(title)} (${isSubstitute ? 'the substitute day, ' : ''}${longDate(isoOf(day)).replace(/^\w+ /, '')})`,
  )
  const skipped =
    rule.period.unit === 'workingDays'
      ? [`The count leaves out ${listing(['weekends', ...holidays])}`]
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
    `The day on which the ${documentOf(framework)} was received is not known`,
    `If that was before it was published, the deadline ${tense} earlier too, and ${may} as early as ${longDate(earliestDue)}`,
  ]
}

/** A bank holiday within a sentence: those that have no name of their own take an article. */
function named(title: string): string {
  return /bank holiday|jubilee|battle/i.test(title) ? `the ${title}` : title
}
