import { isOpen } from '../../assessment/item.ts'
import { type BankHolidayList, bankHolidays } from '../../calendar/bank-holidays.ts'
import { DIVISIONS } from '../../calendar/division.ts'
import { workingDaysBy } from '../../calendar/working-days.ts'
import { hidesDeadlines } from '../../diagnostics/diagnostic.ts'
import type { Host } from '../../host/host.ts'
import { takeFromWorkspace } from '../../workspace/take-from-records.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import { calendarChange } from './changes.ts'
import type { ListComparison } from './impact-page.ts'
import { listImpact } from './list-impact.ts'

/**
 * What a list would change if it were in force on top of the present ones: of the bank holidays, and
 * of the open items of the records.
 */
export async function compareList(
  list: BankHolidayList,
  workspace: Workspace,
  host: Host,
): Promise<Omit<ListComparison, 'today' | 'list'>> {
  const { bankHolidayLists } = workspace.settings
  const lists = [...bankHolidayLists, list]
  const changes = DIVISIONS.map((division) =>
    calendarChange(bankHolidays(division, bankHolidayLists), bankHolidays(division, lists)),
  )
  const newer = workingDaysBy(lists)
  const { taken, diagnostics } = await takeFromWorkspace(
    workspace,
    host,
    ({ reading, items }, { context }) => [
      { open: items.filter(isOpen).length, moves: listImpact(reading, items, context, newer) },
    ],
  )
  return {
    complete: !diagnostics.some(hidesDeadlines),
    diagnostics,
    changes: changes.filter(({ years }) => years.length > 0),
    openItems: taken.reduce((sum, { open }) => sum + open, 0),
    moves: taken
      .flatMap(({ moves }) => moves)
      .sort((a, b) => (`${a.from} ${a.item.id}` < `${b.from} ${b.item.id}` ? -1 : 1)),
  }
}
