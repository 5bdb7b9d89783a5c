import { dirname } from 'node:path/posix'
import { WorkError } from '../diagnostics/failures.ts'
import { why } from '../diagnostics/problem.ts'
import type { Host, Lock } from '../host/host.ts'
import { isWithin } from '../host/paths.ts'

/** How long another run may take to write, in seconds: an import of thousands of records. */
const LONGEST_WAIT = 30

/**
 * Does work that replaces records while no other run may: without that, two could each find a record
 * unchanged, and the later one would undo the change of the other. Throws a WorkError if another run
 * goes on for too long.
 */
export async function whileRecordsLocked<T>(
  folder: string,
  host: Host,
  work: () => Promise<T>,
): Promise<T> {
  const held = await host.lockFolder(folder, LONGEST_WAIT)
  if ('problem' in held) {
    throw new WorkError(`\`${folder}\` cannot be locked: ${why(held.problem)}; nothing was written`)
  }
  if ('heldBy' in held) {
    throw new WorkError(
      `another run is writing to \`${folder}\`: ${held.heldBy}; nothing was written: run this again`,
    )
  }
  return withLock(held, work)
}

/** Does work, and lets go of a lock whatever becomes of it. */
export async function withLock<T>(lock: Lock, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } finally {
    lock.release()
  }
}

/** The folder of which a record is one: that of the records, unless it lies elsewhere. */
export function lockedFolder(file: string, records: string): string {
  return records === '.' || isWithin(file, records) ? records : dirname(file)
}
