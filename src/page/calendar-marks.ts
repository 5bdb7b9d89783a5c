import type { Closure } from '../assessment/back-plan.ts'
import { addDays, type Day, dayOf } from '../calendar/day.ts'
import { prose } from '../terminal/columns.ts'
import { toned } from '../terminal/tones.ts'
import { shown } from './layout.ts'
import { monthPicture } from './months.ts'
import type { CalendarMark, Months, View } from './page.ts'

type Span = { readonly from: Day; readonly to: Day }

/** The months of a span with the marks that fall into it, and below them what these stand for. */
export function markedMonths(block: Months, view: View): string[] {
  const visible = visibleMarks(block)
  const marks = marksByDay(visible)
  const months = monthPicture({ marks, from: block.from, to: block.to }, view)
  return visible.length > 0 ? [...months, '', ...legend(visible, view)] : months
}

export function bankHolidayMarks(days: readonly Day[]): CalendarMark {
  return { letter: 'b', tone: 'open', words: 'bank holiday', days }
}

export function todayMark(today: Day): CalendarMark {
  return { letter: 't', tone: 'good', words: 'today', days: [today] }
}

/** The days of closures within a span. */
export function closureMarks(closures: readonly Closure[], { from, to }: Span): CalendarMark {
  const isClosed = (day: Day) =>
    closures.some((one) => dayOf(one.from) <= day && day <= dayOf(one.to ?? one.from))
  const days = Array.from({ length: to - from + 1 }, (_, index) => addDays(from, index))
  return {
    letter: 'x',
    tone: 'risky',
    words: 'the authority is closed',
    days: days.filter(isClosed),
  }
}

/** Which mark each day has. */
export function marksByDay(marks: readonly CalendarMark[]): ReadonlyMap<Day, CalendarMark> {
  return new Map(marks.flatMap((mark) => mark.days.map((day) => [day, mark])))
}

/** The marks as they show, each without the days on which a later one covers it. */
export function visibleMarks({ marks: all, from, to }: Months): CalendarMark[] {
  return all
    .map((one, index) => {
      const covering = new Set(all.slice(index + 1).flatMap(({ days }) => days))
      const days = one.days.filter((day) => from <= day && day <= to && !covering.has(day))
      return { ...one, days }
    })
    .filter(({ days }) => days.length > 0)
}

const INDENT = '  '

/** What the letters stand for, on as few lines as the width permits. */
function legend(all: readonly CalendarMark[], { width, paint }: View): string[] {
  // A no-break space keeps a letter with its words while the line is broken.
  const entries = all.map(({ letter, tone, words }) =>
    `${toned(letter, tone, paint)} ${shown(words)}`.replaceAll(' ', NO_BREAK),
  )
  return prose(entries.join('  '), width - INDENT.length).map(
    (line) => `${INDENT}${line.replaceAll(NO_BREAK, ' ').trimStart()}`,
  )
}

const NO_BREAK = '\u00a0'
