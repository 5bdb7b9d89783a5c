import {
  type Assessment,
  assemble,
  type ChangeGate,
  type Gathered,
} from '../assessment/assessment.ts'
import type { BaseState } from '../assessment/base-state.ts'
import type { FailOn } from '../assessment/failing.ts'
import { activeFilters, type Filters, isMeant, type StatusFilter } from '../assessment/filters.ts'
import { horizonWarnings } from '../assessment/horizon.ts'
import { type Item, isOpen } from '../assessment/item.ts'
import type { RecordFacts } from '../assessment/record-facts.ts'
import { type BankHolidays, bankHolidays } from '../calendar/bank-holidays.ts'
import { isoOf } from '../calendar/day.ts'
import { divisionsOf } from '../calendar/division.ts'
import type { Settings } from '../config/settings.ts'
import type { Host } from '../host/host.ts'
import { checkNames, chosenPaths, mustMeanSome } from './filters.ts'
import { readRecords, recordsIn } from './read-records.ts'
import { recordParts, stateOf } from './records-state.ts'
import { openWorkspace, type WorkspaceOptions } from './workspace.ts'

/** The options that decide where the items stand, and of which a report speaks. */
export type AssessOptions = WorkspaceOptions &
  Filters &
  StatusFilter & {
    readonly failOn?: FailOn
    /** Judge only the change since this commit. */
    readonly base?: string
  }

/**
 * The assessment of the records at some paths, or of all: the items that the filters mean. Throws a
 * UsageError for a filter or a path that matches nothing. With `base` only a change can fail the run.
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

  // What the report is about, and whether its bank holidays reach far enough. A change can have taken
  // away all that is meant.
  const before = options.base === undefined ? undefined : await stateBefore(options.base)
  const known = [...state.items, ...(before?.items ?? [])]
  mustMeanSome(known, options, state.diagnostics)
  const isAbout = (item: Item) => isMeant(item, options)
  const items = state.items.filter(isAbout)
  const calendars = calendarsOf(items, settings)
  const calendarOf = (id: string) => settings.frameworks.get(id)?.calendar
  const warnings = horizonWarnings(items, calendars, calendarOf)

  const filters = activeFilters(options, chosenPaths(workspace))
  const all: Gathered = {
    ...state,
    facts: activeFilters(options, []).length > 0 ? factsOn(items, state.facts) : state.facts,
    items,
    diagnostics: [...state.diagnostics, ...warnings],
    today: isoOf(today),
    timeZone: settings.timeZone,
    filters,
    calendars,
    openOutside: state.items.filter(isOpen).length - items.filter(isOpen).length,
  }

  // What of it a change answers for, where only that is to be judged.
  const gate = before && (await gateFor(before))
  return { assessment: assemble(all, failOn, gate), settings }

  async function stateBefore(name: string): Promise<BaseState> {
    const { openBase, readBase } = await import('./base.ts')
    const base = await openBase(name, workspace, host)
    return (await readBase(base, { workspace, read }, recordParts, host)).state
  }

  async function gateFor(before: BaseState): Promise<ChangeGate> {
    const { changeSince } = await import('../assessment/change.ts')
    const now = { items: state.items, diagnostics: all.diagnostics }
    return changeSince(before, now, failOn, isAbout)
  }
}

/** The facts of the records that some items stand in. */
function factsOn(items: readonly Item[], facts: readonly RecordFacts[]): RecordFacts[] {
  const ids = new Set(items.map(({ record }) => record))
  return facts.filter(({ id }) => ids.has(id))
}

/** The calendars by which items were counted. */
function calendarsOf(items: readonly Item[], settings: Settings): BankHolidays[] {
  const ids = new Set(items.map(({ framework }) => framework))
  const used = [...settings.frameworks.values()].filter(({ id }) => ids.has(id))
  const divisions = new Set(used.flatMap(({ calendar }) => divisionsOf(calendar)))
  return [...divisions].sort().map((division) => bankHolidays(division, settings.bankHolidayLists))
}
