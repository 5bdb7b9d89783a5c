import { isoOf } from '../../../calendar/day.ts'
import { isError } from '../../../diagnostics/diagnostic.ts'
import type { ExitCode } from '../../../diagnostics/failures.ts'
import type { Host } from '../../../host/host.ts'
import { count } from '../../../language/count.ts'
import { takeFromWorkspace } from '../../../workspace/take-from-records.ts'
import type { Workspace } from '../../../workspace/workspace.ts'
import { announce, answerBack, confirm } from '../../kit/asking.ts'
import { type CommonOptions, painterFor, writeDiagnostics } from '../../kit/options.ts'
import { writeAnswer } from '../../kit/write-answer.ts'
import { unreadColumns } from '../rows/columns.ts'
import type { TableFile } from '../table-file.ts'
import { writeFiles } from '../write-files.ts'
import { type ActionMapping, FOR_INFORMATION } from './action-mapping.ts'
import { type ActionRow, actionRows, DAY_FIELDS } from './action-row.ts'
import {
  type ActionsImport,
  CELL_OUTCOMES,
  type ImportedCell,
  ROW_OUTCOMES,
} from './answer-shape.ts'
import { type Applied, applyRows } from './applied.ts'
import { habitsOf } from './cell-values.ts'
import { actionImportReports } from './page.ts'
import { type PlannedAction, planRows } from './plan-rows.ts'
import { actionTargets } from './targets.ts'

export type ActionImportOptions = CommonOptions & {
  readonly update?: boolean
  readonly dryRun?: boolean
}

/**
 * Brings in what owners filled in of their actions. What is missing in a record is added; what is
 * recorded is changed with `--update` alone, or where somebody at the terminal agrees.
 */
export async function importActions(
  { name, table }: TableFile,
  mapping: ActionMapping,
  options: ActionImportOptions,
  workspace: Workspace,
  host: Host,
): Promise<ExitCode> {
  const { taken, records, diagnostics } = await takeFromWorkspace(workspace, host, (one) => [one])
  const rows = actionRows(table, mapping)
  const find = actionTargets({ read: taken, records }, mapping.record)
  const habits = habitsOf(textsOf(rows, find), {
    dates: mapping.dates,
    today: isoOf(workspace.today),
    isWorkbook: table.sheet !== null,
  })
  const planned = planRows(rows, find, habits)
  const applied = await agreedRows(planned, options, workspace, host)
  const isDryRun = options.dryRun ?? false
  if (!isDryRun) await writeFiles(applied.files, workspace.settings.records, host)
  const errors = diagnostics.filter(isError)
  await writeDiagnostics(errors, options, host)
  const about = {
    file: name,
    sheet: table.sheet,
    mapping: { id: mapping.id, title: mapping.title },
  }
  const answer: ActionsImport = {
    today: isoOf(workspace.today),
    complete: errors.length === 0,
    diagnostics,
    ...about,
    isDryRun,
    unreadColumns: unreadColumns(table, [...Object.values(mapping.actions), ...FOR_INFORMATION]),
    summary: summaryOf(applied),
    rows: applied.rows,
  }
  await writeAnswer(actionImportReports, answer, options, host)
  const { rows: sums, cells } = answer.summary
  return answer.complete && sums.refused + cells.refused + cells.pending === 0 ? 0 : 1
}

/** What the dates and percentages of a sheet are judged by. */
function textsOf(rows: readonly ActionRow[], find: ReturnType<typeof actionTargets>) {
  return {
    days: rows.flatMap((row) => DAY_FIELDS.map((field) => row.text(field))),
    percents: rows.map((row) => row.text('percent')),
    known: rows.flatMap((row) => {
      const target = find(row.text('item'))
      return 'item' in target && target.item
        ? [{ text: row.text('due'), day: target.item.due }]
        : []
    }),
  }
}

/** What is written without asking, or with what somebody at the terminal agreed to. */
async function agreedRows(
  planned: readonly PlannedAction[],
  options: ActionImportOptions,
  workspace: Workspace,
  host: Host,
): Promise<Applied> {
  const terms = { workspace, host }
  const applied = applyRows(planned, { ...terms, isUpdate: options.update ?? false })
  const pending = cellsIn(applied).filter(({ outcome }) => outcome === 'pending')
  if (pending.length === 0 || options.dryRun) return applied
  return (await isAgreed(applied, pending.length, options, workspace, host))
    ? applyRows(planned, { ...terms, isUpdate: true })
    : applied
}

async function isAgreed(
  { rows }: Applied,
  changes: number,
  options: ActionImportOptions,
  { today }: Workspace,
  host: Host,
): Promise<boolean> {
  const conversation = await host.conversation()
  if (!conversation) return false
  const { bold } = await painterFor(host.errScreen, options, host)
  const asking = { conversation, host, bold, today: isoOf(today) }
  try {
    announce('The sheet differs from what is recorded:', asking)
    for (const { item, cells } of rows) {
      for (const { label, record, sheet } of cells.filter(({ outcome }) => outcome === 'pending')) {
        answerBack(`${item}: ${label} is ${record} in the record, ${sheet} in the sheet`, asking)
      }
    }
    return await confirm(
      `Make ${changes === 1 ? 'this change' : `these ${count(changes, 'change')}`}?`,
      'no',
      asking,
    )
  } finally {
    conversation.end()
  }
}

function cellsIn({ rows }: Applied): readonly ImportedCell[] {
  return rows.flatMap(({ cells }) => cells)
}

function summaryOf(applied: Applied): ActionsImport['summary'] {
  const cells = cellsIn(applied)
  const rowsOf = ROW_OUTCOMES.map((one) => [
    one,
    applied.rows.filter(({ outcome }) => outcome === one).length,
  ])
  const cellsOf = CELL_OUTCOMES.map((one) => [
    one,
    cells.filter(({ outcome }) => outcome === one).length,
  ])
  return {
    rows: { ...NO_ROWS, ...Object.fromEntries(rowsOf) },
    cells: { ...NO_CELLS, ...Object.fromEntries(cellsOf) },
    filesToWrite: applied.files.length,
  }
}

const NO_ROWS = { new: 0, changed: 0, unchanged: 0, refused: 0 }
const NO_CELLS = { added: 0, changed: 0, pending: 0, refused: 0 }
