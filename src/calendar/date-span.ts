import { dayOf, type IsoDate } from './day.ts'
import { longDate, monthName } from './format-date.ts'

/** A day, a month (`2023-11`), or some days on end. */
export type DateSpan = string | { readonly from: IsoDate; readonly to: IsoDate }

/**
 * A span in words: `Tuesday 13 to Wednesday 14 February 2024`, `February 2024`. What the first day has
 * in common with the last is said once.
 */
export function spanWords(span: DateSpan): string {
  if (typeof span !== 'string') return joined(longDate(span.from), longDate(span.to), span)
  return span.length === 'YYYY-MM'.length ? monthName(dayOf(`${span}-01`)) : longDate(span)
}

/** The same without weekdays where there are two: `13 to 14 February 2024`. */
export function spanInBrief(span: DateSpan): string {
  if (typeof span === 'string') return spanWords(span)
  const withoutWeekday = (date: IsoDate) => longDate(date).replace(/\S+ /, '')
  return joined(withoutWeekday(span.from), withoutWeekday(span.to), span)
}

function joined(first: string, last: string, { from, to }: Exclude<DateSpan, string>): string {
  const shared =
    from.slice(0, 7) === to.slice(0, 7) ? 2 : from.slice(0, 4) === to.slice(0, 4) ? 1 : 0
  const words = first.split(' ')
  return `${words.slice(0, words.length - shared).join(' ')} to ${last}`
}
