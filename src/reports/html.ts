import { needsSomebody } from '../assessment/item.ts'
import { blockMarkup, htmlFile, warningMarkup } from '../page/html-page.ts'
import { diagnosticTable, publicWords } from './diagnostic-table.ts'
import { aboutReport, changeMarkup } from './html-about.ts'
import { attentionMarkup } from './html-attention.ts'
import { portfolioMarkup } from './html-portfolio.ts'
import { finishedMarkup, recordMarkup } from './html-records.ts'
import { stateTitle, summaryMarkup } from './html-summary.ts'
import { timeLineMarkup } from './html-time-line.ts'
import { incompleteWords } from './opening.ts'
import { byRecord, isFinished } from './record-groups.ts'
import type { Report } from './report.ts'

/**
 * For a browser, a mail or a PDF: how things stand, what needs attention, then all by record. It is a
 * document also where quiet leaves nothing to report, since somebody opens it all the same.
 */
export const htmlReport: Report = (assessment, options) => {
  const { items, diagnostics } = assessment
  const incomplete = incompleteWords(assessment)
  const open = items.filter(options.quiet ? needsSomebody : (item) => !isFinished(item))
  const groups = byRecord(open)
  const finished = options.quiet ? [] : items.filter(isFinished)
  return htmlFile({
    title: stateTitle(assessment),
    main: [
      incomplete !== undefined && warningMarkup(incomplete),
      summaryMarkup(assessment, options),
      changeMarkup(assessment, options),
      attentionMarkup(assessment, options),
      portfolioMarkup(groups, options),
      options.quiet ? undefined : timeLineMarkup(groups, assessment),
      groups.map((group) => recordMarkup(group, assessment, options)),
      finishedMarkup(finished, assessment, options),
      diagnosticTable(diagnostics, options, options.people ? undefined : publicWords).map((block) =>
        blockMarkup(block),
      ),
    ],
    about: aboutReport(assessment, options),
  })
}
