import type { ChangeFailure } from '../assessment/change-result.ts'
import type { Severity } from '../diagnostics/messages.ts'
import { capitalised } from '../language/capitalised.ts'
import type { Alert } from './alert.ts'

/** What a change does, by the reason for which it fails. */
export function titleOfReason(reason: ChangeFailure['reason']): string {
  return RULES[reason]?.title ?? capitalised(reason)
}

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

type RuleWords = { readonly title: string; readonly description: string; readonly help: string }

/** Of items by their status, and of a change by what it does. */
const RULES: Readonly<Record<string, RuleWords>> = {
  overdue: {
    title: 'Overdue',
    description: 'A stage was not submitted, or an action not done, by its due date.',
    help: 'Record the date as `submitted` or `done`. `plandue explain ITEM` shows how the due date was calculated; a waiver suppresses the alert until a given date.',
  },
  atRisk: {
    title: 'At risk',
    description: 'An open stage or action is in danger of missing its due date.',
    help: 'Deal with each reason, or record what has changed. `plandue explain ITEM` shows how the due date was calculated; a waiver suppresses a reason until a given date.',
  },
  dueMoved: {
    title: 'Due date moved',
    description: 'A change makes an item due later, and records no extension.',
    help: 'Record who granted it and why with `plandue extend`; for a slip of the pen, a waiver of `dueMoved` approves it.',
  },
  removed: {
    title: 'Overdue item removed',
    description: 'A change takes an overdue item off the record, or its due date away.',
    help: 'To withdraw an item, keep it on record with `closed: { on, reason }`.',
  },
  unjustified: {
    title: 'Extension without a reason',
    description: 'A change extends a due date, and does not say by whom and why.',
    help: 'Complete the extension with `by` and `reason`.',
  },
  rewritten: {
    title: 'Postponement hidden',
    description: 'A change hides how far an item has moved, or will move it on a later day.',
    help: 'Leave what is on record, and move a date by one more extension; a waiver of `dueMoved` approves a correction.',
  },
  toBeAgreed: {
    title: 'To be agreed',
    description: 'A change releases an item from its due date, or takes a note off the record.',
    help: 'It fails nothing, but a reviewer has to agree to it.',
  },
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
