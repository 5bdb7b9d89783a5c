import type { Problem } from '../host/host.ts'
import { codeOf } from './failures.ts'

/** What the work returns, or what was in its way. */
export function tried<T>(work: () => T): T | { problem: Problem } {
  try {
    return work()
  } catch (failure) {
    return { problem: problemOf(failure) }
  }
}

/** The problem that a system error stands for. */
export function problemOf(failure: unknown): Problem {
  switch (codeOf(failure)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { kind: 'missing' }
    case 'EACCES':
    case 'EPERM':
      return { kind: 'denied' }
    case 'EEXIST':
      return { kind: 'exists' }
    case 'ELOOP':
      return { kind: 'loop' }
    case 'EISDIR':
      return { kind: 'notAFile' }
    case 'ENOSPC':
    case 'EDQUOT':
      return { kind: 'other', why: 'the disk is full' }
    case 'EPIPE':
      return { kind: 'other', why: 'nobody reads it' }
    case 'EROFS':
      return { kind: 'other', why: 'the file system is read-only' }
    default:
      return { kind: 'other', why: wordsOf(failure) }
  }
}

function wordsOf(failure: unknown): string {
  return failure instanceof Error ? failure.message : String(failure)
}
