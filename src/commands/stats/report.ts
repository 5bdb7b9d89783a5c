import type { Assessment } from '../../assessment/assessment.ts'
import { csv } from '../../page/csv.ts'
import { type Formats, formatsOf } from '../../page/page.ts'
import { incompleteness } from '../../reports/words.ts'
import { statsPage } from './page.ts'
import type { Group, Tally } from './statistics.ts'

/** What has come of the items of an assessment, in all and by group. */
export type StatsAnswer = {
  readonly assessment: Assessment
  /** The one kind that it is about; undefined for both. */
  readonly kind: 'stage' | 'action' | undefined
  readonly totals: Tally
  readonly groups: readonly Group[]
}

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

/** One row for each group; a first one says so if the records are not complete. */
function csvText({ assessment, groups }: StatsAnswer): Promise<string> {
  const warning = incompleteness(assessment)
  return csv(
    ['by', 'group', ...COUNTS],
    [
      ...(warning ? [['incomplete', warning, ...COUNTS.map(() => null)]] : []),
      ...groups.map((group) => [group.by, group.id, ...COUNTS.map((name) => group[name])]),
    ],
  )
}

/** What programs read. */
function shape({ assessment, kind, totals, groups }: StatsAnswer) {
  const { today, complete, summary } = assessment
  return {
    today,
    complete,
    kinds: kind ? [kind] : ['stage', 'action'],
    totals: { records: summary.records, ...totals },
    groups,
  }
}
