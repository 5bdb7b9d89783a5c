import { dayMonthYear, longDate } from '../../../calendar/format-date.ts'
import { isError } from '../../../diagnostics/diagnostic.ts'
import { count } from '../../../language/count.ts'
import { formatsOf } from '../../../page/formats.ts'
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
} from '../../../page/page.ts'
import { cut } from '../../../terminal/printable.ts'
import type { ActionsImport, ImportedAction, ImportedCell } from './answer-shape.ts'

/** The formats of `import` for a sheet of actions. */
export const actionImportReports = formatsOf<ActionsImport>(
  page,
  ({ today, complete, diagnostics: _, ...answer }) => ({ today, complete, ...answer }),
)

/** First what needs attention. */
function page(answer: ActionsImport, { quiet, verbose }: View): Page {
  const { file, sheet, today, isDryRun } = answer
  const needed = [
    ...warning(incompleteWords(answer)),
    ...section('Refused', cellLines(answer, 'refused'), rowsRefused(answer)),
    ...section(PENDING, cellLines(answer, 'pending')),
  ]
  if (quiet) return needed
  const where = sheet === null ? file : `${file}, sheet ${sheet}`
  return [
    heading(`Actions of ${where}, as at ${longDate(today)}`),
    ...needed,
    ...section(isDryRun ? 'Would change' : 'Changed', cellLines(answer, 'changed')),
    ...section(isDryRun ? 'Would add' : 'Added', cellLines(answer, 'added')),
    ...(verbose ? section('Unchanged', unchangedRows(answer)) : []),
    ...summary(answer),
  ]
}

const PENDING = 'Not changed: these change what is recorded, which --update does'

function incompleteWords({ complete, diagnostics }: ActionsImport): string | undefined {
  if (complete) return undefined
  const files = [...new Set(diagnostics.filter(isError).map(({ file }) => file))]
  return `Incomplete: ${count(files.length, 'file')} with errors, so rows about them are refused: ${files.slice(0, 5).join(', ')}`
}

function section(
  title: string,
  lines: readonly (readonly Text[])[],
  inRows: number = lines.length,
): Page {
  if (lines.length === 0) return []
  const where = inRows === lines.length ? '' : ` in ${count(inRows, 'row')}`
  return [heading(`${title} (${lines.length}${where})`), rows(2, lines)]
}

/** The rows of which something is refused; such a row may have other cells that are brought in. */
function rowsRefused({ rows: all }: ActionsImport): number {
  return all.filter((row) => linesOf(row, 'refused').length > 0).length
}

function cellLines(answer: ActionsImport, outcome: ImportedCell['outcome']): Text[][] {
  return answer.rows.flatMap((row) =>
    linesOf(row, outcome).map((line) => [place(row, answer), line]),
  )
}

function linesOf({ item, cells, why }: ImportedAction, outcome: ImportedCell['outcome']): string[] {
  const about = item === null ? '' : `${item}: `
  return [
    ...(outcome === 'refused' && why !== null ? [`${about}${why}`] : []),
    ...cells.filter((cell) => cell.outcome === outcome).map((cell) => `${about}${cellWords(cell)}`),
  ]
}

function cellWords({ label, outcome, record, sheet, why }: ImportedCell): string {
  if (why !== null) return `${label}: ${why}`
  if (outcome === 'added') return `${label}: ${shown(sheet)}`
  return `${label} is ${shown(record)} in the record, ${shown(sheet)} in the sheet`
}

function shown(value: string | null): string {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(value ?? '')
  return cut(isDay ? dayMonthYear(value ?? '') : (value ?? 'empty'), LONGEST)
}

const LONGEST = 200

function unchangedRows(answer: ActionsImport): Text[][] {
  return answer.rows
    .filter(({ outcome, cells }) => outcome === 'unchanged' && cells.length === 0)
    .map((row) => [place(row, answer), row.item ?? ''])
}

/** A row of a sheet has its number, and one of a text its line. */
function place({ line }: ImportedAction, { sheet }: ActionsImport): string {
  return `${sheet === null ? 'line' : 'row'} ${line}`
}

function summary(answer: ActionsImport): Block[] {
  const { rows: all, unreadColumns } = answer
  const { rows: sum } = answer.summary
  const refused = rowsRefused(answer)
  const kinds = [
    ...[`${sum.new} new`, `${sum.changed} changed`, `${sum.unchanged} unchanged`],
    `${sum.refused} refused${refused === sum.refused ? '' : `; something is refused in ${refused}`}`,
  ]
  return [
    paragraph(`${count(all.length, 'row')}: ${kinds.join(', ')}`),
    facts(['Not read', unreadColumns.map((name) => `the column ${name}`)]),
    paragraph(ending(answer)),
  ]
}

function ending({ summary, isDryRun, unreadColumns }: ActionsImport): string {
  const { rows: sum, cells, filesToWrite } = summary
  const files = count(filesToWrite, 'record')
  if (filesToWrite > 0) {
    return isDryRun ? `Nothing was written (--dry-run): ${files} would be` : `Written: ${files}`
  }
  if (cells.pending + cells.refused + sum.refused > 0) return 'Nothing was written.'
  return unreadColumns.length > 0
    ? 'Nothing to change in the columns that are read.'
    : 'Nothing to change: all of it is recorded already.'
}
