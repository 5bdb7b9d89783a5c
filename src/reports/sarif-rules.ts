import type { Severity } from '../diagnostics/messages.ts'
import { capitalised } from '../language/capitalised.ts'
import type { Alert } from './alerts.ts'

/** The rules that alerts follow, in their order, each once: what a server shows beside an alert. */
export function sarifRules(alerts: readonly Alert[]) {
  const byId = new Map(alerts.map((alert) => [alert.rule, alert]))
  return [...byId.values()].map(rule)
}

function rule({ rule: id, level, item }: Alert) {
  const name = capitalised(id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()))
  const { title, description, help } = item ? ofItems(item.status) : ofFiles(id, level)
  return {
    id,
    name,
    shortDescription: { text: title },
    fullDescription: { text: description },
    help: { text: help, markdown: help },
    defaultConfiguration: { level },
    properties: {
      tags: [item ? 'deadline' : 'record'],
      precision: 'very-high',
      'problem.severity': level === 'note' ? 'recommendation' : level,
    },
  }
}

function ofItems(status: string) {
  const isOverdue = status === 'overdue'
  return {
    title: isOverdue ? 'Overdue' : 'At risk',
    description: isOverdue
      ? 'A stage was not submitted, or an action not done, by its due date.'
      : 'An open stage or action is in danger of missing its due date.',
    help: isOverdue
      ? 'Record the date as `submitted` or `done`. `plandue explain ITEM` shows how the due date was calculated; a waiver suppresses the alert until a given date.'
      : 'Deal with each reason, or record what has changed. `plandue explain ITEM` shows how the due date was calculated; a waiver suppresses a reason until a given date.',
  }
}

function ofFiles(code: string, level: Severity) {
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
