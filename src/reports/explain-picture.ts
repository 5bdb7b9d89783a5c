import type { Explanation } from '../assessment/explanation.ts'
import { addDays, type Day, dayOf } from '../calendar/day.ts'
import { prose } from '../terminal/columns.ts'
import { type Tone, toned } from '../terminal/tones.ts'
import { shown } from './layout.ts'
import { type Mark, monthPicture } from './months.ts'
import { type Block, picture, type View } from './page.ts'

/** Longer spans would scroll away; the days can be had with `--verbose` or as JSON. */
const MOST_DAYS = 400

/** A mark, what it stands for, and its days. Of two marks on one day the later one is drawn. */
type Sign = Mark & { readonly words: string; readonly days: readonly Day[] }

/**
 * The months from the clock to the due day of what was asked for, with the days that explain it. The
 * due days of the record's other stages are marked too. Empty where nothing was counted.
 */
export function explainPicture(
  asked: readonly Explanation[],
  ofRecord: readonly Explanation[],
  today: Day,
): Block[] {
  const counted = asked.filter(({ derivation }) => derivation !== null)
  const starts = counted.map(({ derivation }) => dayOf(derivation?.clock.date ?? ''))
  const ends = counted.map(({ item }) => dayOf(item.due ?? ''))
  const span = { from: Math.min(...starts) as Day, to: Math.max(...ends) as Day }
  if (counted.length === 0 || span.to - span.from > MOST_DAYS || span.to < span.from) return []
  const signs = uncovered(signsOf(ofRecord, today), span)
  const marks = new Map(
    signs.flatMap(({ days, letter, tone }) => days.map((day) => [day, { letter, tone }])),
  )
  const draw = (view: View) => [
    ...monthPicture({ ...span, marks }, view),
    '',
    ...legend(signs, view),
  ]
  return [picture(draw, [])]
}

/** The signs that show in a span: of two on one day the later one covers the other. */
function uncovered(signs: readonly Sign[], span: { from: Day; to: Day }): Sign[] {
  return signs
    .map((sign, index) => {
      const covering = new Set(signs.slice(index + 1).flatMap(({ days }) => days))
      const days = sign.days.filter((day) => isWithin(day, span) && !covering.has(day))
      return { ...sign, days }
    })
    .filter(({ days }) => days.length > 0)
}

function isWithin(day: Day, { from, to }: { from: Day; to: Day }): boolean {
  return from <= day && day <= to
}

function signsOf(explanations: readonly Explanation[], today: Day): Sign[] {
  const derivations = explanations.flatMap(({ derivation }) => derivation ?? [])
  const closed = explanations.flatMap(({ closures }) =>
    closures.flatMap(({ from, to = from }) => daysFrom(dayOf(from), dayOf(to))),
  )
  const holidays = derivations.flatMap(({ counting }) => counting.bankHolidays)
  const steps = explanations.flatMap(({ item }) => item.steps.map(({ on }) => dayOf(on)))
  return [
    sign('x', 'faint', 'the authority is closed', closed),
    sign(
      'h',
      'open',
      'bank holiday',
      holidays.map(({ day }) => day),
    ),
    sign('s', 'risky', 'step on the way', steps),
    sign(
      'c',
      'strong',
      'clock',
      derivations.map(({ clock }) => dayOf(clock.date)),
    ),
    sign(
      '*',
      'strong',
      'day 1',
      derivations.map(({ counting }) => counting.dayOne),
    ),
    sign(
      'r',
      'open',
      'due by the rule alone',
      derivations.map(({ counting }) => counting.due),
    ),
    sign('t', 'good', 'today', [today]),
    ...dueSigns(explanations),
  ]
}

function dueSigns(explanations: readonly Explanation[]): Sign[] {
  const stages = explanations.filter(({ item }) => item.kind === 'stage' && item.due !== null)
  return stages.map(({ item }) =>
    sign((item.stage ?? '').charAt(0).toUpperCase(), 'bad', `${item.title} due`, [
      dayOf(item.due ?? ''),
    ]),
  )
}

function sign(letter: string, tone: Tone, words: string, days: readonly Day[]): Sign {
  return { letter, tone, words, days }
}

function daysFrom(first: Day, last: Day): Day[] {
  return Array.from({ length: Math.min(MOST_DAYS, last - first + 1) }, (_, index) =>
    addDays(first, index),
  )
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
