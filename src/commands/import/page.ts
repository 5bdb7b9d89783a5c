import { longDate, shortDate } from '../../calendar/format-date.ts'
import { isError } from '../../diagnostics/diagnostic.ts'
import { count } from '../../language/count.ts'
import { groupBy } from '../../language/group-by.ts'
import { formatsOf } from '../../page/formats.ts'
import {
  type Block,
  facts,
  heading,
  type Page,
  paragraph,
  rows,
  type Text,
  type View,
  warning,
} from '../../page/page.ts'
import { cut } from '../../terminal/printable.ts'
import { type ImportAnswer, type ImportedRow, OUTCOMES, type Outcome } from './answer-shape.ts'

/** The formats of `import`. */
export const importReports = formatsOf<ImportAnswer>(
  importPage,
  ({ today, complete, diagnostics: _, ...answer }) => ({ today, complete, ...answer }),
)

/** First what needs attention. */
function importPage(answer: ImportAnswer, { quiet, verbose }: View): Page {
  const { file, mapping, today, isDryRun } = answer
  const lineWording = lineWordingIn(answer)
  const needed = [
    ...incomplete(answer),
    ...section(
      'Refused',
      of(answer, 'refused').flatMap((row) => refusedLines(row, lineWording)),
    ),
    ...section(
      'Cells not read',
      answer.rows.flatMap((row) => unreadLines(row, lineWording)),
      answer.summary.unreadCells,
    ),
    ...section(
      'Differences between record and file',
      answer.rows.flatMap((row) => differenceLines(row, lineWording)),
    ),
  ]
  if (quiet) return needed
  return [
    ...needed.slice(0, answer.complete ? 0 : 1),
    heading(`Import of ${file} by ${mapping.id}, as at ${longDate(today)}`),
    ...needed.slice(answer.complete ? 0 : 1),
    ...section(
      'Remarks',
      answer.rows.flatMap((row) => remarkLines(row, lineWording)),
    ),
    ...section('Skipped', passedOver(answer), answer.summary.passedOver),
    ...section(
      'Filled',
      answer.rows.flatMap((row) => filledLines(row, lineWording)),
    ),
    ...(isDryRun || verbose ? listed('New', of(answer, 'new')) : []),
    ...section(
      'Duplicates',
      of(answer, 'duplicate').map((row) => duplicateLine(row, lineWording)),
    ),
    ...(verbose ? listed('Unchanged', of(answer, 'unchanged')) : []),
    ...summary(answer),
  ]
}

function of({ rows }: ImportAnswer, outcome: Outcome): readonly ImportedRow[] {
  return rows.filter((row) => row.outcome === outcome)
}

function incomplete({ complete, diagnostics }: ImportAnswer): Page {
  if (complete) return []
  const files = [...new Set(diagnostics.filter(isError).map(({ file }) => file))]
  const text = `Incomplete: ${count(files.length, 'file')} with errors, so an inspection may already have a record: ${files.slice(0, 5).join(', ')}`
  return warning(text)
}

function section(
  title: string,
  lines: readonly (readonly Text[])[],
  count = lines.filter(([first]) => first !== '').length,
): Page {
  if (lines.length === 0) return []
  return [heading(`${title} (${count})`), rows(2, lines)]
}

function refusedLines(row: ImportedRow, lineWording: LineWording): Text[][] {
  const { why, likely, source } = row
  return [
    [lineWording(row), `${who(row)}: ${why}${meant(likely)}`],
    ...(source === null ? [] : [['', source]]),
  ]
}

function meant(likely: string | null): string {
  return likely ? `: did you mean ${likely}?` : ''
}

function unreadLines(row: ImportedRow, lineWording: LineWording): Text[][] {
  return row.unread.map(({ why, likely }, index) => [
    index === 0 ? lineWording(row) : '',
    `${row.record}: ${why}${meant(likely)}; the rest of the row agrees with the record`,
  ])
}

function who({ authority, date }: ImportedRow): string {
  const name = authority === '' ? 'no authority' : cut(authority, LONGEST_NAME)
  return date === null ? name : `${name}, ${date.length > 7 ? longDate(date) : date}`
}

const LONGEST_NAME = 100

function differenceLines(row: ImportedRow, lineWording: LineWording): Text[][] {
  return row.differences.map(({ key, record, file }, index) => [
    index === 0 ? lineWording(row) : '',
    `${row.record}: ${key} is ${cut(record, LONGEST_VALUE)} in the record, ${cut(file, LONGEST_VALUE)} in the file`,
  ])
}

const LONGEST_VALUE = 200

function remarkLines(row: ImportedRow, lineWording: LineWording): Text[][] {
  return row.remarks.map((remark, index) => [
    index === 0 ? lineWording(row) : '',
    `${row.record}: ${remark}`,
  ])
}

/** Lines by reason, as many rows may share one. */
function passedOver(answer: ImportAnswer): Text[][] {
  const reasons = groupBy(of(answer, 'passedOver'), ({ why }) => why ?? '')
  return [...reasons].map(([why, rows]) => [
    count(rows.length, 'row'),
    `${why} (${answer.sheet === null ? 'line' : 'row'}${rows.length === 1 ? '' : 's'} ${rows.map(({ line }) => line).join(', ')})`,
  ])
}

function filledLines(row: ImportedRow, lineWording: LineWording): Text[][] {
  return row.added.length === 0
    ? []
    : [[lineWording(row), `${row.record}: ${row.added.join(', ')}`]]
}

function listed(title: string, all: readonly ImportedRow[]): Page {
  if (all.length === 0) return []
  const lines = all.map(({ record, date, framework }): Text[] => [
    record ?? '',
    dayWording(date),
    framework ?? '',
  ])
  return [heading(`${title} (${all.length})`), rows(3, lines)]
}

function dayWording(date: string | null): Text {
  return date === null || date.length < 10
    ? (date ?? '')
    : { text: shortDate(date), spoken: longDate(date) }
}

function duplicateLine(row: ImportedRow, lineWording: LineWording): Text[] {
  return [
    lineWording(row),
    `${row.record}: same inspection as ${lineWording({ line: row.sameAsLine ?? 0 })}`,
  ]
}

/** A row of a sheet has its number, and one of a text its line. */
type LineWording = (row: Pick<ImportedRow, 'line'>) => string

function lineWordingIn({ sheet }: Pick<ImportAnswer, 'sheet'>): LineWording {
  return ({ line }) => `${sheet === null ? 'line' : 'row'} ${line}`
}

const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  new: 'new',
  filled: 'filled',
  unchanged: 'unchanged',
  duplicate: 'duplicate',
  passedOver: 'skipped',
  refused: 'refused',
}

function summary(answer: ImportAnswer): Block[] {
  const { summary: sum, missingColumns } = answer
  const outcomes = OUTCOMES.map((outcome) =>
    outcome === 'duplicate'
      ? count(sum.duplicate, 'duplicate')
      : `${sum[outcome]} ${OUTCOME_WORDS[outcome]}`,
  )
  return [
    paragraph(`${count(sum.rows, 'row')}: ${outcomes.join(', ')}`),
    facts(
      ['Not in the file', missingColumns.map((name) => `the column ${name}`)],
      [
        'Closed',
        sum.closedStages === 0
          ? ''
          : `${count(sum.closedStages, 'stage')} past the due day with no known submission (see --keep-open)`,
      ],
    ),
    paragraph(ending(answer)),
  ]
}

function ending({ summary, folder, isDryRun }: ImportAnswer): string {
  const files = count(summary.filesToWrite, 'record')
  if (summary.filesToWrite === 0) {
    return summary.refused > 0
      ? 'Nothing was written.'
      : 'Nothing was written: all of it is recorded already.'
  }
  return isDryRun
    ? `Nothing was written (--dry-run): ${files} would be written in ${folder}`
    : `Written: ${files} in ${folder}`
}
