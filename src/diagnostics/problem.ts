import type { Problem } from '../host.ts'
import { type Diagnostic, diagnose, wholeFile } from './diagnostic.ts'

/** Why a file or folder could not be read, as a diagnostic of it. */
export function diagnoseProblem(file: string, problem: Problem): Diagnostic {
  const place = wholeFile(file)
  switch (problem.kind) {
    case 'missing':
      return diagnose(place, 'broken-link', {})
    case 'loop':
      return diagnose(place, 'link-loop', {})
    case 'notAFile':
      return diagnose(place, 'not-a-file', {})
    case 'tooLarge':
      return diagnose(place, 'too-large', problem)
    case 'notUtf8':
      return diagnose(place, 'not-utf8', problem)
    case 'denied':
      return diagnose(place, 'unreadable', {
        why: 'permission denied',
        next: 'give the user that runs plandue the right to read it',
      })
    case 'other':
      return diagnose(place, 'unreadable', { why: problem.why })
  }
}
