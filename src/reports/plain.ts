import { type Item, needsSomebody } from '../assessment/item.ts'
import { longDate } from '../calendar/words.ts'
import { printable } from '../terminal/printable.ts'
import type { Report, ReportOptions } from './report.ts'
import {
  BASIS_WORDS,
  closing,
  explanations,
  incompleteness,
  STATUS_WORDS,
  timeLeft,
  title,
} from './wording.ts'

/** For screen readers and pipes: one fact a line, each with its name, an empty line between items. */
export const plain: Report = (assessment, options) => {
  const { quiet } = options
  const warning = incompleteness(assessment)
  const items = quiet ? assessment.items.filter(needsSomebody) : assessment.items
  if (quiet && items.length === 0 && !warning && !assessment.change?.fails.length) return ''
  const last = closing(assessment, options)
  const blocks = [
    [...(warning ? [warning] : []), title(assessment)],
    ...items.map((item) => facts(item, options)),
    ...(last.length > 0 ? [last] : []),
  ]
  return blocks.map((lines) => `${lines.join('\n')}\n`).join('\n')
}

function facts(item: Item, { titleOf }: ReportOptions): string[] {
  const { due, basis, provisional, submitted, kind } = item
  const lines: [string, string | null][] = [
    ['Item', item.id],
    ['Status', STATUS_WORDS[item.status]],
    ['Authority', item.authority],
    ['Framework', titleOf(item.framework)],
    [kind === 'stage' ? 'Stage' : 'Action', item.title],
    ['Owner', item.owner],
    ['Due', due && `${longDate(due)}${provisional ? ' (provisional)' : ''}`],
    ['Due because', due && basis && BASIS_WORDS[basis]],
    [kind === 'stage' ? 'Submitted' : 'Done', submitted && longDate(submitted)],
    ['Time', timeLeft(item) || null],
    ...explanations(item).map((text): [string, string] => ['Why', text]),
    ['File', `${item.file}, line ${item.line}`],
  ]
  return lines.flatMap(([name, value]) => (value ? [`${name}: ${printable(value)}`] : []))
}
