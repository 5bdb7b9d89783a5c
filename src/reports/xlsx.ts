import type { Assessment } from '../assessment/assessment.ts'
import type { Item } from '../assessment/item.ts'
import { isWaived } from '../assessment/waivers.ts'
import { longDate } from '../calendar/format-date.ts'
import type { Sheet, SheetCell, SheetColumn } from '../page/sheet.ts'
import { ACTION_COLUMNS, areasAnswered, lastNote } from './action-sheet.ts'
import { filterWords } from './filter-wording.ts'
import type { Report, ReportOptions } from './report.ts'
import { incompleteness, STATUS_TONES, STATUS_WORDS, totals } from './wording.ts'

/** For Excel: a row for each item under words, with real days, and the totals on a sheet of their own. */
export const xlsx: Report = async (assessment, options) => {
  const { xlsxFile } = await import('../page/xlsx-file.ts')
  return xlsxFile([itemSheet(assessment, options), about(assessment)])
}

type ItemColumn = SheetColumn & { cell(item: Item, options: ReportOptions): SheetCell }

const text = (name: string, width: number, cell: ItemColumn['cell']): ItemColumn => ({
  ...{ name, width, kind: 'text', isFilledIn: false, cell },
})
const day = (name: string, cell: ItemColumn['cell']): ItemColumn => ({
  ...{ name, width: 13, kind: 'day', isFilledIn: false, cell },
})
const number = (name: string, cell: ItemColumn['cell']): ItemColumn => ({
  ...{ name, width: 10, kind: 'number', isFilledIn: false, cell },
})

/** Those that a sheet of actions has as well have the same names. */
const COLUMNS: readonly ItemColumn[] = [
  text(ACTION_COLUMNS.item.name, 26, ({ id }) => id),
  text(ACTION_COLUMNS.authority.name, 26, ({ authority }) => authority),
  text('framework', 26, ({ framework }, { titleOf }) => titleOf(framework)),
  text('kind', 8, ({ kind }) => kind),
  text('title', 36, ({ title }) => title),
  text(ACTION_COLUMNS.owner.name, 20, ({ owner }) => owner),
  day(ACTION_COLUMNS.due.name, ({ due }) => due),
  text(ACTION_COLUMNS.status.name, 12, ({ status }) => ({
    value: STATUS_WORDS[status],
    tone: STATUS_TONES[status],
  })),
  number('working days left', ({ workingDaysLeft }) => workingDaysLeft),
  text('waived', 8, (item) => (isWaived(item) ? 'yes' : null)),
  text('why', 40, ({ why }) => why.join('; ')),
  day(ACTION_COLUMNS.done.name, ({ submitted }) => submitted),
  text(ACTION_COLUMNS.evidence.name, 26, ({ evidence }) => evidence),
  day(ACTION_COLUMNS.expected.name, ({ expected }) => expected),
  { ...number(ACTION_COLUMNS.percent.name, ({ percent }) => percent), kind: 'percent' },
  text(ACTION_COLUMNS.areas.name, 28, areasAnswered),
  text(ACTION_COLUMNS.lastNote.name, 36, ({ progress }) => lastNote(progress) ?? null),
  day(ACTION_COLUMNS.originalDue.name, ({ originalDue }) => originalDue),
  number(ACTION_COLUMNS.timesMoved.name, ({ timesMoved }) => timesMoved),
  day('due at the earliest', ({ earliestDue }) => earliestDue),
]

function itemSheet(assessment: Assessment, options: ReportOptions): Sheet {
  const warning = incompleteness(assessment)
  const first = COLUMNS.map(({ name }, index): SheetCell => {
    if (index === 0) return 'incomplete'
    return name === 'why' ? { value: warning ?? '', tone: 'bad' } : null
  })
  const rows = assessment.items.map((item) => COLUMNS.map(({ cell }) => cell(item, options)))
  return {
    name: 'Stages and actions',
    columns: COLUMNS,
    rows: warning === undefined ? rows : [first, ...rows],
    isTable: true,
    frozen: 1,
  }
}

function about(assessment: Assessment): Sheet {
  const only = filterWords(assessment.filters)
  const words = `Action plans as at ${longDate(assessment.today)}${only ? `, ${only}` : ''}`
  return {
    name: 'About',
    columns: [{ name: words, width: 110, kind: 'text', isFilledIn: false }],
    rows: [incompleteness(assessment) ?? null, totals(assessment)].flatMap((line) =>
      line === null ? [] : [[line]],
    ),
    isTable: false,
    frozen: 0,
  }
}
