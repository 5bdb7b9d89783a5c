import type { Assessment } from '../assessment/assessment.ts'
import type { Item } from '../assessment/item.ts'
import { columnLines, widest } from '../terminal/columns.ts'
import { printable, withoutPlace } from '../terminal/printable.ts'
import { toned } from '../terminal/tones.ts'
import { changeWords } from './change-wording.ts'
import { isShown, isSilent, showsNothing } from './closing-lines.ts'
import { columnsFor, daysShown } from './item-columns.ts'
import { itemLines } from './item-lines.ts'
import { nothingOpenWords } from './nothing-open.ts'
import { incompleteWords, reportTitle } from './opening.ts'
import { byRecord, type RecordGroup, type Section, sectionsOf } from './record-groups.ts'
import { recordDay, recordDayWords, recordName } from './record-heading.ts'
import type { Report, ReportOptions } from './report.ts'
import { commandLines, summaryLines } from './table-summary.ts'

/** Beyond this nothing gets wider: eyes lose the line. */
const WIDEST = 140

/** At least so far apart are two texts at the two ends of a line. */
const APART = 2

/** For a terminal: the items under their records, most urgent first, then four lines of summary. */
export const table: Report = (assessment, options) => {
  const view = { ...options, width: Math.min(options.width, WIDEST) }
  const items = assessment.items.filter((item) => isShown(item, view))
  if (isSilent(items, assessment, options)) return ''
  const sections = options.all ? [{ records: byRecord(items) }] : sectionsOf(items)
  const blocks: (readonly string[])[] = [
    warningLines(assessment, view),
    titleLines(assessment, items, view),
    ...(options.quiet ? [] : [nothingLines(assessment, view)]),
    ...sections.flatMap((section) => sectionLines(section, assessment, view)),
    changeWords(assessment, options.failOn).flatMap((text) => sentenceLines(text, view)),
    ...(options.quiet ? [] : [summaryLines(assessment, view), commandLines(assessment, view)]),
  ]
  const filled = blocks.filter((lines) => lines.length > 0)
  return filled.map((lines) => `${lines.join('\n')}\n`).join('\n')
}

function warningLines(assessment: Assessment, { width, paint }: ReportOptions): readonly string[] {
  const words = incompleteWords(assessment)
  return words === undefined
    ? []
    : columnLines(words, width).map((line) => toned(line, 'bad', paint))
}

function titleLines(
  assessment: Assessment,
  items: readonly Item[],
  options: ReportOptions,
): readonly string[] {
  if (showsNothing(items, assessment, options)) return []
  const hasNumbers = items.some((item) => daysShown(item) !== '')
  const title = columnLines(reportTitle(assessment, options), options.width)
  return atBothEnds(title, hasNumbers ? UNIT : '', 'left', options)
}

const UNIT = 'numbers are working days'

/**
 * Bold lines, with a faint text at the right end of the last one. Where that has no room, it stands
 * on a line of its own.
 */
function atBothEnds(
  lines: readonly string[],
  end: string,
  alone: 'left' | 'right',
  { width, paint }: Pick<ReportOptions, 'width' | 'paint'>,
): readonly string[] {
  const bold = lines.map((line) => paint.bold(line))
  if (end === '') return bold
  const last = lines.at(-1) ?? ''
  const room = width - widest([last]) - APART
  if (widest([end]) > room) {
    const ends = columnLines(end, width)
    const blanks = (line: string) => ' '.repeat(alone === 'left' ? 0 : width - widest([line]))
    return [...bold, ...ends.map((line) => blanks(line) + paint.dim(line))]
  }
  const gap = ' '.repeat(width - widest([last]) - widest([end]))
  return [...bold.slice(0, -1), `${paint.bold(last)}${gap}${paint.dim(end)}`]
}

function nothingLines(assessment: Assessment, options: ReportOptions): readonly string[] {
  const words = nothingOpenWords(assessment, options)
  return words === undefined ? [] : columnLines(words, options.width)
}

/** A section has columns of its own, so that a long id further down takes no room from what is urgent. */
function sectionLines(
  { name, records }: Section,
  { today }: Assessment,
  options: ReportOptions,
): (readonly string[])[] {
  const items = records.flatMap((group) => group.items)
  const columns = columnsFor(items, today, options.width)
  const groups = records.map((group) => [
    ...headingLines(group, options),
    ...group.items.flatMap((item) => itemLines(item, columns, today, options)),
  ])
  if (name === undefined || !groups[0]) return groups
  return [[options.paint.bold(name), ...groups[0]], ...groups.slice(1)]
}

/** What a record is about, and its id at the right; it breaks before the day of the report. */
function headingLines({ first }: RecordGroup, options: ReportOptions): readonly string[] {
  const { width } = options
  const day = recordDay(first, options)
  const name = recordName(first, options)
  const days = day ? [recordDayWords(day)] : []
  const id = withoutPlace(printable(first.record))
  const whole = [name, ...days].join(', ')
  const isOneLine = widest([whole]) + APART + widest([id]) <= width
  const lines = isOneLine ? [whole] : [...columnLines(name, width), ...days]
  return atBothEnds(lines, id, 'right', options)
}

/** A sentence; a point of a list begins with `- `. */
function sentenceLines(text: string, { width }: ReportOptions): readonly string[] {
  if (!text.startsWith('- ')) return columnLines(text, width)
  return columnLines(text.slice(2), width - 4).map(
    (line, index) => `${index === 0 ? '  - ' : '    '}${line}`,
  )
}
