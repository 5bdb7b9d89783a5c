import {
  type Assessment,
  assemble,
  type ChangeGate,
  type FailOn,
  type Gathered,
} from '../assessment/assessment.ts'
import { horizonWarnings } from '../assessment/horizon.ts'
import { type Item, isOpen } from '../assessment/item.ts'
import { type BankHolidays, bankHolidays } from '../calendar/bank-holidays.ts'
import { isoOf } from '../calendar/day.ts'
import { divisionsOf } from '../calendar/division.ts'
import type { Settings } from '../config/settings.ts'
import type { Host } from '../host/host.ts'
import { checkNames, type Filters, isMeant } from './filters.ts'
import { readRecords, recordsIn } from './read-records.ts'
import { recordParts, stateOf } from './records-state.ts'
import { openWorkspace, type WorkspaceOptions } from './workspace.ts'

/** The options that decide where the items stand, and of which a report speaks. */
export type AssessOptions = WorkspaceOptions &
  Filters & {
    readonly failOn?: FailOn
    /** Judge only the change since this commit. */
    readonly base?: string
  }

/**
 * The assessment of the records at some paths, or of all: the items that the filters mean. Says so
 * to the user if they mean none. Throws a UsageError for a name in a filter that nothing has, and
 * for a path that matches nothing. With `gateOf` only a change can fail the run.
 */
export async function assessWorkspace(
  paths: readonly string[],
  options: AssessOptions,
  host: Host,
): Promise<{ readonly assessment: Assessment; readonly settings: Settings }> {
  // The settings and the day.
  const workspace = openWorkspace(paths, options, host)
  const { settings, today } = workspace
  const { failOn = 'overdue' } = options
  checkNames(options, settings)

  // Which records there are; then each of them by itself.
  const found = await recordsIn(workspace, host)
  const read = readRecords(found, workspace, recordParts, { progress: host.progress })

  // What is wrong between them, less the remarks that comments in the files want ignored.
  const state = await stateOf(read, found, workspace, host)

  // What the report is about, and whether its bank holidays reach far enough.
  const items = state.items.filter((item) => isMeant(item, options))
  if (items.length === 0 && state.items.length > 0) host.err('No item passes the filters.\n')
  const calendars = calendarsOf(items, settings)
  const calendarOf = (id: string) => settings.frameworks.get(id)?.calendar
  const warnings = horizonWarnings(items, calendars, calendarOf)

  const all: Gathered = {
    ...state,
    items,
    diagnostics: [...state.diagnostics, ...warnings],
    today: isoOf(today),
    timeZone: settings.timeZone,
    calendars,
    openOutside: state.items.filter(isOpen).length - items.filter(isOpen).length,
  }

  // What of it a change answers for, where only that is to be judged.
  const gate = options.base === undefined ? undefined : await gateFor(options.base)
  return { assessment: assemble(all, failOn, gate), settings }

  async function gateFor(name: string): Promise<ChangeGate> {
    const { openBase, readBase } = await import('./base.ts')
    const { changeSince } = await import('../assessment/change.ts')
    const base = await openBase(name, workspace, host)
    const { state } = await readBase(base, { workspace, read }, recordParts, host)
    return changeSince(state, all, failOn)
  }
}

/** The calendars by which items were counted. */
function calendarsOf(items: readonly Item[], settings: Settings): BankHolidays[] {
  const ids = new Set(items.map(({ framework }) => framework))
  const used = [...settings.frameworks.values()].filter(({ id }) => ids.has(id))
  const divisions = new Set(used.flatMap(({ calendar }) => divisionsOf(calendar)))
  return [...divisions].sort().map((division) => bankHolidays(division, settings.bankHolidayLists))
}
