import type { Assessment } from '../assessment/assessment.ts'
import { count } from '../language/count.ts'
import { printable } from '../terminal/printable.ts'
import { openCount } from './closing-lines.ts'
import type { BusiestDay, ReportOptions } from './report.ts'

/** That there is nothing to see to, and what a filter hides; undefined where there is something. */
export function nothingOpenWords(
  { complete, summary, openOutside }: Assessment,
  { filters }: Pick<ReportOptions, 'filters'>,
): string | undefined {
  if (openCount(summary) > 0) return undefined
  const where = complete ? '' : ' in the records that can be read'
  if (filters.length === 0) return `Nothing is open${where}.`
  const others = `${count(openOutside, 'item')} ${openOutside === 1 ? 'is' : 'are'} open`
  const without = filters.length === 1 ? 'without it' : 'without them'
  return `Nothing is open${where} for ${printable(filters.join(' '))}${openOutside > 0 ? `; ${others} ${without}` : ''}.`
}

/** What to do next where nothing is open: commands, each with what it shows or does. */
export function nextCommands(
  { summary }: Assessment,
  busiest: ReportOptions['busiest'],
): readonly (readonly [command: string, words: string])[] {
  if (openCount(summary) > 0 || !busiest) return []
  return [
    ...busiestCommand(busiest),
    ['plandue stats', 'how early or late they were'],
    ['plandue due today', 'the dates of a letter that came today'],
    ['plandue new', 'begins a record'],
  ]
}

function busiestCommand({ day, open }: BusiestDay): (readonly [string, string])[] {
  if (open === 0) return []
  const words = `a day on which ${count(open, 'item')} ${open === 1 ? 'was' : 'were'} open`
  return [[`plandue check --today ${day}`, words]]
}
