import { capitalised } from '../../language/capitalised.ts'
import { csv } from '../../page/csv.ts'
import { type Formats, formatsOf } from '../../page/formats.ts'
import { filterWords } from '../../reports/filter-wording.ts'
import { incompleteness } from '../../reports/wording.ts'
import { statsPage } from './page.ts'
import { AGES, type Age, type StatsAnswer, type Tally } from './statistics.ts'

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

const NOTHING = [...COUNTS, ...AGES].map(() => null)

/** `lateUpTo5` stands for `lateBy.upTo5`: a table has no levels. */
function ageColumn(age: Age): string {
  return `late${capitalised(age)}`
}

/** One row for each group; the first say so if the records are not complete, or not all. */
function csvText({ assessment, groups }: StatsAnswer): Promise<string> {
  const warning = incompleteness(assessment)
  const only = filterWords(assessment.filters)
  return csv(
    ['by', 'group', ...COUNTS, ...AGES.map(ageColumn)],
    [
      ...(warning ? [['incomplete', warning, ...NOTHING]] : []),
      ...(only ? [['filtered', only, ...NOTHING]] : []),
      ...groups.map((group) => [
        group.by,
        group.id,
        ...COUNTS.map((name) => group[name]),
        ...AGES.map((age) => group.lateBy[age]),
      ]),
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
