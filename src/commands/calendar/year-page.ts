import type { Closure } from '../../assessment/back-plan.ts'
import { type BankHolidays, HORIZON_YEAR, type Origin } from '../../calendar/bank-holidays.ts'
import {
  addDays,
  type Day,
  dayFrom,
  dayOf,
  type IsoDate,
  isoOf,
  yearOf,
} from '../../calendar/day.ts'
import { DIVISION_NAMES } from '../../calendar/division.ts'
import { longDate, shortDate } from '../../calendar/format-date.ts'
import { holidayName } from '../../calendar/projection.ts'
import type { WorkingDays } from '../../calendar/working-days.ts'
import { count } from '../../language/count.ts'
import { bankHolidayMarks, closureMarks, todayMark } from '../../page/calendar-marks.ts'
import { formatsOf } from '../../page/formats.ts'
import {
  type Block,
  facts,
  heading,
  months,
  type Page,
  rows,
  type Text,
  type View,
} from '../../page/page.ts'

/** A year of a division's working days, as at a day, with the closures of the authority. */
export type CalendarAnswer = {
  readonly year: number
  readonly today: Day
  readonly days: WorkingDays<BankHolidays>
  readonly closures: readonly Closure[]
}

type Holiday = {
  readonly date: IsoDate
  readonly title: string
  /** Whether it is kept in place of a day at a weekend. */
  readonly substitute: boolean
  readonly official: boolean
}

/** The formats of `calendar`. */
export const calendarReports = formatsOf<CalendarAnswer>(page, (answer) => {
  const { year, days } = answer
  const { division, lastOfficial } = days.holidays
  const { source, retrieved } = originOf(answer)
  return {
    division,
    year,
    official: days.holidays.originOf(year) !== undefined,
    source,
    retrieved,
    lastOfficial: isoOf(lastOfficial),
    workingDays: workingDaysOf(answer),
    bankHolidays: holidaysIn(year, days.holidays),
    closures: closuresIn(answer),
    nextBankHoliday: nextHoliday(answer),
  }
})

/** Where the days of the year come from; of a projected year, where the last list comes from. */
function originOf({ year, days: { holidays } }: CalendarAnswer): Origin {
  const { source, retrieved } = holidays
  return holidays.originOf(year) ?? { source, retrieved }
}

function workingDaysOf({ year, days }: CalendarAnswer): number {
  return days.between(dayFrom(year - 1, 12, 31), dayFrom(year, 12, 31))
}

function holidaysIn(year: number, { inYear, originOf }: BankHolidays): Holiday[] {
  const official = originOf(year) !== undefined
  return inYear(year).map(({ day, title, isSubstitute: substitute = false }) => ({
    date: isoOf(day),
    title,
    substitute,
    official,
  }))
}

/** The first bank holiday from today on. */
function nextHoliday({ today, days }: CalendarAnswer): Holiday | null {
  const first = yearOf(today)
  const years = [first, Math.min(first + 1, HORIZON_YEAR)]
  const ahead = years.flatMap((year) => holidaysIn(year, days.holidays))
  return ahead.find(({ date }) => date >= isoOf(today)) ?? null
}

/** The closures of which a day lies in the year. */
function closuresIn({ year, closures }: CalendarAnswer): (Closure & { readonly to: IsoDate })[] {
  return closures
    .map(({ from, to = from, title }) => ({ from, to, title }))
    .filter(({ from, to }) => from <= `${year}-12-31` && to >= `${year}-01-01`)
}

function page(answer: CalendarAnswer, view: View): Page {
  const { year, days } = answer
  const holidays = holidaysIn(year, days.holidays)
  const listed = rows(2, holidays.map(holidayCells))
  if (view.quiet) return [listed]
  const closures = closuresIn(answer)
  return [
    heading(`Bank holidays in ${DIVISION_NAMES[days.holidays.division]}, ${year}`),
    listed,
    ...(closures.length > 0 ? closureBlocks(closures, days) : []),
    yearMonths(answer),
    factsOf(answer, view),
  ]
}

function holidayCells({ date, official, ...holiday }: Holiday): Text[] {
  const name = nameOf(holiday)
  if (official) return [{ text: shortDate(date), spoken: longDate(date) }, name]
  const spoken = `${longDate(date)} (provisional)`
  return [{ text: `${shortDate(date)}, provisional`, spoken }, name]
}

function nameOf({ title, substitute }: Pick<Holiday, 'title' | 'substitute'>): string {
  return holidayName({ title, isSubstitute: substitute })
}

function closureBlocks(closures: ReturnType<typeof closuresIn>, days: WorkingDays): Page {
  const cells = closures.map(({ from, to, title }): Text[] => {
    const working = days.between(addDays(dayOf(from), -1), dayOf(to))
    const span = (words: (date: string) => string) =>
      from === to ? words(from) : `${words(from)} to ${words(to)}`
    const text = { text: span(shortDate), spoken: span(longDate) }
    return [text, `${title}, ${count(working, 'working day')}`]
  })
  return [heading('The authority is closed'), rows(2, cells)]
}

function factsOf(answer: CalendarAnswer, { verbose }: View): Block {
  const { lastOfficial, originOf: originOfYear } = answer.days.holidays
  const { source, retrieved } = originOf(answer)
  const isOfficial = originOfYear(answer.year) !== undefined
  const until = `up to ${longDate(isoOf(lastOfficial))}`
  return facts(
    ['Working days', String(workingDaysOf(answer))],
    ['Next bank holiday', nextWords(answer)],
    ['Official', isOfficial ? until : `${until}: this year is projected from the Act's schedule`],
    ['Source', verbose ? source : ''],
    ['Retrieved', verbose && retrieved ? longDate(retrieved) : ''],
  )
}

function nextWords(answer: CalendarAnswer): string {
  const { today, days } = answer
  const next = nextHoliday(answer)
  if (!next) return ''
  const left = days.between(today, addDays(dayOf(next.date), -1))
  const when = next.date === isoOf(today) ? 'today' : `after ${count(left, 'working day')}`
  const words = [nameOf(next), longDate(next.date), when, ...(next.official ? [] : ['provisional'])]
  return words.join(', ')
}

/** The months of the year with the days on which nobody works, and today. */
function yearMonths(answer: CalendarAnswer): Block {
  const { year, today, days } = answer
  const span = { from: dayFrom(year, 1, 1), to: dayFrom(year, 12, 31) }
  const marks = [
    closureMarks(closuresIn(answer), span),
    bankHolidayMarks(days.holidays.inYear(year).map(({ day }) => day)),
    todayMark(today),
  ]
  return months(span, marks)
}
