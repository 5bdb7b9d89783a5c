import { dayFrom, type IsoDate, isoOf, LATEST_YEAR } from '../../../calendar/day.ts'
import { isAmbiguous, monthFirst, readDate } from '../rows/dates.ts'

/** What a cell says; or why that cannot be used, and what to do. */
export type CellValue<T> = { readonly value: T } | { readonly why: string }

/** What the cells of a sheet have in common, which decides how one of them is meant. */
export type SheetHabits = {
  readonly dates: readonly string[]
  readonly today: IsoDate
  /** Whether a date of the sheet must have the month first. */
  readonly isMonthFirst: boolean
  /** Whether a bare number of the percentages is above 1, so that 1 is no whole. */
  readonly isOfHundred: boolean
  /** Whether bare numbers come from cells that a spreadsheet shows as percentages. */
  readonly isWorkbook: boolean
}

type SheetTexts = {
  readonly days: readonly string[]
  readonly percents: readonly string[]
  /** Days of which the records know what stands there. */
  readonly known: readonly { readonly text: string; readonly day: IsoDate | null }[]
}

/** The habits of a sheet, from all its dates and percentages. */
export function habitsOf(
  { days, percents, known }: SheetTexts,
  about: Pick<SheetHabits, 'dates' | 'today' | 'isWorkbook'>,
): SheetHabits {
  return {
    ...about,
    isMonthFirst:
      days.some((text) => monthFirst(text) !== undefined) ||
      known.some(({ text, day }) => isTurned(text, day)),
    isOfHundred: percents.some((text) => /^\d+(\.\d+)?$/.test(text) && Number(text) > 1),
  }
}

/** Whether a text is a known day with the month first, as a spreadsheet in America saves it. */
function isTurned(text: string, day: IsoDate | null): boolean {
  const [month = '', date = '', year = ''] = text.split(/[-/.]/)
  const turned = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isAmbiguous(text) && turned === day
}

/** A day in one of the forms of a sheet. */
export function dayIn(
  text: string,
  { dates, today, isMonthFirst }: SheetHabits,
): CellValue<IsoDate> {
  if (isMonthFirst && isAmbiguous(text)) {
    return {
      why: 'another date in this sheet has the month first, so this one can mean two days: write the month as a word',
    }
  }
  const read = readDate(text, dates, today)
  if (typeof read === 'string') return { value: read }
  const likely =
    read.likely === undefined ? 'write a day such as 12 Jan 2024' : `did you mean ${read.likely}?`
  return { why: `${read.why}: ${likely}` }
}

/** A day that is compared with recorded ones alone, so that a year of two digits can be in the future. */
export function comparableDayIn(text: string, habits: SheetHabits): IsoDate | undefined {
  const read = dayIn(text, { ...habits, today: LAST_DAY })
  return 'value' in read ? read.value : undefined
}

const LAST_DAY = isoOf(dayFrom(LATEST_YEAR, 12, 31))

/**
 * A whole percentage. A spreadsheet stores 40% as 0.4, and 100% as 1, which somebody may as well have
 * typed for 1%.
 */
export function percentIn(
  text: string,
  { isOfHundred, isWorkbook }: SheetHabits,
): CellValue<number> {
  const [, digits = '', sign] = /^(\d{1,3}(?:\.\d+)?)\s*(%?)$/.exec(text) ?? []
  const number = Number(digits)
  if (digits === '') return { why: NO_PERCENT }
  if (!sign && number === 1 && (isOfHundred || !isWorkbook)) {
    return { why: 'it can mean 1% or all of it: write 1% or 100%' }
  }
  const whole = !sign && number <= 1 ? Math.round(number * 1e6) / 1e4 : number
  return Number.isInteger(whole) && whole <= 100 ? { value: whole } : { why: NO_PERCENT }
}

const NO_PERCENT = 'it is not a whole number from 0 to 100: write one, such as 40%'
