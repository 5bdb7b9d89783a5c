import type { Closure } from '../assessment/back-plan.ts'
import { addDays, type Day, dayOf } from '../calendar/day.ts'
import { prose } from '../terminal/columns.ts'
import { toned } from '../terminal/tones.ts'
import { shown } from './layout.ts'
import { type Mark, monthPicture } from './months.ts'
import type { View } from './page.ts'

/** A mark, what it stands for, and its days. Of two signs on one day the later one is drawn. */
export type Sign = Mark & { readonly words: string; readonly days: readonly Day[] }

type Span = { readonly from: Day; readonly to: Day }

/** The months of a span with the signs that fall into it, and below them what these stand for. */
export function signedMonths(span: Span, signs: readonly Sign[], view: View): string[] {
  const visible = uncovered(signs, span)
  const marks = new Map(
    visible.flatMap(({ days, letter, tone }) => days.map((day) => [day, { letter, tone }])),
  )
  const months = monthPicture({ ...span, marks }, view)
  return visible.length > 0 ? [...months, '', ...legend(visible, view)] : months
}

export function bankHolidaySign(days: readonly Day[]): Sign {
  return { letter: 'b', tone: 'open', words: 'bank holiday', days }
}

export function todaySign(today: Day): Sign {
  return { letter: 't', tone: 'good', words: 'today', days: [today] }
}

/** The days of closures within a span. */
export function closureSign(closures: readonly Closure[], { from, to }: Span): Sign {
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

/** The signs as they show in a span, each without the days on which a later one covers it. */
function uncovered(signs: readonly Sign[], { from, to }: Span): Sign[] {
  return signs
    .map((sign, index) => {
      const covering = new Set(signs.slice(index + 1).flatMap(({ days }) => days))
      const days = sign.days.filter((day) => from <= day && day <= to && !covering.has(day))
      return { ...sign, days }
    })
    .filter(({ days }) => days.length > 0)
}

const INDENT = '  '

/** What the letters stand for, on as few lines as the width permits. */
function legend(signs: readonly Sign[], { width, paint }: View): string[] {
  // A no-break space keeps a letter with its words while the line is broken.
  const entries = signs.map(({ letter, tone, words }) =>
    `${toned(letter, tone, paint)} ${shown(words)}`.replaceAll(' ', NO_BREAK),
  )
  return prose(entries.join('  '), width - INDENT.length).map(
    (line) => `${INDENT}${line.replaceAll(NO_BREAK, ' ').trimStart()}`,
  )
}

const NO_BREAK = '\u00a0'
