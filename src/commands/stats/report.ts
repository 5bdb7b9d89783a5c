import { csv } from '../../page/csv.ts'
import { type Formats, formatsOf } from '../../page/formats.ts'
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
