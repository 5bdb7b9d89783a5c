import type { AssessmentContext } from '../assessment/assess-record.ts'
import { type Day, dayOf, type IsoDate } from '../calendar/day.ts'
import { workingDaysBy } from '../calendar/working-days.ts'
import { loadSettings, type Settings } from '../config/settings.ts'
import { stageIds } from '../frameworks/framework.ts'
import type { Host } from '../host/host.ts'
import type { StagesOf } from '../records/consistency.ts'
import type { Search } from '../records/walk-folder.ts'

/** What a command over records works on: the settings, the day, where records are, how to assess them. */
export type Workspace = {
  /** As the user asked for it, to open the same as it was before a change. */
  readonly asked: { readonly paths: readonly string[]; readonly options: WorkspaceOptions }
  readonly settings: Settings
  readonly today: Day
  readonly search: Search
  readonly context: AssessmentContext
  readonly stagesOf: StagesOf
}

/** What the user can say of it, beside the paths of records. */
export type WorkspaceOptions = {
  readonly today?: IsoDate
  readonly config?: string
  /** In working days: goes before the margins of the configuration. */
  readonly atRiskWithin?: number
}

/** The workspace of a command over records: those at some paths, or all in the folder of records. */
export function openWorkspace(
  paths: readonly string[],
  options: WorkspaceOptions,
  host: Host,
): Workspace {
  const settings = loadSettings(options.config, host)
  return workspaceOf(paths, settings, todayFor(options, settings, host), options)
}

/** The same by settings that are known already. */
export function workspaceOf(
  paths: readonly string[],
  settings: Settings,
  today: Day,
  options: WorkspaceOptions,
): Workspace {
  const { atRiskWithin } = options
  const { frameworks, margins, governance, closures, bankHolidayLists } = settings
  const stages = new Map([...frameworks].map(([id, framework]) => [id, stageIds(framework)]))
  return {
    asked: { paths, options },
    settings,
    today,
    search: {
      paths: paths.length > 0 ? paths : [settings.records],
      folder: settings.records,
      root: settings.root,
      others: settings.files,
      config: settings.file,
    },
    context: {
      today,
      margins: { by: margins, ...(atRiskWithin === undefined ? {} : { all: atRiskWithin }) },
      backPlan: { governance, closures },
      frameworks,
      workingDaysOf: workingDaysBy(bankHolidayLists),
    },
    stagesOf: Object.assign((id: string) => stages.get(id), { known: [...stages.keys()] }),
  }
}

/** The day for which to report: as the option says, else today in the configured time zone. */
export function todayFor({ today }: WorkspaceOptions, settings: Settings, host: Host): Day {
  return dayOf(today ?? host.today(settings.timeZone))
}
