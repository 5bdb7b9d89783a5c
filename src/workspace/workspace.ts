import { type Day, dayOf, type IsoDate } from '../calendar/day.ts'
import { loadSettings, type Settings } from '../config/settings.ts'
import type { Host } from '../host/host.ts'
import type { Search } from '../records/find.ts'
import type { AssessmentBasis } from './read-records.ts'

/** What a command over records works on: the settings, the day, where to look, what to assess by. */
export type Workspace = {
  readonly settings: Settings
  readonly today: Day
  readonly search: Scope
  readonly basis: AssessmentBasis
}

/** Where to look for records, and in which time zone the days of their history begin. */
export type Scope = Search & { readonly timeZone: string }

/** What the user may say about the workspace. */
export type WorkspaceOptions = { readonly today?: IsoDate; readonly config?: string }

/**
 * The workspace of a command: the records at some paths, or all in the folder of records. Throws a
 * UsageError for a configuration that cannot be used.
 */
export function openWorkspace(
  paths: readonly string[],
  options: WorkspaceOptions,
  host: Host,
): Workspace {
  const settings = loadSettings(options.config, host)
  return workspaceWith(paths, settings, todayFor(options, settings, host))
}

/** The same by settings that are known already. */
export function workspaceWith(paths: readonly string[], settings: Settings, today: Day): Workspace {
  return {
    settings,
    today,
    search: {
      paths: paths.length > 0 ? paths : [settings.records],
      folder: settings.records,
      root: settings.root,
      timeZone: settings.timeZone,
      others: settings.files,
    },
    basis: {
      today,
      margins: { by: settings.margins },
      backPlan: { governance: settings.governance, closures: settings.closures },
      frameworks: [...settings.frameworks.values()],
      bankHolidayLists: settings.bankHolidayLists,
    },
  }
}

/** The day of the report: `--today`, else today in the configured time zone. */
export function todayFor({ today }: WorkspaceOptions, settings: Settings, host: Host): Day {
  return dayOf(today ?? host.today(settings.timeZone))
}
