import type { Explanation } from '../assessment/explanation.ts'
import type { Item, Reason } from '../assessment/item.ts'
import { count } from '../assessment/sentences.ts'
import type { IsoDate } from '../calendar/day.ts'
import { longDate } from '../calendar/words.ts'
import { formatsOf, type Page, paragraph, type View } from './page.ts'
import { basisSentences } from './say-basis.ts'

/** The items to put into words, as at a day. */
export type SayAnswer = {
  readonly today: IsoDate
  /** False where the record has an error. */
  readonly complete: boolean
  readonly explanations: readonly Explanation[]
}

/** The formats of `say`: a paragraph for each item, in the plain style of GOV.UK. */
export const sayReports = formatsOf<SayAnswer>(
  ({ today, explanations }, view) => explanations.flatMap((one) => page(one, today, view)),
  ({ today, complete, explanations }) => ({
    today,
    complete,
    paragraphs: explanations.map((one) => ({
      item: one.item.id,
      text: joined(sentencesOf(one, today)),
    })),
  }),
)

function page(explanation: Explanation, today: IsoDate, { quiet, verbose }: View): Page {
  const sentences = sentencesOf(explanation, today)
  const shown = quiet ? sentences.slice(0, 1) : sentences
  return [paragraph(joined(verbose ? [...shown, ...source(explanation)] : shown))]
}

function joined(sentences: readonly string[]): string {
  return sentences.map((sentence) => `${sentence.replace(/[.\s]+$/, '')}.`).join(' ')
}

function sentencesOf(explanation: Explanation, today: IsoDate): string[] {
  return explanation.item.kind === 'action'
    ? actionSentences(explanation.item, today)
    : stageSentences(explanation, today)
}

function stageSentences(explanation: Explanation, today: IsoDate): string[] {
  const { item, framework } = explanation
  const { authority, due, submitted, status } = item
  const plan = itsTitle(item)
  const whom = framework.inspectorate ?? 'the inspectorate'
  switch (status) {
    case 'waiting':
      return [`No deadline runs yet for ${authority} to send ${whom} ${plan}: ${item.why[0] ?? ''}`]
    case 'notRequired':
      return [`${authority} does not have to send ${whom} ${plan}: ${item.why[0] ?? ''}`]
    case 'closed':
      return [
        `${authority} had to send ${whom} ${plan}${due ? ` by ${longDate(due)}` : ''}`,
        ...item.why.map((why) => `It was ${why}`),
      ]
    case 'met':
    case 'metLate':
      return [
        `${authority} sent ${whom} ${plan} on ${longDate(submitted ?? '')}${beforeOrAfter(item)}`,
        ...basisSentences(explanation, 'was'),
      ]
    default:
      return [
        `${authority} ${status === 'overdue' ? 'had to' : 'must'} send ${whom} ${plan} by ${longDate(due ?? '')}`,
        ...basisSentences(explanation, status === 'overdue' ? 'was' : 'is'),
        ...standingSentences(item, today, 'sent'),
      ]
  }
}

/** How it stands while it is open, and what else puts it at risk than the days that are left. */
function standingSentences(item: Item, today: IsoDate, done: string): string[] {
  const { workingDaysLeft: left, calendarDaysLeft: days, status } = item
  if (left === null || days === null) return []
  const on = `On ${longDate(today)}`
  if (status === 'overdue') return [`${on} it had not been ${done} and was ${late(-left)}`]
  const time =
    days === 0
      ? 'it was the last day'
      : `${count(left, 'working day')} ${left === 1 ? 'was' : 'were'} left`
  return [`${on} it had not been ${done} and ${time}`, ...risks(item).map(capitalised)]
}

const TOLD_BEFORE: readonly Reason[] = ['dueSoon', 'receiptUnknown']

function risks({ reasons, why }: Item): string[] {
  return reasons.flatMap((reason, index) =>
    TOLD_BEFORE.includes(reason) ? [] : (why[index] ?? []),
  )
}

function actionSentences(item: Item, today: IsoDate): string[] {
  const { authority, title, due, submitted, status, owner } = item
  const what = `“${title.trim().replace(/\.$/, '')}”`
  if (submitted)
    return [`${authority} finished ${what} on ${longDate(submitted)}${beforeOrAfter(item)}`]
  return [
    `${authority} ${status === 'overdue' ? 'had' : 'has'} promised ${what} by ${longDate(due ?? '')}`,
    ...(owner ? [`The owner is ${owner}`] : []),
    ...standingSentences(item, today, 'finished'),
  ]
}

function beforeOrAfter({ workingDaysLeft: left, calendarDaysLeft: days, due }: Item): string {
  if (left === null || days === null || !due) return ''
  if (days === 0) return ', the day of the deadline'
  const amount = left === 0 ? count(days, 'day') : count(Math.abs(left), 'working day')
  return `, ${amount} ${days > 0 ? 'before' : 'after'} the deadline of ${longDate(due)}`
}

function late(days: number): string {
  return `${count(days, 'working day')} late`
}

/** The title of a stage within a sentence: `its final action plan`. */
function itsTitle({ title }: Item): string {
  const isAcronym = /^\p{Lu}{2}/u.test(title)
  return `its ${isAcronym ? title : title.charAt(0).toLowerCase() + title.slice(1)}`
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function source({ derivation }: Explanation): string[] {
  if (!derivation) return []
  const { name, url } = derivation.rule.citation
  return [`Source of the rule: ${name}, ${url}`]
}
