import type { IsoDate } from '../../calendar/day.ts'

/** A quarter of a calendar year: `2024-Q1`. Texts sort as quarters do. */
export type Quarter = `${string}-Q${1 | 2 | 3 | 4}`

/** The quarter that a date lies in. */
export function quarterOf(date: IsoDate): Quarter {
  const month = Number(date.slice(5, 7))
  const number = month <= 3 ? 1 : month <= 6 ? 2 : month <= 9 ? 3 : 4
  return `${date.slice(0, 4)}-Q${number}`
}

/** A quarter in words: `Jan to Mar 2024`. */
export function quarterWords(quarter: Quarter): string {
  return `${MONTHS[quarter.slice(-1)]} ${quarter.slice(0, 4)}`
}

const MONTHS: Readonly<Record<string, string>> = {
  1: 'Jan to Mar',
  2: 'Apr to Jun',
  3: 'Jul to Sep',
  4: 'Oct to Dec',
}
