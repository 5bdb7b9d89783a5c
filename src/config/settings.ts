import { dirname, join, normalize } from 'node:path/posix'
import type { BankHolidayList } from '../calendar/bank-holidays.ts'
import { timeZoneFault } from '../calendar/time-zone.ts'
import { type Diagnostic, diagnose, isError } from '../diagnostics/diagnostic.ts'
import { UsageError } from '../diagnostics/failures.ts'
import { diagnoseProblem, ofSettings } from '../diagnostics/problem.ts'
import type { Framework } from '../frameworks/framework.ts'
import { shippedFrameworks } from '../frameworks/index.ts'
import { readFramework } from '../frameworks/read-framework.ts'
import type { Files } from '../host/host.ts'
import { insidePath } from '../host/path-gate.ts'
import { type Boundary, repositoryBoundary } from '../host/repository-boundary.ts'
import { ownValue } from '../language/own-value.ts'
import { readBankHolidayList } from './bank-holiday-list.ts'
import { checkParts } from './check-parts.ts'
import { CONFIG_NAMES, type Config, DEFAULT_TIME_ZONE } from './config.ts'
import { findUpward, refuseFolder } from './find-config.ts'
import { NO_CONFIG, type Placed, readPlaced } from './read-config.ts'
import type { Reminders } from './reminders.ts'
import { remindersFaults } from './reminders-fault.ts'

/** Everything that a run depends on besides its records: the configuration with its defaults. */
export type Settings = {
  /** The configuration file, if there is one. */
  readonly file: string | undefined
  /** The folder of records, relative to the working directory. */
  readonly records: string
  /** The repository: nothing outside of it is read because a file in it says so. */
  readonly root: string
  readonly timeZone: string
  /** By stage id, and `action`: at how many working days left an item counts as at risk. */
  readonly margins: Readonly<Record<string, number>>
  /** The authority's own steps, by stage id, and when it is closed. */
  readonly governance: NonNullable<Config['governance']>
  readonly closures: NonNullable<Config['closures']>
  /** The file of the heartbeat, if the configuration names one. */
  readonly heartbeat: string | undefined
  readonly frameworks: ReadonlyMap<string, Framework>
  /** Where the frameworks of the user's own stand, by their ids. */
  readonly frameworkFiles: ReadonlyMap<string, string>
  /** The configuration file and the files that it names: none of them is a record. */
  readonly files: readonly string[]
  /** Lists of bank holidays that go before the shipped one, the last one first of all; their files. */
  readonly bankHolidayLists: readonly BankHolidayList[]
  readonly calendarFiles: readonly string[]
  /** Undefined where the configuration has no `reminders`. */
  readonly reminders: Reminders | undefined
}

/** A configuration, a framework or a list of bank holidays is no longer than this. */
export const MAX_SETTINGS_BYTES = 1_048_576

/**
 * Reads the configuration that is named, or else found from the working directory upward, and all
 * that it names. Throws a UsageError with the diagnostics if anything in it is wrong: deadlines
 * computed by half a configuration would be worse than none.
 */
export function loadSettings(wanted: string | undefined, files: Files): Settings {
  if (wanted !== undefined) refuseFolder(wanted, files)
  const file = wanted ?? findUpward(CONFIG_NAMES, files)
  const base = file === undefined ? '.' : dirname(file)
  const repository = findUpward(['.git'], files)
  const root = repository === undefined ? base : dirname(repository)
  const placed: Placed =
    file === undefined ? NO_CONFIG : readSound(file, dirname(file), files, readPlaced)
  const { config, placeOf } = placed
  const named = (path: string) => insidePath(join(base, portable(path, file)), files)
  const calendars = (config.calendars ?? []).map(named)
  const frameworks = (config.frameworks ?? []).map(named)
  const lists = calendars.map((path) => ({
    source: path,
    ...readSound(path, root, files, readBankHolidayList, file),
  }))
  const own = frameworks.map((path) => ({
    path,
    framework: readSound(path, root, files, readFramework, file),
  }))
  const known = withStages(byId(own), config.stages ?? {})
  checkParts(config, [...known.values()], file ?? '')
  const isInside = repositoryBoundary(root, files)
  const settings: Settings = {
    file,
    records: recordsFolder(named(config.records ?? 'plans'), file, isInside, files),
    root,
    timeZone: timeZoneIn(placed, file ?? ''),
    margins: config.margins ?? {},
    governance: config.governance ?? {},
    closures: config.closures ?? [],
    heartbeat: config.heartbeat && heartbeatFile(named(config.heartbeat), isInside, files),
    frameworks: known,
    frameworkFiles: new Map(own.map(({ path, framework }) => [framework.id, path])),
    files: [...(file === undefined ? [] : [file]), ...calendars, ...frameworks].map(normalize),
    bankHolidayLists: lists,
    calendarFiles: calendars,
    reminders: config.reminders,
  }
  // A reminder that nobody could be sent would be missed in silence.
  const faults = config.reminders ? remindersFaults(config.reminders, settings, placeOf) : []
  if (file !== undefined && faults.length > 0) throw unsound(file, faults)
  return settings
}

type Reader<T> = (
  text: string,
  file: string,
) => { readonly value: T | undefined; readonly diagnostics: readonly Diagnostic[] }

/** A path that means the same on every system. Throws a UsageError for one with backslashes. */
function portable(path: string, file = ''): string {
  if (!path.includes('\\')) return path
  const slashed = path.replaceAll('\\', '/')
  throw new UsageError(`\`${file}\`: write \`${slashed}\` for \`${path}\`: paths have slashes`)
}

/** The time zone by which days begin. Throws a UsageError for a name that is none, or means two. */
function timeZoneIn({ config, placeOf }: Placed, file: string): string {
  const { timeZone = DEFAULT_TIME_ZONE } = config
  const fault = timeZone === DEFAULT_TIME_ZONE ? undefined : timeZoneFault(timeZone)
  if (fault === undefined) return timeZone
  const place = placeOf(['timeZone'])
  const about = { key: '`timeZone`', found: timeZone }
  const expected = `a name of the IANA database, like ${DEFAULT_TIME_ZONE}, or UTC`
  throw unsound(file, [
    fault.meant
      ? diagnose(place, 'not-allowed', { ...about, allowed: [fault.meant] })
      : diagnose(place, 'wrong-form', { ...about, expected }),
  ])
}

/** The folder of records, which must lie in the repository: whoever can change one can change both. */
function recordsFolder(
  path: string,
  config: string | undefined,
  isInside: Boundary,
  files: Files,
): string {
  if ('problem' in files.look(path) || isInside(path)) return path
  const next = config && !isInside(config) ? `, as \`${config}\` does: run this in its folder` : ''
  throw new UsageError(`\`${path}\`, the folder of records, lies outside of the repository${next}`)
}

/** The file of the heartbeat, which must lie in the repository, though it may not be there yet. */
function heartbeatFile(path: string, isInside: Boundary, files: Files): string {
  if (!/(?<!(^|\/)package)\.json$/i.test(path)) {
    throw new UsageError(
      `\`${path}\`, the heartbeat, must be a file of its own, like heartbeat.json`,
    )
  }
  if (isInside(path) && !('problem' in files.look(dirname(path)))) return path
  throw new UsageError(`\`${path}\`, the heartbeat, must lie in a folder of the repository`)
}

/** What a file says, if all of it is sound. Throws a UsageError otherwise, with who named the file. */
function readSound<T>(
  file: string,
  root: string,
  files: Files,
  reader: Reader<T>,
  namedBy?: string,
): T {
  const looked = files.look(file)
  if ('problem' in looked && looked.problem.kind === 'missing') {
    throw new UsageError(
      `there is no file \`${file}\`${namedBy === undefined ? '' : `, which \`${namedBy}\` names`}`,
    )
  }
  if ('problem' in looked) throw unsound(file, [diagnoseProblem(file, looked.problem, 'settings')])
  if (!repositoryBoundary(root, files)(looked.realPath)) {
    throw new UsageError(`\`${file}\` lies outside of the repository, and is not read`)
  }
  const content = files.read(file, MAX_SETTINGS_BYTES)
  if ('problem' in content)
    throw unsound(file, [diagnoseProblem(file, content.problem, 'settings')])
  const { value, diagnostics } = reader(content.text, file)
  if (value === undefined || diagnostics.some(isError)) throw unsound(file, ofSettings(diagnostics))
  return value
}

function unsound(file: string, diagnostics: readonly Diagnostic[]): UsageError {
  return new UsageError(`\`${file}\` cannot be used`, diagnostics)
}

/** The frameworks with the optional stages that are to be kept track of as stages like others. */
function withStages(
  frameworks: ReadonlyMap<string, Framework>,
  wanted: NonNullable<Config['stages']>,
): Map<string, Framework> {
  return new Map(
    [...frameworks].map(([id, framework]) => {
      const ids = ownValue(wanted, id) ?? []
      const stages = framework.stages.map((stage) =>
        ids.includes(stage.id) ? { ...stage, optional: false } : stage,
      )
      return [id, ids.length > 0 ? { ...framework, stages } : framework]
    }),
  )
}

/** The shipped frameworks and the user's own. One cannot take the place of another unnoticed. */
function byId(own: readonly { path: string; framework: Framework }[]): Map<string, Framework> {
  const frameworks = new Map(shippedFrameworks.map((framework) => [framework.id, framework]))
  for (const { path, framework } of own) {
    if (frameworks.has(framework.id)) {
      const next = 'give yours an id of its own, and name that in your records'
      throw new UsageError(`\`${path}\`: there is a framework \`${framework.id}\` already; ${next}`)
    }
    frameworks.set(framework.id, framework)
  }
  return frameworks
}
