import { longDate } from '../../calendar/words.ts'
import { formatsOf, heading, type Page, paragraph, type View } from '../../page/page.ts'
import {
  changeBlocks,
  comparisonShape,
  incompleteBlocks,
  type ListComparison,
  moveBlocks,
  totalOf,
} from './moves-page.ts'

/** The formats of `calendar diff`. */
export const calendarDiffReports = formatsOf<ListComparison>(page, comparisonShape)

function page(comparison: ListComparison, view: View): Page {
  const { list, today, changes } = comparison
  if (view.quiet) return [...incompleteBlocks(comparison), ...moveBlocks(comparison, view)]
  return [
    ...incompleteBlocks(comparison),
    heading(`Open items with the bank holidays in ${list}, as at ${longDate(today)}`),
    ...(changes.length === 0
      ? [paragraph(`${list} names the same days as the lists in force.`)]
      : []),
    ...(view.verbose ? changeBlocks(comparison) : []),
    ...moveBlocks(comparison, view),
    paragraph(`${totalOf(comparison)}.`),
  ]
}
