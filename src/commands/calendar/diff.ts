import { isoOf } from '../../calendar/day.ts'
import { isError } from '../../diagnostics/diagnostic.ts'
import type { ExitCode } from '../../diagnostics/failures.ts'
import type { Host } from '../../host/host.ts'
import { openWorkspace } from '../../workspace/workspace.ts'
import type { CommonOptions } from '../kit/options.ts'
import { answerFromRecords } from '../kit/write-answer.ts'
import { compareList } from './compare-list.ts'
import { calendarDiffReports } from './diff-page.ts'
import { readList } from './read-list.ts'

export type DiffOptions = CommonOptions & { readonly from: string }

/** `plandue calendar diff`: which open items would move with another list of bank holidays. */
export async function reportListImpact(options: DiffOptions, host: Host): Promise<ExitCode> {
  const workspace = openWorkspace([], options, host)
  const given = await readList(options.from, host)
  const compared = await compareList(given.list, workspace, host)
  const comparison = { ...compared, today: isoOf(workspace.today), list: given.name }
  const shown = [...given.diagnostics, ...comparison.diagnostics.filter(isError)]
  return answerFromRecords(calendarDiffReports, comparison, options, host, shown)
}
