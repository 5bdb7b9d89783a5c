import { schoolHolidaysAside } from '../../assessment/sentences.ts'
import type { Closed } from '../../calendar/counting.ts'
import { type IsoDate, isoOf } from '../../calendar/day.ts'
import { calendarName } from '../../calendar/division.ts'
import { longDate, shortDate } from '../../calendar/format-date.ts'
import { holidayName } from '../../calendar/projection.ts'
import type { Clock } from '../../frameworks/framework.ts'
import { count } from '../../language/count.ts'
import {
  type Block,
  dateText,
  type Fact,
  facts,
  heading,
  type Page,
  paragraph,
  points,
  rows,
  type Text,
  type View,
} from '../../page/page.ts'
import { clockWords, firstDayWords, periodWords, sourceFacts } from '../../reports/rule-wording.ts'
import { closedDayWords } from '../../reports/wording.ts'
import type { Derivation } from './derivation.ts'
import type { PeriodReading } from './readings.ts'

/** How a rule comes to its date, without a record, for people. */
export function derivationPage(derivation: Derivation, withReadings: boolean, view: View): Page {
  const { rule, counting, provisional, lastWorkingDay } = derivation
  const due = `${longDate(isoOf(counting.due))}${provisional ? ', provisional' : ''}`
  if (view.quiet) return [paragraph(`${rule.id}: due on ${due}`)]
  return [
    heading(`${rule.title} (${rule.id})`),
    paragraph(`Due on ${due}`),
    facts(...derivationFacts(derivation)),
    points([
      ...(lastWorkingDay ? [closedDayWords(isoOf(counting.due), lastWorkingDay)] : []),
      ...(provisional ? [provisionalWords(derivation)] : []),
      ...relaxedWords(derivation),
      ...(derivation.leavesOutHolidays ? [schoolHolidaysAside] : []),
    ]),
    ...(view.verbose ? dayBlocks(derivation) : []),
    ...(withReadings ? readingBlocks(derivation.readings) : []),
    sourceBlock(derivation),
  ]
}

/** The count of a rule, step by step. */
export function derivationFacts(derivation: Derivation): Fact[] {
  const { rule, clock, counting, calendar } = derivation
  const { dayOne, last, due, counted, weekendDays, bankHolidays, days } = counting
  const isWorking = rule.period.unit === 'workingDays'
  const skipped: Text[] = [
    `${count(weekendDays, 'weekend day')} and ${bankHolidays.length === 0 ? 'no bank holiday' : count(bankHolidays.length, 'bank holiday')} in ${calendarName(calendar)}`,
    ...(counting.schoolHolidayDays > 0
      ? [`${count(counting.schoolHolidayDays, 'day')} of school holidays`]
      : []),
    ...bankHolidays.map((holiday) => holidayText(isoOf(holiday.day), holidayName(holiday))),
  ]
  return [
    ['Clock', `${clockName(clock.name)} on ${longDate(clock.date)}${placeWords(clock.at)}`],
    ['Rule', `${periodWords(rule.period)} ${clockWords(rule)}; ${firstDayWords(rule)}`],
    ['Day 1', longDate(isoOf(dayOne))],
    ['Counted', count(counted, isWorking ? 'working day' : 'calendar day')],
    ['Skipped', isWorking ? skipped : ''],
    [
      'Total',
      isWorking
        ? `${count(days.length, 'day')}: ${counted} counted, ${days.length - counted} skipped`
        : '',
    ],
    ['Computed', longDate(isoOf(last))],
    ['Moved', last === due ? '' : `to ${longDate(isoOf(due))}, because that is not a working day`],
  ]
}

function holidayText(date: IsoDate, title: string): Text {
  return { text: `${shortDate(date)}: ${title}`, spoken: `${longDate(date)}, ${title}` }
}

const CLOCK_NAMES: Record<Clock, string> = {
  received: 'received',
  sent: 'sent',
  published: 'published',
  visited: 'visit ended',
  submitted: 'stage before submitted',
}

function clockName(name: Clock): string {
  return CLOCK_NAMES[name]
}

export function placeWords(at: { file: string; line: number } | null): string {
  return at ? ` (${at.file}:${at.line})` : ''
}

/** Which bank holidays of the count are not official yet. */
export function provisionalWords({ projected, holidays }: Derivation): string {
  const named = projected.map(
    (holiday) => `${holidayName(holiday)} on ${longDate(isoOf(holiday.day))}`,
  )
  const list = named.length > 0 ? `: ${named.join(', ')}` : ''
  return `bank holidays are official up to ${longDate(isoOf(holidays.lastOfficial))}; later ones are projected from the Act${list}`
}

export function dayBlocks({ counting }: Derivation): Block[] {
  return [
    heading('Day by day'),
    rows(
      2,
      counting.days.map((day) => {
        const date = dateText(isoOf(day.day), 'number' in day ? undefined : 'faint')
        if ('number' in day) return [date, `day ${day.number}`]
        return [date, { text: skippedWords(day), tone: 'faint' }]
      }),
    ),
  ]
}

function skippedWords(closed: Closed): string {
  if (closed.skipped === 'bankHoliday') return holidayName(closed)
  return closed.skipped === 'weekend' ? 'weekend' : 'school holiday'
}

/** What a law put beside the period for a time in which the due date falls. */
export function relaxedWords({ relaxed }: Derivation): string[] {
  return relaxed.map(
    ({ from, until, text, citation }) =>
      `the date is not firm: from ${longDate(from)} to ${longDate(until)} the rule added “${text}” (${citation.name}, ${citation.url})`,
  )
}

export function readingBlocks(readings: readonly PeriodReading[]): Block[] {
  return [
    heading('The same period under other definitions'),
    rows(
      [{ name: '' }, { name: '' }, { name: '', wraps: true }],
      readings.map(({ id, title, due, ...difference }) => [
        dateText(due, id === 'rule' ? 'strong' : undefined),
        differenceWords(id, difference),
        title,
      ]),
    ),
  ]
}

function differenceWords(
  id: PeriodReading['id'],
  { workingDays, calendarDays }: Pick<PeriodReading, 'workingDays' | 'calendarDays'>,
): string {
  if (calendarDays === 0) return id === 'rule' ? 'the rule' : 'the same day'
  const words =
    workingDays === 0
      ? count(Math.abs(calendarDays), 'day')
      : count(Math.abs(workingDays), 'working day')
  return `${words} ${calendarDays < 0 ? 'earlier' : 'later'}`
}

export function sourceBlock({ rule }: Derivation): Block {
  return facts(...sourceFacts(rule.citation))
}
