import { asAt } from '../../assessment/as-at.ts'
import type { Item } from '../../assessment/item.ts'
import { dayOf, type IsoDate, isoOf } from '../../calendar/day.ts'
import type { Framework } from '../../frameworks/framework.ts'
import { own } from '../../language/own-value.ts'
import { compareText } from '../../language/text-order.ts'
import type { InspectionRecord } from '../../records/record.ts'
import { type Extension, itemEvents } from './item-events.ts'
import { compared, type Judgement } from './judgements.ts'

/** When something happened or is due, and in which record it stands. */
export type Moment = {
  /** Null for what has no day yet. A month of which no day is known is dated on its first. */
  readonly date: IsoDate | null
  /** The last day of a visit of several days. */
  readonly until: IsoDate | null
  readonly precision: 'day' | 'month'
  readonly state: 'happened' | 'overdue' | 'toCome'
  readonly record: string
}

/** A visit, or the arrival or publication of what was found. */
export type ReportEvent = Moment & {
  readonly kind: 'visited' | 'received' | 'published'
  readonly framework: Pick<Framework, 'id' | 'title'>
  /** What the inspection looked at. */
  readonly title: string | null
  /** The record before it. */
  readonly follows: string | null
  /** Whether nothing in the record happened before. */
  readonly isFirst: boolean
  /** With the event that made them known. */
  readonly findings: Findings | null
}

/** What the report says. */
export type Findings = {
  readonly judgements: readonly Judgement[]
  /** Null where the record does not say whether there are any. */
  readonly areasForPriorityAction: readonly Area[] | null
  readonly areasForImprovement: readonly Area[] | null
  readonly source: string | null
  readonly notes: string | null
}

export type Area = { readonly id: string; readonly text: string }

/** What became of a stage or an action, or is still to be done. */
export type ItemEvent = Moment & {
  readonly kind: 'extended' | 'submitted' | 'closed' | 'done' | 'due' | 'waiting'
  readonly item: Item
  /** The extension that this event is; with other events, those of which the day is not known. */
  readonly extensions: readonly Extension[]
  /** Why it was closed. */
  readonly reason: string | null
}

export type TimelineEvent = ReportEvent | ItemEvent

/** What one record adds to the story of its authority. */
export type Chapter = {
  readonly record: string
  readonly authority: string
  readonly follows: string | null
  readonly events: readonly TimelineEvent[]
}

/** All that happened to an authority up to a day, and what it then has still to do, in order. */
export type Story = { readonly authority: string; readonly events: readonly TimelineEvent[] }

/** A record with its id, its framework, and its items as at the day for which it is told. */
export type Told = {
  readonly id: string
  readonly record: InspectionRecord
  readonly framework: ReportEvent['framework']
  readonly items: readonly Item[]
}

/** What a record tells as at a day: what has happened by then, and the items that are open then. */
export function chapterOf({ id, items, framework, ...told }: Told, today: IsoDate): Chapter {
  const record = asAt(told.record, today)
  const { authority, follows = null, plan = {} } = record
  const events = [
    ...reportEvents(id, record, framework, today),
    ...items.flatMap((item) => itemEvents(item, own(plan, item.stage ?? '') ?? {})),
  ]
  // A visit that nobody knows of yet has no part in the story.
  const isUnheardOf = events.every(({ kind }) => kind === 'waiting')
  return { record: id, authority, follows, events: isUnheardOf ? [] : events }
}

/** The story of one authority, from the chapters of all its records. */
export function storyOf(authority: string, chapters: readonly Chapter[]): Story {
  const byRecord = new Map(chapters.map((chapter) => [chapter.record, chapter]))
  const events = chapters.flatMap((chapter) => compared(chapter, byRecord).events)
  return { authority, events: events.sort(inTime) }
}

/** Whether something is still to come: what is due today is. */
export function isToCome({ state }: Moment): boolean {
  return state === 'toCome'
}

const KINDS: readonly TimelineEvent['kind'][] = [
  'visited',
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
  const { received, published, title = null, follows = null } = record
  const moments = [
    ...visitOf(record, today),
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
