import { setTimeout as sleep } from 'node:timers/promises'
import type { Problem } from '../host/host.ts'
import { codeOf } from './failures.ts'
import { problemOf } from './problems.ts'

/** What Windows says of a file that another program has open; elsewhere the same codes mean a right. */
const HELD = new Set<unknown>(['EBUSY', 'EPERM', 'EACCES'])

/**
 * Does work on a file that Excel, a virus scanner or a synchroniser may hold open for a moment: tries
 * again for two seconds, and then says what is in the way.
 */
export async function patiently(
  work: () => Promise<unknown>,
  {
    isWindows = process.platform === 'win32',
    wait = (ms: number) => sleep(ms) as Promise<unknown>,
  } = {},
): Promise<{ problem?: Problem }> {
  for (let waited = 0; ; waited += STEP) {
    try {
      await work()
      return {}
    } catch (failure) {
      const isHeld = isWindows ? HELD.has(codeOf(failure)) : codeOf(failure) === 'EBUSY'
      if (!isHeld) return { problem: problemOf(failure) }
      if (waited >= LONGEST) return { problem: HELD_OPEN }
      await wait(STEP)
    }
  }
}

const HELD_OPEN: Problem = {
  kind: 'other',
  why: 'another program has it open, such as Excel or a virus scanner',
}

/** In milliseconds. */
const STEP = 100
const LONGEST = 2000
