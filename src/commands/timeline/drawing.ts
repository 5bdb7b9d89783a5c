import { dayOf, type IsoDate } from '../../calendar/day.ts'
import { dayAndMonth, daysAndMonths, longDate, monthName } from '../../calendar/format-date.ts'
import { shown } from '../../page/layout.ts'
import type { View } from '../../page/page.ts'
import { padded, prose, widest } from '../../terminal/columns.ts'
import { type Tone, toned } from '../../terminal/tones.ts'
import { isToCome, type Story, type TimelineEvent } from './events.ts'
import { details, eventHeadline, idOf, verb } from './wording.ts'

const INDENT = '  '
const GAP = '  '
const DOTS: Record<TimelineEvent['state'], string> = { happened: '●', toCome: '○', overdue: '◆' }

/** With less than this for texts, the dates stand above them instead of beside them. */
const ROOM_FOR_TEXT = 36

/** Longer lines are hard to read, and too far from their ids. */
const WIDEST_TEXT = 90

/** A line of the drawing: what stands before the rule, on it, and after it. */
type Line = {
  readonly date?: string
  readonly dateTone?: Tone
  readonly mark: string
  readonly markTone?: Tone | undefined
  readonly text?: string
}

/** How wide the column of dates is, 0 where there is none, and how much room there is for texts. */
type Frame = { readonly dates: number; readonly room: number }

const RULE: Line = { mark: '│', markTone: 'faint' }

/** A story as lines: a rule with a dot for each event, under its year, and a line for the day. */
export function drawnStory({ events }: Story, today: IsoDate, view: View): string[] {
  const frame = frameFor(events, view)
  const drawn = events.map((event, index) =>
    [...yearLines(event, events[index - 1]), ...eventLines(event, frame, view)].flatMap((line) =>
      drawnLine(line, frame, view),
    ),
  )
  const past = events.filter((event) => !isToCome(event)).length
  const end = past === events.length ? [{ mark: ' ', text: 'nothing else falls due' }] : []
  return [
    ...drawn.slice(0, past).flat(),
    ...drawnLine(RULE, frame, view),
    todayLine(today, frame, view),
    ...drawn.slice(past).flat(),
    ...end.flatMap((line) => drawnLine(line, frame, view)),
  ]
}

function frameFor(events: readonly TimelineEvent[], { width }: View): Frame {
  const rule = widest([INDENT + RULE.mark + GAP])
  const dates = widest(events.map(columnDate))
  const beside = width - rule - dates - GAP.length
  return beside < ROOM_FOR_TEXT
    ? { dates: 0, room: width - rule }
    : { dates, room: Math.min(beside, WIDEST_TEXT) }
}

/** The year, where it is another than that of the event before. */
function yearLines({ date }: TimelineEvent, before: TimelineEvent | undefined): Line[] {
  const year = date?.slice(0, 4)
  if (year === undefined || year === before?.date?.slice(0, 4)) return []
  return [...(before ? [RULE] : []), { ...RULE, date: year, dateTone: 'strong' }]
}

function eventLines(event: TimelineEvent, frame: Frame, view: View): Line[] {
  const [first = '', ...others] = textLines(event, frame, view)
  const dot = { mark: DOTS[event.state], markTone: toneOf(event) }
  return [
    { ...dot, date: columnDate(event), text: first },
    ...others.map((text) => ({ ...RULE, text })),
  ]
}

/** What is said of an event, with its id at the end of the first line that has room for it. */
function textLines(event: TimelineEvent, { room }: Frame, view: View): string[] {
  const { paint } = view
  const broken = (text: string, width: number, tone: Tone | undefined) =>
    prose(shown(text), width).map((part) => toned(part, tone, paint))
  const head = broken(`${verb(event)}: ${eventHeadline(event)}`, room, headTone(event))
  const rest = details(event, { ...view, isSpoken: false }).flatMap(({ text, tone }) =>
    broken(text, room - INDENT.length, tone).map((part) => INDENT + part),
  )
  const id = shown(idOf(event))
  const free = Math.max(0, room - widest([id]))
  const all = [...head, ...rest, '']
  const place = all.findIndex((text) => text === '' || widest([text + GAP]) <= free)
  return all
    .map((text, index) => (index === place ? padded(text, free) + toned(id, 'faint', paint) : text))
    .filter((text) => text !== '')
}

function headTone(event: TimelineEvent): Tone | undefined {
  return 'item' in event ? toneOf(event) : 'strong'
}

function toneOf(event: TimelineEvent): Tone | undefined {
  if (event.state === 'overdue') return 'bad'
  if (event.state !== 'toCome' || !('item' in event)) return undefined
  return event.item.status === 'atRisk' ? 'risky' : 'open'
}

/** The day on which it happened, under the heading of its year. */
function columnDate({ date, until, precision }: TimelineEvent): string {
  if (date === null) return 'no date yet'
  if (precision === 'month') return monthName(dayOf(date))
  return until ? daysAndMonths(date, until) : dayAndMonth(date)
}

function todayLine(today: IsoDate, { dates }: Frame, { width, paint }: View): string {
  const start = `${INDENT}${dates === 0 ? '' : '─'.repeat(dates + GAP.length)}┼─`
  const words = ` as at ${longDate(today)} `
  const end = '─'.repeat(Math.max(0, width - widest([start + words])))
  return `${toned(start, 'faint', paint)}${toned(words, 'strong', paint)}${toned(end, 'faint', paint)}`
}

function drawnLine(line: Line, { dates }: Frame, { paint }: View): string[] {
  const { date = '', dateTone, mark, markTone, text = '' } = line
  const dateShown = toned(date, dateTone, paint)
  const marked = `${toned(mark, markTone, paint)}${GAP}`
  if (dates > 0) return [`${INDENT}${padded(dateShown, dates)}${GAP}${marked}${text}`.trimEnd()]
  if (date === '') return [`${INDENT}${marked}${text}`.trimEnd()]
  const below = `${INDENT}${toned(RULE.mark, RULE.markTone, paint)}${GAP}${text}`
  return [`${INDENT}${marked}${dateShown}`, ...(text === '' ? [] : [below])]
}
