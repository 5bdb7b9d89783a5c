import type { Assessment } from '../../assessment/assessment.ts'
import { longDate } from '../../calendar/format-date.ts'
import {
  type Block,
  type Column,
  dateText,
  heading,
  type Page,
  paragraph,
  rows,
  type Text,
  type View,
  warning,
} from '../../page/page.ts'
import { rowsWithPoints } from '../../page/rows-with-points.ts'
import { onlyWords } from '../../reports/filter-wording.ts'
import { headline, incompleteness, STATUS_WORDS, timeLeft, totals } from '../../reports/wording.ts'
import { shareBar } from '../../terminal/bars.ts'
import type { Tone } from '../../terminal/tones.ts'
import {
  AGES,
  type Age,
  type Group,
  type Grouping,
  type StatsAnswer,
  type Tally,
} from './statistics.ts'

const KIND_WORDS = { both: 'Stages and actions', stage: 'Stages', action: 'Actions' } as const

const GROUPING_WORDS: Readonly<Record<Grouping, string>> = {
  framework: 'By framework',
  authority: 'By authority',
  quarter: 'By quarter',
  owner: 'By owner',
  area: 'By area',
}

const COLUMNS: readonly Column[] = [
  { name: '', wraps: true },
  { name: 'met', align: 'right' },
  { name: 'late', align: 'right' },
  { name: 'open', align: 'right' },
  { name: 'overdue', align: 'right' },
  { name: 'median', align: 'right' },
  { name: 'on time', align: 'right' },
]

const SHARE_CELLS = 6

/** What the columns and the groups mean. */
function legend(groups: readonly Group[]): string {
  return [
    'Late: met late. Open: on track or at risk.',
    'Median: how many working days early or late submissions and actions were.',
    'On time: the share met of what was met, met late or is overdue.',
    ...(groups.some(({ by }) => by === 'quarter') ? ['Quarters are those of the due dates.'] : []),
  ].join(' ')
}

/** Statistics for people. */
export function statsPage(answer: StatsAnswer, { quiet, verbose }: View): Page {
  const { assessment, kind } = answer
  const first = warning(incompleteness(assessment))
  const counts = paragraph(totals(assessment))
  if (quiet) return [...first, tallyRows({ ...answer, groups: [] }), counts]
  const shown = verbose ? answer.groups : answer.groups.filter(isCounted)
  return [
    ...first,
    heading(
      `${KIND_WORDS[kind ?? 'both']} as at ${longDate(assessment.today)}${onlyWords(assessment)}`,
    ),
    tallyRows({ ...answer, groups: shown }),
    ...ageBlocks(shown),
    ...(verbose ? lateBlocks(assessment) : []),
    counts,
    ...leftOut(answer.groups.filter((group) => !shown.includes(group))),
    paragraph({ text: legend(shown), tone: 'faint' }),
  ]
}

/** Whether anything was met, late, open or overdue. */
function isCounted({ met, metLate, open, overdue }: Tally): boolean {
  return met + metLate + open + overdue > 0
}

function leftOut(groups: readonly Group[]): Block[] {
  if (groups.length === 0) return []
  const counts = [...new Set(groups.map(({ by }) => by))].map((by) => {
    const number = groups.filter((group) => group.by === by).length
    return `${number} ${number === 1 ? by : PLURALS[by]}`
  })
  return [
    paragraph(
      `Not shown, with nothing met, late, open or overdue: ${counts.join(', ')} (see --verbose)`,
    ),
  ]
}

const PLURALS: Readonly<Record<Grouping, string>> = {
  framework: 'frameworks',
  authority: 'authorities',
  quarter: 'quarters',
  owner: 'owners',
  area: 'areas',
}

/** All items and their groups under the same columns, with a name above those of one kind. */
function tallyRows({ totals, groups }: StatsAnswer): Block {
  const groupings = [...new Set(groups.map(({ by }) => by))]
  const sections = groupings.flatMap((by) => [
    [],
    [{ text: GROUPING_WORDS[by], tone: 'strong' as const }],
    ...groups.filter((group) => group.by === by).map((group) => tallyCells(group.title, group)),
  ])
  return rows(COLUMNS, [tallyCells('All', totals), ...sections], { isHeaded: true })
}

const AGE_WORDS: Readonly<Record<Age, string>> = {
  upTo5: 'to 5',
  upTo20: 'to 20',
  upTo60: 'to 60',
  more: 'more',
}

/** How late what is overdue is, for those who can do something about it. */
function ageBlocks(groups: readonly Group[]): Block[] {
  const late = groups.filter(({ by, overdue }) => (by === 'owner' || by === 'area') && overdue > 0)
  const columns: Column[] = [
    { name: '', wraps: true },
    ...AGES.map((age) => ({ name: AGE_WORDS[age], align: 'right' as const })),
  ]
  const cells = late.map(({ title, lateBy }) => [
    title,
    ...AGES.map((age) => countText(lateBy[age], 'bad')),
  ])
  return late.length > 0
    ? [heading('Overdue, by working days late'), rows(columns, cells, { isHeaded: true })]
    : []
}

function tallyCells(title: string, tally: Tally): Text[] {
  const { met, metLate, open, overdue, medianWorkingDays, onTimeShare } = tally
  return [
    isCounted(tally) ? title : { text: title, tone: 'faint' },
    countText(met, 'good'),
    countText(metLate, 'risky'),
    countText(open, 'open'),
    countText(overdue, 'bad'),
    medianWorkingDays === null ? NOTHING : earlyWords(medianWorkingDays),
    onTimeShare === null ? NOTHING : shareText(onTimeShare),
  ]
}

/** A dash for the eye; nothing for the ear. */
const NOTHING: Text = { text: '–', tone: 'faint', spoken: '' }

function countText(count: number, tone: Tone): Text {
  return { text: `${count}`, tone: count > 0 ? tone : 'faint' }
}

/** Working days before or after the due day, in words: `14 early`. */
function earlyWords(workingDays: number): string {
  if (workingDays === 0) return 'on the day'
  return `${Math.abs(workingDays)} ${workingDays > 0 ? 'early' : 'late'}`
}

function shareText(share: number): Text {
  // Only all of it is 100%.
  const percent = `${share === 1 ? 100 : Math.min(99, Math.round(share * 100))}%`
  return { text: `${percent} ${shareBar(share, SHARE_CELLS)}`, spoken: percent }
}

function lateBlocks({ items }: Assessment): Block[] {
  const late = items.filter(({ status }) => status === 'overdue' || status === 'metLate')
  const columns: Column[] = [{ name: '' }, { name: '' }, { name: '' }]
  const all = late.flatMap((item) => {
    const tone = item.status === 'overdue' ? 'bad' : 'risky'
    const cells: Text[] = [
      item.due ? dateText(item.due) : '',
      { text: `${STATUS_WORDS[item.status]}, ${timeLeft(item)}`, tone },
    ]
    return rowsWithPoints(cells, headline(item), [], item.id)
  })
  return late.length > 0 ? [heading('Late'), rows(columns, all)] : []
}
