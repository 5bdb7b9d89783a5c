import { addDays, dayOf, type IsoDate, isoOf } from './day.ts'

/** Days from today. */
const DISTANCES = new Map([
  ['today', 0],
  ['yesterday', -1],
])

/** The date that `today` or `yesterday` means on a day; undefined for any other word. */
export function relativeDate(word: string, today: IsoDate): IsoDate | undefined {
  const distance = DISTANCES.get(word.toLowerCase())
  return distance === undefined ? undefined : isoOf(addDays(dayOf(today), distance))
}

/** Whether a word is `today` or `yesterday`. */
export function isRelativeDay(word: string): boolean {
  return DISTANCES.has(word.toLowerCase())
}
