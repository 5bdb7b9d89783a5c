import type { Day } from '../calendar/day.ts'
import { type CommonOptions, todayFor } from '../commands/kit/options.ts'
import { loadSettings, type Settings } from '../config/settings.ts'
import type { Host } from '../host/host.ts'
import type { Job } from './batch.ts'
import type { Scope } from './gather.ts'

/** What a command works on: the settings, the day, where the records are, how to assess them. */
export type Inputs = {
  readonly settings: Settings
  readonly today: Day
  readonly search: Scope
  readonly terms: Omit<Job, 'files'>
}

/** The inputs of a command over records: those at some paths, or all in the folder of records. */
export function inputsFor(paths: readonly string[], options: CommonOptions, host: Host): Inputs {
  const settings = loadSettings(options.config, host)
  return inputsOf(paths, settings, todayFor(options, settings, host))
}

/** The same by settings that are known already. */
export function inputsOf(paths: readonly string[], settings: Settings, today: Day): Inputs {
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
    terms: {
      today,
      margins: { by: settings.margins },
      backPlan: { governance: settings.governance, closures: settings.closures },
      frameworks: [...settings.frameworks.values()],
      bankHolidayLists: settings.bankHolidayLists,
    },
  }
}
