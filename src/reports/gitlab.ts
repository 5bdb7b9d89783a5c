import { fingerprint } from '../page/fingerprint.ts'
import { inertJson } from '../page/inert-json.ts'
import { shown } from '../page/layout.ts'
import type { Alert } from './alert.ts'
import { alertsOf } from './alerts.ts'
import { filterWords } from './filter-wording.ts'
import type { Report } from './report.ts'

/** For Code Quality on GitLab. The errors come first, and say that deadlines may be missing. */
export const gitlab: Report = (assessment, options) => {
  const only = filterWords(assessment.filters)
  return inertJson([...alertsOf(assessment, options).map(issue), ...(only ? [filtered(only)] : [])])
}

/** That the report is not about all records. An issue needs a place. */
function filtered(only: string) {
  return {
    description: shown(only),
    check_name: 'filtered',
    fingerprint: fingerprint(only, 0),
    severity: 'info',
    location: { path: 'plandue.yaml', lines: { begin: 1 } },
  }
}

function issue(alert: Alert) {
  const { rule, file, line, fingerprint } = alert
  return {
    description: description(alert),
    check_name: rule,
    fingerprint,
    severity: severity(alert),
    location: { path: file, lines: { begin: line } },
  }
}

function description({ message, level, kind, waivers }: Alert): string {
  if (waivers.length > 0) return `${message}, waived`
  const isFault = level === 'error' && kind === 'file'
  return isFault ? `Incomplete, deadlines may be missing: ${message}` : message
}

/** An error of a file is the worst: what it hides is unknown. */
function severity({ level, kind, waivers }: Alert): string {
  if (waivers.length > 0) return 'info'
  if (kind !== 'file') return level === 'error' ? 'critical' : 'major'
  return { error: 'blocker', warning: 'minor', note: 'info' }[level]
}
