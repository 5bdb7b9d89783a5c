import { inertJson } from '../page/inert-json.ts'
import { shown } from '../page/layout.ts'
import type { Alert } from './alert.ts'
import { alertsOf } from './alerts.ts'
import { filterWords } from './filter-wording.ts'
import type { Report } from './report.ts'
import { sarifRules } from './sarif-rules.ts'
import { incompleteness } from './wording.ts'

/** For code scanning: SARIF 2.1.0. What is waived is there too, and suppressed. */
export const sarif: Report = (assessment, options) => {
  const alerts = alertsOf(assessment, options)
  const rules = sarifRules(alerts)
  const indexOf = new Map(rules.map(({ id }, index) => [id, index]))
  const warning = incompleteness(assessment)
  const { today, filters, complete } = assessment
  return inertJson({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    properties: { today, complete, ...(warning ? { warning } : {}), filters },
    runs: [
      {
        tool: { driver: { name: 'plandue', semanticVersion: options.version, rules } },
        automationDetails: { id: 'plandue/check/' },
        invocations: [
          { executionSuccessful: complete, ...notifications(warning, filterWords(filters)) },
        ],
        originalUriBaseIds: { [ROOT]: { description: { text: 'The root of the repository.' } } },
        columnKind: 'utf16CodeUnits',
        results: alerts.map((alert) => result(alert, indexOf.get(alert.rule) ?? -1)),
      },
    ],
  })
}

/** How SARIF names the root of the repository. */
const ROOT = '%SRCROOT%'

function notifications(warning: string | undefined, filtered: string | undefined) {
  const all = [
    ...(warning ? [{ level: 'error', message: { text: warning } }] : []),
    ...(filtered ? [{ level: 'note', message: { text: filtered } }] : []),
  ]
  return all.length > 0 ? { toolExecutionNotifications: all } : {}
}

function result(alert: Alert, ruleIndex: number) {
  const { rule, level, message, item, waivers, fingerprint } = alert
  return {
    ruleId: rule,
    ruleIndex,
    level,
    message: { text: literal(message) },
    locations: [{ physicalLocation: physicalLocation(alert) }],
    partialFingerprints: { primaryLocationLineHash: `${fingerprint}:1` },
    ...(waivers.length > 0 ? { suppressions: waivers.map(suppression) } : {}),
    ...(item ? { properties: { item: item.id, status: item.status, due: item.due } } : {}),
  }
}

function physicalLocation({ file, line, columns }: Alert) {
  const range = columns ? { startColumn: columns.from, endColumn: columns.to } : {}
  return {
    artifactLocation: { uri: encodedPath(file), uriBaseId: ROOT },
    region: { startLine: line, ...range },
  }
}

/** In a message, `[text](address)` would be a link, and `{0}` would stand for an argument. */
function literal(text: string): string {
  return text.replaceAll('](', '] (').replace(/\{(?=\d)/g, '{ ')
}

/** A path as a relative URI reference. A first part with a colon would be taken for a scheme otherwise. */
function encodedPath(path: string): string {
  return path
    .split('/')
    .map((part) => encodeURIComponent(wellFormed(part)))
    .join('/')
}

/** Half a character cannot be encoded. */
function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udfff]/gu, '\uFFFD')
}

function suppression({ reason, approvedBy, until }: Alert['waivers'][number]) {
  return {
    kind: 'external',
    status: 'accepted',
    justification: shown(`${reason} (approved by ${approvedBy}, until ${until})`),
  }
}
