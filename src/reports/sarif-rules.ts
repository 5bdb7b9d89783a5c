import type { Severity } from '../diagnostics/messages.ts'
import { capitalised } from '../language/capitalised.ts'
import type { Alert } from './alert.ts'
import { RULES, type RuleWords } from './alert-rules.ts'

/** The rules that alerts follow, in their order, each once: what a server shows beside an alert. */
export function sarifRules(alerts: readonly Alert[]) {
  const byId = new Map(alerts.map((alert) => [alert.rule, alert]))
  return [...byId.values()].map(rule)
}

function rule({ rule: id, level, kind }: Alert) {
  const name = capitalised(id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()))
  const { title, description, help } =
    kind === 'file' ? ofFiles(id, level) : (RULES[id] ?? ofFiles(id, level))
  return {
    id,
    name,
    shortDescription: { text: title },
    fullDescription: { text: description },
    help: { text: help, markdown: help },
    defaultConfiguration: { level },
    properties: {
      tags: [kind === 'file' ? 'record' : 'deadline'],
      precision: 'very-high',
      'problem.severity': level === 'note' ? 'recommendation' : level,
    },
  }
}

function ofFiles(code: string, level: Severity): RuleWords {
  const title = capitalised(code.replaceAll('-', ' '))
  if (level === 'error') {
    return {
      title,
      description: `${title}: an error in a file. Deadlines may be missing until it is fixed.`,
      help: 'Fix what the message names. `plandue check` shows the place, and how to fix it.',
    }
  }
  return {
    title,
    description: `${title}: a ${level} on a file. No deadline is missing because of it.`,
    help: `Do what the message says, or suppress it with this comment on the line above: \`# plandue-ignore-next-line ${code} -- reason\``,
  }
}
