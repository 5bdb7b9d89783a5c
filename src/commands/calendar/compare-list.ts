import { isOpen } from '../../assessment/item.ts'
import { type BankHolidayList, bankHolidays } from '../../calendar/bank-holidays.ts'
import { DIVISIONS } from '../../calendar/division.ts'
import { workingDaysBy } from '../../calendar/working-days.ts'
import { inOrder, isError } from '../../diagnostics/diagnostic.ts'
import type { Host } from '../../host/host.ts'
import { findRecords } from '../../records/find.ts'
import { takeFromRecords } from '../../workspace/read-records.ts'
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
  { search, basis }: Workspace,
  host: Host,
): Promise<Omit<ListComparison, 'today' | 'list'>> {
  const lists = [...basis.bankHolidayLists, list]
  const changes = DIVISIONS.map((division) =>
    calendarChange(bankHolidays(division, basis.bankHolidayLists), bankHolidays(division, lists)),
  )
  const found = await findRecords(search, host)
  const newer = workingDaysBy(lists)
  const { taken, diagnostics } = takeFromRecords(found.records, basis, host, (record, context) => [
    {
      open: record.items.filter(isOpen).length,
      moves: listImpact(record.reading, record.items, context, newer),
    },
  ])
  const all = inOrder([...found.diagnostics, ...diagnostics])
  return {
    complete: !all.some(isError),
    diagnostics: all,
    changes: changes.filter(({ years }) => years.length > 0),
    openItems: taken.reduce((sum, { open }) => sum + open, 0),
    moves: taken
      .flatMap(({ moves }) => moves)
      .sort((a, b) => (`${a.from} ${a.item.id}` < `${b.from} ${b.item.id}` ? -1 : 1)),
  }
}
