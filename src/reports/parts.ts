import type { Assessment } from '../assessment/assessment.ts'
import { type Item, needsSomebody, STATUSES, type Status } from '../assessment/item.ts'
import { capitalised } from '../language/capitalised.ts'
import type { ReportOptions } from './report.ts'
import { closing, incompleteness, STATUS_WORDS, title } from './wording.ts'

/** What every report for people is made of; each format puts it into its own order. */
export type ReportParts = {
  /** That deadlines may be missing; empty where none can be. */
  readonly warning: readonly string[]
  readonly title: string
  readonly items: readonly Item[]
  /** The sentences at the end; a point of a list begins with `- `. */
  readonly closing: readonly string[]
}

/** The parts of a report; undefined where quiet leaves nothing to report. */
export function partsOf(assessment: Assessment, options: ReportOptions): ReportParts | undefined {
  const warning = incompleteness(assessment)
  const items = options.quiet ? assessment.items.filter(needsSomebody) : assessment.items
  const { fails = [], released = [] } = assessment.change ?? {}
  const isCalm = items.length + fails.length + released.length === 0 && !warning
  if (options.quiet && isCalm) return undefined
  return {
    warning: warning ? [warning] : [],
    title: title(assessment),
    items,
    closing: closing(assessment, options),
  }
}

/** Items under the name and the number of each status, most urgent first. */
export function byStatus(
  items: readonly Item[],
): readonly { readonly status: Status; readonly name: string; readonly items: readonly Item[] }[] {
  return STATUSES.flatMap((status) => {
    const those = items.filter((item) => item.status === status)
    const name = `${capitalised(STATUS_WORDS[status])} (${those.length})`
    return those.length > 0 ? [{ status, name, items: those }] : []
  })
}
