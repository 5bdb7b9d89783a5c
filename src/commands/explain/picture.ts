import { type Day, dayOf, yearOf } from '../../calendar/day.ts'
import { bankHolidayMarks, closureMarks, todayMark } from '../../page/calendar-marks.ts'
import { type Block, type CalendarMark, months } from '../../page/page.ts'
import type { Tone } from '../../terminal/tones.ts'
import type { Explanation } from './explanation.ts'

/** Longer spans would scroll away; `--verbose` and JSON list the days. */
const MOST_DAYS = 400

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
  const closures = closureMarks(
    ofRecord.flatMap((one) => one.closures),
    span,
  )
  const holidays = bankHolidayMarks(holidaysIn(counted, span))
  const counting = countingMarks(ofRecord)
  const marks = [closures, holidays, ...counting, todayMark(today), ...dueMarks(ofRecord)]
  return [months(span, marks)]
}

/** The bank holidays by which a record is counted, also those that no count comes upon. */
function holidaysIn(
  [explanation]: readonly Explanation[],
  { from, to }: { readonly from: Day; readonly to: Day },
): Day[] {
  const years = Array.from(
    { length: yearOf(to) - yearOf(from) + 1 },
    (_, index) => yearOf(from) + index,
  )
  const holidays = explanation?.derivation?.holidays
  return years.flatMap((year) => (holidays?.inYear(year) ?? []).map(({ day }) => day))
}

function countingMarks(explanations: readonly Explanation[]): CalendarMark[] {
  const derivations = explanations.flatMap(({ derivation }) => derivation ?? [])
  const countings = derivations.map(({ counting }) => counting)
  const steps = explanations.flatMap(({ item }) => item.steps)
  const clocks = derivations.map(({ clock }) => dayOf(clock.date))
  const firsts = countings.map(({ dayOne }) => dayOne)
  const lasts = countings.map(({ due }) => due)
  return [
    mark(
      's',
      'risky',
      'governance step',
      steps.map(({ on }) => dayOf(on)),
    ),
    mark('c', 'strong', 'clock', clocks),
    mark('*', 'strong', 'day 1', firsts),
    mark('r', 'open', 'due by the rule alone', lasts),
  ]
}

function dueMarks(explanations: readonly Explanation[]): CalendarMark[] {
  const stages = explanations.filter(({ item }) => item.kind === 'stage' && item.due !== null)
  const letters: string[] = []
  for (const { item } of stages) letters.push(letterFor(item.stage ?? '', letters))
  return stages.map(({ item }, index) =>
    mark(letters[index] ?? '', 'bad', `${item.title} due`, [dayOf(item.due ?? '')]),
  )
}

/** A capital letter of a stage's id that no other stage has, or a number. */
function letterFor(stage: string, taken: readonly string[]): string {
  const letters = stage.toUpperCase().replace(/[^A-Z]/g, '')
  return [...letters, ...'123456789'].find((letter) => !taken.includes(letter)) ?? '+'
}

function mark(letter: string, tone: Tone, words: string, days: readonly Day[]): CalendarMark {
  return { letter, tone, words, days }
}
