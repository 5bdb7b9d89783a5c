import type { Item } from '../../assessment/item.ts'
import type { IsoDate } from '../../calendar/day.ts'
import { longDate } from '../../calendar/format-date.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { count } from '../../language/count.ts'
import { formatsOf } from '../../page/formats.ts'
import { type Page, paragraph, type View, warning } from '../../page/page.ts'
import { incompleteness, lateness } from '../../reports/wording.ts'
import { cut } from '../../terminal/printable.ts'
import type { Explanation } from './explanation.ts'
import { basisSentences, extensionSentences } from './say-basis.ts'
import { riskSentences } from './say-risks.ts'
import { documentOf, duty, PAST } from './say-wording.ts'

/** The items to put into words, as at a day. */
export type SayAnswer = {
  readonly today: IsoDate
  /** False where the record has an error. */
  readonly complete: boolean
  readonly diagnostics: readonly Diagnostic[]
  readonly explanations: readonly Explanation[]
}

/** The formats of `say`: a paragraph for each item, in the plain style of GOV.UK. */
export const sayReports = formatsOf<SayAnswer>(
  (answer, view) => [
    ...warning(incompleteness(answer)),
    ...answer.explanations.flatMap((one) => page(brief(one), answer.today, view)),
  ],
  ({ today, complete, explanations }) => ({
    today,
    complete,
    paragraphs: explanations.map((one) => ({
      item: one.item.id,
      text: joined(sentencesOf(one, today)),
    })),
  }),
)

/** Quiet: what is to be done or was done, and how that stands; verbose: with the source of the rule. */
function page(explanation: Explanation, today: IsoDate, { quiet, verbose }: View): Page {
  const { first, basis, standing } = partsOf(explanation, today)
  const shown = quiet ? [...first, ...standing.slice(0, 1)] : [...first, ...basis, ...standing]
  return [paragraph(joined(verbose ? [...shown, ...source(explanation)] : shown))]
}

/** Longer texts of a record would push what matters out of a paragraph; JSON has them whole. */
const LONGEST = 300

/** An explanation with its texts cut, so that every sentence can be read to its end. */
function brief(explanation: Explanation): Explanation {
  const { item, extensions } = explanation
  const short = (text: string) => cut(text, LONGEST)
  return {
    ...explanation,
    item: {
      ...item,
      authority: short(item.authority),
      title: short(item.title),
      owner: item.owner && short(item.owner),
      why: item.why.map(short),
      waivers: item.waivers.map((waiver) => ({ ...waiver, reason: short(waiver.reason) })),
    },
    extensions: extensions.map(({ reason, ...extension }) =>
      reason ? { ...extension, reason: short(reason) } : extension,
    ),
  }
}

function sentencesOf(explanation: Explanation, today: IsoDate): string[] {
  const { first, basis, standing } = partsOf(explanation, today)
  return [...first, ...basis, ...standing]
}

function joined(sentences: readonly string[]): string {
  return sentences.map(ended).join(' ')
}

/** A sentence with its full stop; after an address it would become a part of it. */
function ended(sentence: string): string {
  const word = sentence.split(/\s/).at(-1) ?? ''
  // Looking back keeps the pattern from starting at each of many full stops.
  return /https?:\S/.test(word) ? sentence : `${sentence.replace(/(?<![.\s])[.\s]+$/, '')}.`
}

/** The sentences on an item: its duty, what its date rests on, and how it stands. */
type Parts = {
  readonly first: readonly string[]
  readonly basis: readonly string[]
  readonly standing: readonly string[]
}

function partsOf(explanation: Explanation, today: IsoDate): Parts {
  return explanation.item.kind === 'action'
    ? actionParts(explanation, today)
    : stageParts(explanation, today)
}

function stageParts(explanation: Explanation, today: IsoDate): Parts {
  const { item, derivation } = explanation
  const { authority, due, submitted, status } = item
  const by = due ? ` by ${longDate(due)}` : ''
  const had = `${authority} had to ${duty(explanation, 'present')}${by}`
  const none = { basis: [], standing: [] }
  switch (status) {
    case 'waiting':
      return { ...none, first: waitingSentences(explanation) }
    case 'notRequired':
      return { ...none, first: [notRequiredSentence(explanation)] }
    case 'closed':
      return { ...none, first: [had], standing: closedSentences(item) }
    case 'met':
    case 'metLate': {
      const sent = `${authority} ${duty(explanation, 'past')} on ${longDate(submitted ?? '')}`
      const basis = basisSentences(explanation, 'was')
      return { ...none, first: [`${sent}${beforeOrAfter(item)}`], basis: due ? basis : [] }
    }
    default: {
      const isLate = status === 'overdue'
      const must = `${authority} must ${duty(explanation, 'present')}${by}`
      return {
        first: [isLate ? had : must],
        basis: basisSentences(explanation, isLate ? 'was' : 'is'),
        standing: standingSentences(item, today, derivation?.rule.demand ?? 'send'),
      }
    }
  }
}

function waitingSentences(explanation: Explanation): string[] {
  const { item, framework } = explanation
  const rule = framework.stages.find(({ id }) => id === item.stage)
  const [why = ''] = item.why
  const because =
    item.statusReason === 'noReport' ? `there is no ${documentOf(framework)} yet` : why
  const isOnCondition = rule?.required === 'ifPriorityAction' && !item.due
  return [
    `No deadline is running yet for ${item.authority} to ${duty(explanation, 'present')}, because ${because}`,
    ...(isOnCondition
      ? [`It has to do so only if the ${documentOf(framework)} names an area for priority action`]
      : []),
  ]
}

function notRequiredSentence(explanation: Explanation): string {
  const { item, framework } = explanation
  const [why = ''] = item.why
  const because =
    item.statusReason === 'noPriorityAction'
      ? `the ${documentOf(framework)} names no area for priority action`
      : why
  return `${item.authority} does not have to ${duty(explanation, 'present')}, because ${because}`
}

/** How it stands while it is open, what else puts it at risk than the days that are left, waivers. */
function standingSentences(item: Item, today: IsoDate, verb: keyof typeof PAST): string[] {
  const { workingDaysLeft: left, calendarDaysLeft: days, status } = item
  if (left === null || days === null) return []
  const had = `On ${longDate(today)} this had not been ${PAST[verb]}`
  if (status === 'overdue') {
    return [`${had} and was ${lateness(item)} late`, ...riskSentences(item, today)]
  }
  const time =
    days === 0
      ? 'it was the last day'
      : left === 0
        ? 'no working day was left before the deadline'
        : `${count(left, 'working day')} ${left === 1 ? 'was' : 'were'} left`
  return [`${had} and ${time}`, ...riskSentences(item, today)]
}

function actionParts(explanation: Explanation, today: IsoDate): Parts {
  const { item } = explanation
  const basis = extensionSentences(explanation)
  const { authority, title, due, submitted, status, owner } = item
  const what = `“${title.trim().replace(/\.$/, '')}”`
  if (submitted) {
    const done = `${authority} finished ${what} on ${longDate(submitted)}${beforeOrAfter(item)}`
    return { first: [done], basis, standing: [] }
  }
  const isPast = status === 'overdue' || status === 'closed'
  const promised = isPast ? 'had promised' : 'has promised'
  return {
    first: [
      `${authority} ${promised} to finish ${what} by ${longDate(due ?? '')}`,
      ...(owner ? [`The owner is ${owner}`] : []),
    ],
    basis,
    standing:
      status === 'closed' ? closedSentences(item) : standingSentences(item, today, 'finish'),
  }
}

function closedSentences({ why }: Item): string[] {
  return why.map((words) => `This was ${words}`)
}

function beforeOrAfter(item: Item): string {
  const { workingDaysLeft: left, calendarDaysLeft: days, due } = item
  if (left === null || days === null || !due) return ''
  if (days === 0) return ', the day of the deadline'
  const early = left === 0 ? count(days, 'day') : count(left, 'working day')
  const amount = days > 0 ? `${early} before` : `${lateness(item)} after`
  return `, ${amount} the deadline of ${longDate(due)}`
}

function source({ derivation }: Explanation): string[] {
  if (!derivation) return []
  const { name, url } = derivation.rule.citation
  return [`Source of the rule: ${name}, ${url}`]
}
