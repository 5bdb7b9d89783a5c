import { dayOf, type IsoDate } from '../calendar/day.ts'
import type { WorkingDays } from '../calendar/working-days.ts'
import { compareText } from '../language/text-order.ts'
import type { GrantedExtension } from '../records/item-parts.ts'

type Extensions = readonly GrantedExtension[] | undefined

/** Of two up to the same day, the one that says by whom and why. */
export function latestExtension(extensions: Extensions): GrantedExtension | undefined {
  const said = ({ by, reason }: GrantedExtension) => Number(Boolean(by)) + Number(Boolean(reason))
  return extensions?.toSorted((a, b) => compareText(a.to, b.to) || said(a) - said(b)).at(-1)
}

/**
 * How often extensions moved a due date, in the order in which they were granted: one for a day that
 * is no later than that of an earlier one moves nothing. `original` is undefined where it is not known.
 */
export function timesMoved(extensions: Extensions, original: IsoDate | undefined): number {
  if (!extensions) return 0
  const granted = extensions.toSorted(
    (a, b) => compareText(a.on ?? '', b.on ?? '') || compareText(a.to, b.to),
  )
  const dates = granted.map(({ to }) => to)
  return dates.filter((to, index) =>
    index === 0 ? to !== original : dates.slice(0, index).every((earlier) => earlier < to),
  ).length
}

/** From the original due date to the latest one; negative where that is earlier. */
export function workingDaysMoved(from: IsoDate, to: IsoDate, days: WorkingDays): number {
  return days.between(dayOf(from), dayOf(to))
}
