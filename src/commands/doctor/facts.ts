import { join } from 'node:path/posix'
import type { Item } from '../../assessment/item.ts'
import { bankHolidays } from '../../calendar/bank-holidays.ts'
import type { IsoDate } from '../../calendar/day.ts'
import { type Division, divisionsOf } from '../../calendar/division.ts'
import { type WorkingDays, workingDaysBy } from '../../calendar/working-days.ts'
import type { Settings } from '../../config/settings.ts'
import { UsageError } from '../../diagnostics/failures.ts'
import type { Files, Host } from '../../host/host.ts'
import { type HeartbeatOption, heartbeatFile, readKept } from '../../workspace/heartbeat.ts'
import type { KeptHeartbeat } from '../../workspace/heartbeat-file.ts'
import { type RecordsState, readState } from '../../workspace/records-state.ts'
import type { Workspace } from '../../workspace/workspace.ts'
import type { Reach } from './bank-holidays.ts'
import { hasSchedule } from './repository.ts'

/** The division of schedules, and of frameworks that name none. */
const USUAL: Division = 'england-and-wales'

const MAX_BYTES = 1_048_576

/** The assessed records, or why none could be read. */
export async function assessAnyhow(
  workspace: Workspace,
  host: Host,
): Promise<{ readonly state: RecordsState; readonly trouble?: string }> {
  try {
    return { state: await readState(workspace, host) }
  } catch (failure) {
    if (!(failure instanceof UsageError)) throw failure
    const state = { records: 0, facts: [], items: [], diagnostics: [], ignored: 0 }
    return { state, trouble: failure.message }
  }
}

/** What is wrong with the configuration, one text each. */
export function faultTexts(fault: UsageError | undefined): string[] {
  if (!fault) return []
  if (fault.diagnostics.length === 0) return [fault.message]
  return fault.diagnostics.map(
    ({ file, line, message, hint }) =>
      `${file}, line ${line}: ${message}${hint ? ` (${hint})` : ''}`,
  )
}

/** The heartbeat that an option or the configuration names, as it is. */
export function keptHeartbeat(
  options: HeartbeatOption,
  settings: Settings,
  files: Files,
): KeptHeartbeat {
  const file = heartbeatFile(options, settings)
  return file === undefined ? { kind: 'nowhere' } : readKept(file, files)
}

/** The working days on which someone is there to notice a dead schedule. */
export function daysOfTheSchedule({ bankHolidayLists }: Settings): WorkingDays {
  return workingDaysBy(bankHolidayLists)(USUAL)
}

/** The reach of the bank holidays for each division that open items are counted by. */
export function reachesOf(open: readonly Item[], settings: Settings): Reach[] {
  const divisionsFor = ({ framework }: Item) =>
    divisionsOf(settings.frameworks.get(framework)?.calendar ?? USUAL)
  const divisions = new Set(open.length > 0 ? open.flatMap(divisionsFor) : [USUAL])
  return [...divisions].sort().map((division) => {
    const dues = open.filter((item) => divisionsFor(item).includes(division)).map(({ due }) => due)
    return {
      holidays: bankHolidays(division, settings.bankHolidayLists),
      lastDue: dues.reduce(later, null),
    }
  })
}

function later(a: IsoDate | null, b: IsoDate | null): IsoDate | null {
  return a === null || (b !== null && b > a) ? b : a
}

/** The paths of the GitHub workflows with a schedule. */
export function scheduledWorkflows({ root }: Settings, files: Files): string[] {
  const folder = join(root, '.github/workflows')
  const entries = files.list(folder)
  if ('problem' in entries) return []
  return entries
    .filter(({ name, kind }) => kind === 'file' && /\.ya?ml$/.test(name))
    .map(({ name }) => join(folder, name))
    .filter((file) => {
      const content = files.read(file, MAX_BYTES)
      return 'text' in content && hasSchedule(content.text)
    })
}
