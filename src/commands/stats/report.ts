import { csv } from '../../page/csv.ts'
import { type Formats, formatsOf } from '../../page/formats.ts'
import { filterWords } from '../../reports/filter-wording.ts'
import { incompleteness } from '../../reports/wording.ts'
import { statsPage } from './page.ts'
import type { StatsAnswer, Tally } from './statistics.ts'

/** The formats of `stats`. */
export const statsReports: Formats<StatsAnswer> = {
  ...formatsOf<StatsAnswer>(statsPage, shape),
  csv: csvText,
}

const COUNTS = [
  'items',
  'met',
  'metLate',
  'open',
  'overdue',
  'closed',
  'notRequired',
  'waiting',
  'medianWorkingDays',
  'onTimeShare',
] as const satisfies readonly (keyof Tally)[]

/** One row for each group; the first say so if the records are not complete, or not all. */
function csvText({ assessment, groups }: StatsAnswer): Promise<string> {
  const warning = incompleteness(assessment)
  const only = filterWords(assessment.filters)
  return csv(
    ['by', 'group', ...COUNTS],
    [
      ...(warning ? [['incomplete', warning, ...COUNTS.map(() => null)]] : []),
      ...(only ? [['filtered', only, ...COUNTS.map(() => null)]] : []),
      ...groups.map((group) => [group.by, group.id, ...COUNTS.map((name) => group[name])]),
    ],
  )
}

/** What programs read. */
function shape({ assessment, kind, totals, groups }: StatsAnswer) {
  const { today, filters, complete, summary } = assessment
  return {
    today,
    complete,
    filters,
    kinds: kind ? [kind] : ['stage', 'action'],
    totals: { records: summary.records, ...totals },
    groups,
  }
}
