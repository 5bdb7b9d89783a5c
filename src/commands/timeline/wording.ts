import type { Item } from '../../assessment/item.ts'
import { dayOf } from '../../calendar/day.ts'
import { longDate, monthName } from '../../calendar/format-date.ts'
import type { View } from '../../page/page.ts'
import { explanations, STATUS_WORDS, timeLeft } from '../../reports/wording.ts'
import type { Tone } from '../../terminal/tones.ts'
import type {
  Area,
  Extension,
  Findings,
  ItemEvent,
  Judgement,
  ReportEvent,
  TimelineEvent,
} from './events.ts'

/** The events of a timeline in words. */

/** What is said of an event under its first line. */
export type Detail = { readonly text: string; readonly tone?: Tone }

/** How much of an event is said, and whether for the eye or for the ear. */
export type Manner = Pick<View, 'quiet' | 'verbose'> & { readonly isSpoken: boolean }

const VERBS: Record<TimelineEvent['kind'], string> = {
  visited: 'Visited',
  sent: 'Sent',
  received: 'Received',
  published: 'Published',
  extended: 'Extended',
  submitted: 'Submitted',
  done: 'Done',
  closed: 'Closed',
  due: 'Due',
  waiting: 'Waiting',
}

/** What happened, in a word: `Submitted`. */
export function verb({ kind, state }: TimelineEvent): string {
  return state === 'overdue' ? 'Overdue' : VERBS[kind]
}

/** To what, and how: `Draft action plan, 14 working days early`. */
export function eventHeadline(event: TimelineEvent): string {
  if (!('item' in event)) {
    const { framework, title, isFirst } = event
    return said(framework.title, isFirst && title)
  }
  const { kind, state, item, extensions } = event
  const { title, owner, status } = item
  const subject = owner ? `${title} (${owner})` : title
  if (kind === 'extended') return said(subject, ...extensions.map(changeWords))
  if (kind === 'due' && state === 'toCome')
    return said(subject, STATUS_WORDS[status], timeLeft(item))
  return kind === 'closed' || kind === 'waiting' ? subject : said(subject, timeLeft(item))
}

/** What else there is to say of an event. */
export function details(event: TimelineEvent, manner: Manner): Detail[] {
  return 'item' in event ? itemDetails(event) : reportDetails(event, manner)
}

/** When it happened, in full. */
export function dateWords({ date, until, precision }: TimelineEvent): string {
  if (date === null) return 'No due date yet'
  if (precision === 'month') return monthName(dayOf(date))
  return until ? `${longDate(date)} to ${longDate(until)}` : longDate(date)
}

/** An event as one line, without its day: `submitted: Draft action plan, 14 working days early`. */
export function eventWords(event: TimelineEvent, manner: Manner): string {
  const all = [eventHeadline(event), ...details(event, manner).map(({ text }) => text)]
  return `${verb(event).toLowerCase()}: ${all.join('; ')}`
}

/** The id by which its record or item is known. */
export function idOf(event: TimelineEvent): string {
  return 'item' in event ? event.item.id : event.record
}

function reportDetails({ follows, isFirst, findings }: ReportEvent, manner: Manner): Detail[] {
  return [
    ...(follows && isFirst ? [{ text: `follows ${follows}` }] : []),
    ...(findings ? findingDetails(findings, manner) : []),
  ]
}

function findingDetails(findings: Findings, { quiet, verbose, isSpoken }: Manner): Detail[] {
  const { judgements, areasForPriorityAction, areasForImprovement, source, notes } = findings
  const areas = [
    ...areaWords(areasForPriorityAction, 'priority action', verbose),
    ...areaWords(areasForImprovement, 'improvement', verbose),
  ]
  const asides = [source && `source: ${source}`, notes && `notes: ${notes}`]
  return [
    ...judgements.map((judgement) => ({ text: judgementWords(judgement, isSpoken) })),
    ...(quiet ? [] : areas.map((text) => ({ text }))),
    ...(verbose ? asides.flatMap((text) => (text ? [{ text, tone: 'faint' as const }] : [])) : []),
  ]
}

function areaWords(areas: readonly Area[] | null, purpose: string, verbose: boolean): string[] {
  if (!areas) return []
  const number = areas.length === 0 ? 'no' : String(areas.length)
  const total = `${number} ${areas.length > 1 ? 'areas' : 'area'} for ${purpose}`
  return [total, ...(verbose ? areas.map(({ id, text }) => `${id}: ${text}`) : [])]
}

function judgementWords({ name, value, before }: Judgement, isSpoken: boolean): string {
  const words = name.replace(/(?<=[a-z])[A-Z](?=[a-z])/g, (letter) => ` ${letter.toLowerCase()}`)
  if (before === null) return `${words}: ${value}`
  if (before.toLowerCase() === value.toLowerCase()) return `${words}: ${value}, as before`
  return `${words}: ${isSpoken ? `from ${before} to ${value}` : `${before} → ${value}`}`
}

function itemDetails({ kind, item, extensions, reason }: ItemEvent): Detail[] {
  if (kind === 'extended') return extensions.flatMap(reasonWords)
  const isSettled = kind !== 'due' && kind !== 'waiting'
  const undated = extensions.flatMap((extension) => [
    { text: `extended ${changeWords(extension)}` },
    ...reasonWords(extension),
  ])
  return [
    ...(isSettled && item.due ? [{ text: `was due on ${longDate(item.due)}` }] : []),
    ...undated,
    ...reasonWords({ reason }),
    ...explanations(withOwnWording(item, kind)).map((text) => ({ text })),
  ]
}

/** Extensions have their own words here, and so has the reason for which a stage was closed. */
function withOwnWording(item: Item, kind: ItemEvent['kind']): Item {
  return { ...item, originalDue: item.due, why: kind === 'closed' ? [] : item.why }
}

function reasonWords({ reason }: Pick<Extension, 'reason'>): Detail[] {
  return reason ? [{ text: reason.trim().replace(/\.$/, '') }] : []
}

function changeWords({ from, to, by }: Extension): string {
  return said(`${from ? `from ${longDate(from)} ` : ''}to ${longDate(to)}`, by && `by ${by}`)
}

function said(...parts: readonly (string | false | null)[]): string {
  return parts.filter(Boolean).join(', ')
}
