import { longDate } from '../../calendar/format-date.ts'
import { formatsOf } from '../../page/formats.ts'
import { type Block, facts, heading, type Page, paragraph, type View } from '../../page/page.ts'
import {
  changeBlocks,
  comparisonShape,
  impactBlocks,
  incompleteBlocks,
  type ListComparison,
  totalOf,
} from './impact-page.ts'

/** What came of bringing in a list. */
export type UpdateAnswer = {
  readonly comparison: ListComparison
  readonly outcome: 'written' | 'dryRun' | 'upToDate'
  /** Where the list came from, and the day on which it was taken from there. */
  readonly source: string
  readonly retrieved: string
  /** The files that were written, or would be: the list, and the configuration if it must name it. */
  readonly files: readonly string[]
}

/** The formats of `calendar update`. */
export const calendarUpdateReports = formatsOf<UpdateAnswer>(page, (answer) => {
  const { comparison, ...rest } = answer
  const { today, complete, ...shape } = comparisonShape(comparison)
  return { today, complete, ...rest, ...shape }
})

function page(answer: UpdateAnswer, view: View): Page {
  const { comparison } = answer
  const { list } = comparison
  const incomplete = incompleteBlocks(comparison)
  if (view.quiet) return [...incomplete, ...impactBlocks(comparison, view)]
  if (answer.outcome === 'upToDate') {
    const text = `Already up to date: ${list} has the same days as the lists in use. Nothing written.`
    return [...incomplete, paragraph(text)]
  }
  return [
    ...incomplete,
    heading(`Bank holidays changed by ${list}`),
    ...changeBlocks(comparison),
    ...impactBlocks(comparison, view),
    paragraph(`${totalOf(comparison)}.`),
    ending(answer),
    origin(answer),
  ]
}

function ending({ outcome, files }: UpdateAnswer): Block {
  const named = files.join(' and ')
  return paragraph(
    outcome === 'dryRun'
      ? `Nothing written (--dry-run): would write ${named}.`
      : `Written: ${named}`,
  )
}

function origin({ source, retrieved }: UpdateAnswer): Block {
  return facts(['Source', source], ['Retrieved', longDate(retrieved)])
}
