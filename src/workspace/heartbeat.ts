import type { IsoDate } from '../calendar/day.ts'
import type { Settings } from '../config/settings.ts'
import { UsageError, WorkError } from '../diagnostics/failures.ts'
import { why } from '../diagnostics/problem.ts'
import type { Files, Host } from '../host/host.ts'
import { version } from '../version.ts'
import {
  type Heartbeat,
  heartbeatText,
  type KeptHeartbeat,
  readHeartbeat,
} from './heartbeat-file.ts'

/** `--heartbeat`, with a file or for the one that the configuration names. */
export type HeartbeatOption = { readonly heartbeat?: string | true }

/** A heartbeat is a handful of lines. */
const MAX_BYTES = 65_536

/**
 * Notes that a run has done its work. One as at another day, or of a change, is none of the schedule,
 * and leaves nothing. Throws a UsageError for a file that is something else, so that a record cannot be lost to a
 * path in the wrong place, and a WorkError if it cannot be written.
 */
export async function keepHeartbeat(
  options: HeartbeatOption & { readonly today?: IsoDate; readonly base?: string },
  outcome: Pick<Heartbeat, 'today' | 'exitCode' | 'records' | 'items'>,
  settings: Settings,
  host: Host,
): Promise<void> {
  const otherwise = (['today', 'base'] as const).find((name) => options[name] !== undefined)
  if (otherwise) {
    host.err(`No heartbeat is kept: a run with --${otherwise} is none of the schedule.\n`)
    return
  }
  const file = heartbeatFile(options, settings)
  if (file === undefined) {
    throw new UsageError(
      'nothing says where the heartbeat is kept: write --heartbeat=FILE, or set `heartbeat` in plandue.yaml',
    )
  }
  const { kind } = readKept(file, host)
  if (kind === 'unreadable') {
    throw new UsageError(
      `\`${file}\` is no heartbeat, and stays as it is: write --heartbeat=FILE before a path`,
    )
  }
  const text = heartbeatText({ plandue: version, ranAt: outcome.today, ...outcome })
  const { problem } = await host.write(file, text)
  if (problem) throw new WorkError(`\`${file}\` cannot be written: ${why(problem)}`)
}

/** Where the heartbeat is: as the option says, else as the configuration does. */
export function heartbeatFile(
  { heartbeat }: HeartbeatOption,
  settings: Settings,
): string | undefined {
  return typeof heartbeat === 'string' ? heartbeat : settings.heartbeat
}

/** What is in the file of a heartbeat. */
export function readKept(file: string, files: Files): KeptHeartbeat {
  const content = files.read(file, MAX_BYTES)
  if ('problem' in content) {
    return { kind: content.problem.kind === 'missing' ? 'missing' : 'unreadable', file }
  }
  const heartbeat = readHeartbeat(content.text)
  return heartbeat ? { kind: 'kept', file, heartbeat } : { kind: 'unreadable', file }
}
