import type { Severity } from '../diagnostics/messages.ts'
import type { Alert } from './alerts.ts'
import { capitalised } from './wording.ts'

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
      ? 'A stage has not been submitted, or an action not been done, and its due day is past.'
      : 'A stage or an action is still open, and there is a reason to fear that it will be late.',
    help: isOverdue
      ? 'Write the day into the record as `submitted` or `done`. `plandue explain ITEM` shows why the date is what it is; a waiver silences it up to a day.'
      : 'Deal with each reason, or write into the record what has changed. `plandue explain ITEM` shows why the date is what it is; a waiver silences a reason up to a day.',
  }
}

function ofFiles(code: string, level: Severity) {
  const title = capitalised(code.replaceAll('-', ' '))
  if (level === 'error') {
    return {
      title,
      description: `${title}: an error in a file. Deadlines may be missing until it is mended.`,
      help: 'Mend what the message names. `plandue check` shows the place, and what would mend it.',
    }
  }
  return {
    title,
    description: `${title}: a ${level} on a file. No deadline is missing because of it.`,
    help: `Do what the message says, or ignore it with this comment on the line above: \`# plandue-ignore-next-line ${code} -- reason\``,
  }
}
