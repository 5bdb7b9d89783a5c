import type { Item } from '../assessment/item.ts'
import { longDate } from '../calendar/format-date.ts'
import { type Block, facts, sentences } from '../page/page.ts'
import { plainPage } from '../page/plain-page.ts'
import { partsOf } from './parts.ts'
import type { Report, ReportOptions } from './report.ts'
import { BASIS_WORDS, explanations, STATUS_WORDS, timeLeft } from './wording.ts'

/** For screen readers and pipes: one fact a line, each with its name, an empty line between items. */
export const plainReport: Report = (assessment, options) => {
  const parts = partsOf(assessment, options)
  if (!parts) return ''
  const { warning, title, items, closing } = parts
  return plainPage([
    sentences([...warning, title]),
    ...items.map((item) => itemFacts(item, options)),
    sentences(closing),
  ])
}

function itemFacts(item: Item, { titleOf }: ReportOptions): Block {
  const { due, basis, provisional, submitted, kind } = item
  return facts(
    ['Item', item.id],
    ['Status', STATUS_WORDS[item.status]],
    ['Authority', item.authority],
    ['Framework', titleOf(item.framework)],
    [kind === 'stage' ? 'Stage' : 'Action', item.title],
    ['Owner', item.owner ?? ''],
    ['Due', due ? `${longDate(due)}${provisional ? ' (provisional)' : ''}` : ''],
    ['Due because', due && basis ? BASIS_WORDS[basis] : ''],
    [kind === 'stage' ? 'Submitted' : 'Done', submitted ? longDate(submitted) : ''],
    ['Time', timeLeft(item)],
    ['Why', explanations(item)],
    ['File', `${item.file}, line ${item.line}`],
  )
}
