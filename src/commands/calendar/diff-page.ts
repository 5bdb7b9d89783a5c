import { longDate } from '../../calendar/format-date.ts'
import { formatsOf } from '../../page/formats.ts'
import { heading, type Page, paragraph, type View } from '../../page/page.ts'
import {
  changeBlocks,
  comparisonShape,
  impactBlocks,
  incompleteBlocks,
  type ListComparison,
  totalOf,
} from './impact-page.ts'

/** The formats of `calendar diff`. */
export const calendarDiffReports = formatsOf<ListComparison>(page, comparisonShape)

function page(comparison: ListComparison, view: View): Page {
  const { list, today, changes } = comparison
  if (view.quiet) return [...incompleteBlocks(comparison), ...impactBlocks(comparison, view)]
  return [
    ...incompleteBlocks(comparison),
    heading(`Open items with the bank holidays in ${list}, as at ${longDate(today)}`),
    ...(changes.length === 0 ? [paragraph(`${list} has the same days as the lists in use.`)] : []),
    ...(view.verbose ? changeBlocks(comparison) : []),
    ...impactBlocks(comparison, view),
    paragraph(`${totalOf(comparison)}.`),
  ]
}
