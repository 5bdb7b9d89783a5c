import ical, {
  ICalCalendarMethod,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator'
import { addDays, dayOf, type IsoDate } from '../calendar/day.ts'
import { utcDate } from '../calendar/utc-date.ts'
import { cut, printable } from '../terminal/printable.ts'

/** Something that fills a day of a calendar, and takes nobody's time. */
export type DayEvent = {
  /** The same in every edition of the calendar, so that a moved date moves the event. */
  readonly id: string
  /** Counts the editions of the event: a calendar keeps the one with the higher number. */
  readonly sequence: number
  /** When this edition was made, in seconds since the beginning of 1970. */
  readonly editedAt: number
  readonly on: IsoDate
  readonly title: string
  readonly lines: readonly string[]
  readonly url: string | null
  readonly categories: readonly string[]
  /** It was to be, and is no more: calendars strike it out or take it away. */
  readonly isCancelled: boolean
}

export type CalendarFile = {
  readonly name: string
  readonly description: string
  readonly events: readonly DayEvent[]
}

/** Longer texts help nobody there. */
const LONGEST = 4000

/**
 * An iCalendar file (RFC 5545) for a calendar to subscribe to or take in. Texts may come from records:
 * each is one line that does nothing but be read.
 */
export function calendarFile({ name, description, events }: CalendarFile): string {
  const calendar = ical({
    prodId: { company: 'plandue', product: 'plandue', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    name: escaped(text(name)),
    description: escaped(text(description)),
    // How often those who subscribe look for changes, in seconds: statuses change once a day.
    ttl: 12 * 60 * 60,
    events: events.map(eventData),
  })
  return `${calendar.toString()}\r\n`
}

function eventData(event: DayEvent): ICalEventData {
  const { id, sequence, editedAt, on, lines, url, categories, isCancelled } = event
  const title = text(event.title)
  return {
    id: addressed(id),
    sequence,
    stamp: new Date(editedAt * 1000),
    allDay: true,
    start: utcDate(dayOf(on)),
    // The first day that is not part of it any more.
    end: utcDate(addDays(dayOf(on), 1)),
    summary: isCancelled ? `Cancelled: ${title}` : title,
    description: lines.map(text).join('\n'),
    // The package escapes what stands in a text, which in an address would be another one.
    url: url === null ? null : printable(url).replace(/[\\;,]/g, encodeURIComponent),
    categories: categories.map((name) => ({ name })),
    transparency: ICalEventTransparency.TRANSPARENT,
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  }
}

/** A name that does nothing but be read, and stays apart from every other one. */
function addressed(id: string): string {
  return encodeURI(id.replace(/\p{Surrogate}/gu, '\uFFFD'))
}

/** The package leaves the name and the description of a calendar as they are. */
function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&')
}

function text(line: string): string {
  return cut(printable(line), LONGEST)
}
