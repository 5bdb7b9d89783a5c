import type { Finding } from './findings.ts'
import { findingsOf } from './findings.ts'
import type { Report } from './index.ts'
import { inertJson } from './json.ts'

/** For Code Quality on GitLab. The errors come first, and say that deadlines may be missing. */
export const gitlab: Report = (assessment, options) =>
  inertJson(findingsOf(assessment, options).map(issue))

function issue(finding: Finding) {
  const { rule, file, line, fingerprint } = finding
  return {
    description: description(finding),
    check_name: rule,
    fingerprint,
    severity: severity(finding),
    location: { path: file, lines: { begin: line } },
  }
}

function description({ message, level, item, waivers }: Finding): string {
  if (waivers.length > 0) return `${message}, waived`
  const isFault = level === 'error' && item === null
  return isFault ? `Incomplete, deadlines may be missing here: ${message}` : message
}

/** An error of a file is the worst: nobody knows what it hides. */
function severity({ level, item, waivers }: Finding): string {
  if (waivers.length > 0) return 'info'
  if (item) return level === 'error' ? 'critical' : 'major'
  return { error: 'blocker', warning: 'minor', note: 'info' }[level]
}
