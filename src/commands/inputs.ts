import type { Day } from '../calendar/day.ts'
import { loadSettings, type Settings } from '../config/settings.ts'
import type { Host } from '../host.ts'
import type { Search } from '../records/find.ts'
import type { Job } from './batch.ts'
import { type CommonOptions, todayFor } from './options.ts'

/** What a command works on: the settings, the day, where the records are, how to assess them. */
export type Inputs = {
  readonly settings: Settings
  readonly today: Day
  readonly search: Search
  readonly terms: Omit<Job, 'files'>
}

/** The inputs of a command over records: those at some paths, or all in the folder of records. */
export function inputsFor(paths: readonly string[], options: CommonOptions, host: Host): Inputs {
  const settings = loadSettings(options.config, host)
  const today = todayFor(options, settings, host)
  return {
    settings,
    today,
    search: {
      paths: paths.length > 0 ? paths : [settings.records],
      folder: settings.records,
      root: settings.root,
      others: settings.files,
    },
    terms: {
      today,
      margins: { by: settings.margins },
      backPlan: { governance: settings.governance, closures: settings.closures },
      frameworks: [...settings.frameworks.values()],
      bankHolidayLists: settings.bankHolidayLists,
    },
  }
}
