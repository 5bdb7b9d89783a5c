import { type Assessment, assemble, type FailOn, type Gate } from '../assessment/assessment.ts'
import { horizonWarnings } from '../assessment/horizon.ts'
import type { Item } from '../assessment/item.ts'
import { type BankHolidays, bankHolidays } from '../calendar/bank-holidays.ts'
import { type Day, isoOf } from '../calendar/day.ts'
import { divisionsOf } from '../calendar/division.ts'
import { type Filters, isMeant } from '../commands/kit/filters.ts'
import type { CommonOptions } from '../commands/kit/options.ts'
import type { Settings } from '../config/settings.ts'
import { UsageError } from '../diagnostics/failures.ts'
import { didYouMeanOr } from '../diagnostics/suggest.ts'
import { stageIds } from '../frameworks/framework.ts'
import type { Host } from '../host/host.ts'
import { gather } from './gather.ts'
import { inputsFor } from './inputs.ts'

/** The options that decide where the items stand, and of which a report speaks. */
export type AssessOptions = CommonOptions &
  Filters & {
    readonly failOn?: FailOn
    readonly atRiskWithin?: number
    /** Judge only the change since this commit. */
    readonly base?: string
  }

/**
 * The assessment of the records at some paths, or of all: the items that the filters mean. Says so
 * to the user if they mean none. Throws a UsageError for a name in a filter that nothing has, and
 * for a path that matches nothing.
 */
export async function assess(
  paths: readonly string[],
  options: AssessOptions,
  host: Host,
): Promise<{ readonly assessment: Assessment; readonly settings: Settings }> {
  const { settings, today, search, terms } = inputsFor(paths, options, host)
  checkNames(options, settings)
  const { atRiskWithin, failOn = 'overdue' } = options
  const margins = {
    ...terms.margins,
    ...(atRiskWithin === undefined ? {} : { all: atRiskWithin }),
  }
  const gathered = await gather(search, { ...terms, margins }, host)
  const items = gathered.items.filter((item) => isMeant(item, options))
  if (items.length === 0 && gathered.items.length > 0) host.err('No item passes the filters.\n')
  const { timeZone } = settings
  const calendars = calendarsOf(items, settings)
  const calendarOf = (id: string) => settings.frameworks.get(id)?.calendar
  const warnings = horizonWarnings(items, calendars, calendarOf)
  const diagnostics = [...gathered.diagnostics, ...warnings]
  const all = { ...gathered, diagnostics, items, today: isoOf(today), timeZone, calendars }
  const gate = await gateFor(options, all, { settings, today, paths, failOn }, host)
  return { assessment: assemble(all, failOn, gate), settings }
}

/** What the change since a commit answers for, where the user wants only that to be judged. */
async function gateFor(
  { base, config, atRiskWithin }: AssessOptions,
  now: Pick<Assessment, 'items' | 'diagnostics'>,
  present: {
    readonly settings: Settings
    readonly today: Day
    readonly paths: readonly string[]
    readonly failOn: FailOn
  },
  host: Host,
): Promise<Gate | undefined> {
  if (base === undefined) return undefined
  const { pastOf } = await import('./base.ts')
  const { changeSince } = await import('../assessment/change.ts')
  const margins = atRiskWithin === undefined ? {} : { all: atRiskWithin }
  const past = await pastOf(base, { ...present, config, margins }, host)
  return changeSince(past, now, present.failOn)
}

/** A filter by a name that nothing has would only ever find nothing. */
function checkNames({ framework = [], stage = [] }: Filters, { frameworks }: Settings): void {
  const stages = new Set([...frameworks.values()].flatMap(stageIds))
  for (const id of framework) mustBeKnown(id, [...frameworks.keys()], 'framework')
  for (const id of stage) mustBeKnown(id, [...stages], 'stage')
}

function mustBeKnown(id: string, known: readonly string[], what: string): void {
  if (known.includes(id)) return
  throw new UsageError(`there is no ${what} \`${id}\`: ${didYouMeanOr(id, known)}`)
}

/** The calendars by which items were counted. */
function calendarsOf(items: readonly Item[], settings: Settings): BankHolidays[] {
  const ids = new Set(items.map(({ framework }) => framework))
  const used = [...settings.frameworks.values()].filter(({ id }) => ids.has(id))
  const divisions = new Set(used.flatMap(({ calendar }) => divisionsOf(calendar)))
  return [...divisions].sort().map((division) => bankHolidays(division, settings.bankHolidayLists))
}
