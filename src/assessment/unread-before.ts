import { type Diagnostic, diagnose, hidesDeadlines, wholeFile } from '../diagnostics/diagnostic.ts'
import type { BaseState } from './base-state.ts'

/**
 * A warning on each file that could not be read before a change, and has no such error any more: what the
 * change moves in it cannot be compared with anything.
 */
export function unreadBefore(
  before: Pick<BaseState, 'diagnostics' | 'unreadSettings'>,
  now: readonly Diagnostic[],
): Diagnostic[] {
  const still = faultyFiles(now)
  const files = new Set([...before.unreadSettings, ...faultyFiles(before.diagnostics)])
  return [...files]
    .filter((file) => !still.has(file))
    .map((file) => diagnose(wholeFile(file), 'unread-before', {}))
}

function faultyFiles(diagnostics: readonly Diagnostic[]): ReadonlySet<string> {
  return new Set(diagnostics.filter(hidesDeadlines).map(({ file }) => file))
}
