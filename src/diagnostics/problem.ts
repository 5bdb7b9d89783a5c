import type { Problem } from '../host/host.ts'
import { type Diagnostic, diagnose, wholeFile } from './diagnostic.ts'
import type { FileUse } from './messages.ts'

/** Why a file or folder could not be read, as a diagnostic of it. */
export function diagnoseProblem(
  file: string,
  problem: Problem,
  use: FileUse = 'record',
): Diagnostic {
  const place = wholeFile(file)
  // Of a name whose bytes are no UTF-8 this is all that is left, and no file is called so.
  if (problem.kind === 'missing' && file.includes('\uFFFD')) {
    const next = 'rename it'
    return diagnose(place, 'unreadable', { why: 'its name is not UTF-8', next })
  }
  switch (problem.kind) {
    case 'missing':
    case 'dangling':
      return diagnose(place, 'broken-link', {})
    case 'loop':
      return diagnose(place, 'link-loop', {})
    case 'notAFile':
      return diagnose(place, 'not-a-file', { use })
    case 'tooLarge':
      return diagnose(place, 'too-large', { ...problem, use })
    case 'notUtf8':
      return diagnose(place, 'not-utf8', problem)
    case 'denied':
    case 'exists':
    case 'other': {
      const next = 'give the user that runs plandue the right to read it'
      return diagnose(place, 'unreadable', {
        why: why(problem),
        next: problem.kind === 'denied' ? next : undefined,
      })
    }
  }
}

/** What is wrong with a file of settings, in the words for one: a reader knows only of records. */
export function ofSettings(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.map((diagnostic) =>
    diagnostic.code === 'empty-file'
      ? diagnose(diagnostic, 'empty-file', { use: 'settings' })
      : diagnostic,
  )
}

/** What was in the way of reading or writing, in a few words. */
export function why(problem: Problem): string {
  const words = {
    missing: 'there is no such folder',
    dangling: 'the link leads nowhere',
    loop: 'the link leads back to itself',
    notAFile: 'it is not a file',
    denied: 'permission denied',
    exists: 'there is one already',
    tooLarge: 'it is too large',
    notUtf8: 'it is not UTF-8 text',
  }
  if (problem.kind === 'notUtf8' && problem.isUtf16) return 'it is UTF-16 text'
  return problem.kind === 'other' ? problem.why : words[problem.kind]
}
