import { asAt } from '../../assessment/as-at.ts'
import { type Item, partOf } from '../../assessment/item.ts'
import { dayOf, type IsoDate, isoOf } from '../../calendar/day.ts'
import { ownValue } from '../../language/own-value.ts'
import { compareText } from '../../language/text-order.ts'
import type { InspectionRecord } from '../../records/record.ts'
import {
  type Area,
  type Chapter,
  type Findings,
  isToCome,
  type Moment,
  type ReportEvent,
  type Story,
  type TimelineEvent,
} from './events.ts'
import { itemEvents } from './item-events.ts'
import { compared } from './judgements.ts'

/** A record with its id, its framework, and its items as at the day of the timeline. */
export type TimelineRecord = {
  readonly id: string
  readonly record: InspectionRecord
  readonly framework: ReportEvent['framework']
  readonly items: readonly Item[]
}

/** The events of a record as at a day: what has happened by then, and the items that are open then. */
export function chapterOf(
  { id, items, framework, ...source }: TimelineRecord,
  today: IsoDate,
): Chapter {
  const record = asAt(source.record, today)
  const { authority, follows = null } = record
  const events = [
    ...reportEvents(id, record, framework, today),
    ...items.flatMap((item) => itemEvents(item, saidOf(item, record))),
  ]
  // A visit that is not known yet is left out.
  const isUnheardOf = events.every(({ kind }) => kind === 'waiting')
  return { record: id, authority, follows, events: isUnheardOf ? [] : events }
}

/** What a record says of the stage or action that an item is. */
function saidOf(item: Item, { plan, actions = [] }: InspectionRecord) {
  if (item.stage !== null) return ownValue(plan, item.stage) ?? {}
  return actions.find(({ id }) => id === partOf(item)) ?? {}
}

/** The story of one authority, from the chapters of all its records. */
export function storyOf(authority: string, chapters: readonly Chapter[]): Story {
  const byRecord = new Map(chapters.map((chapter) => [chapter.record, chapter]))
  const events = chapters.flatMap((chapter) => compared(chapter, byRecord).events)
  return { authority, events: events.sort(inTime) }
}

const KINDS: readonly TimelineEvent['kind'][] = [
  'visited',
  'sent',
  'received',
  'published',
  'extended',
  'submitted',
  'done',
  'closed',
  'due',
  'waiting',
]

/** By day, and on one day as one thing leads to another; what has no day comes last. */
function inTime(a: TimelineEvent, b: TimelineEvent): number {
  return (
    Number(isToCome(a)) - Number(isToCome(b)) ||
    compareText(a.date ?? '9999', b.date ?? '9999') ||
    KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
    compareText(a.record, b.record)
  )
}

function reportEvents(
  id: string,
  record: InspectionRecord,
  framework: ReportEvent['framework'],
  today: IsoDate,
): ReportEvent[] {
  const { sent, received, published, title = null, follows = null } = record
  const moments = [
    ...visitOf(record, today),
    ...(sent ? [{ kind: 'sent' as const, ...onDay(sent) }] : []),
    ...(received ? [{ kind: 'received' as const, ...onDay(received) }] : []),
    ...(published ? [{ kind: 'published' as const, ...onDay(published) }] : []),
  ]
  return moments.map((moment, index) => ({
    ...moment,
    state: 'happened',
    record: id,
    framework,
    title,
    follows,
    isFirst: index === 0,
    findings: index === moments.length - 1 ? findingsOf(record) : null,
  }))
}

/** The visit, if it has begun. */
function visitOf({ visited }: InspectionRecord, today: IsoDate) {
  if (visited === undefined) return []
  const { from, to } = typeof visited === 'object' ? visited : { from: visited, to: null }
  const isMonth = from.length === '2023-11'.length
  const date = isoOf(dayOf(isMonth ? `${from}-01` : from))
  const precision = isMonth ? ('month' as const) : ('day' as const)
  const until = to === date ? null : to
  return date <= today ? [{ kind: 'visited' as const, date, until, precision }] : []
}

function onDay(date: IsoDate): Pick<Moment, 'date' | 'until' | 'precision'> {
  return { date, until: null, precision: 'day' }
}

function findingsOf(record: InspectionRecord): Findings {
  const { judgements = {}, areasForPriorityAction, areasForImprovement, source, notes } = record
  return {
    judgements: Object.entries(judgements).map(([name, value]) => ({ name, value, before: null })),
    areasForPriorityAction: areasForPriorityAction?.map(areaOf) ?? null,
    areasForImprovement: areasForImprovement?.map(areaOf) ?? null,
    source: source ?? null,
    notes: notes ?? null,
  }
}

function areaOf({ id, text }: Area): Area {
  return { id, text }
}
