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

/** `--heartbeat`, with a file or with true for the one in the configuration. */
export type HeartbeatOption = { readonly heartbeat?: string | true }

const MAX_BYTES = 65_536

/**
 * Writes the heartbeat of a finished run; runs with `--today`, `--base` or `--as-known-on` are no scheduled
 * runs and write none. Throws a UsageError for a file that is not a heartbeat, so that a misplaced path cannot
 * overwrite a record, and a WorkError if it cannot be written.
 */
export async function keepHeartbeat(
  options: HeartbeatOption & {
    readonly today?: IsoDate
    readonly base?: string
    readonly asKnownOn?: IsoDate
  },
  outcome: Pick<Heartbeat, 'today' | 'exitCode' | 'records' | 'items'>,
  settings: Settings,
  host: Host,
): Promise<void> {
  const { today, base, asKnownOn } = options
  const special = { 'as-known-on': asKnownOn, today, base }
  const [otherwise] = Object.entries(special).find(([, value]) => value !== undefined) ?? []
  if (otherwise) {
    host.err(`Heartbeat not written: runs with --${otherwise} are not scheduled runs.\n`)
    return
  }
  const file = heartbeatFile(options, settings)
  if (file === undefined) {
    throw new UsageError(
      'no heartbeat file: pass --heartbeat=FILE, or set `heartbeat` in plandue.yaml',
    )
  }
  const { kind } = readKept(file, host)
  if (kind === 'unreadable') {
    const next =
      file === settings.heartbeat
        ? 'delete it, or name another file under `heartbeat` in plandue.yaml'
        : 'pass --heartbeat=FILE before a path'
    throw new UsageError(`\`${file}\` is not a heartbeat file and was not overwritten: ${next}`)
  }
  const text = heartbeatText({ plandue: version, ranAt: outcome.today, ...outcome })
  const { problem } = await host.write(file, text)
  if (problem) throw new WorkError(`\`${file}\` cannot be written: ${why(problem)}`)
}

export function heartbeatFile(
  { heartbeat }: HeartbeatOption,
  settings: Settings,
): string | undefined {
  return typeof heartbeat === 'string' ? heartbeat : settings.heartbeat
}

export function readKept(file: string, files: Files): KeptHeartbeat {
  const content = files.read(file, MAX_BYTES)
  if ('problem' in content) {
    return { kind: content.problem.kind === 'missing' ? 'missing' : 'unreadable', file }
  }
  const heartbeat = readHeartbeat(content.text)
  return heartbeat ? { kind: 'kept', file, heartbeat } : { kind: 'unreadable', file }
}
