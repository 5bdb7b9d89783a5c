import type { Recipient, Reminders } from './reminders.ts'

/** Channels that can do without a name: there is one place for what they print. */
const NAMELESS: readonly string[] = ['stdout']

const PLACEHOLDERS = ['{file}', '{line}', '{record}', '{item}']

/** What in the reminders of a configuration contradicts the rest of it, if anything does. */
export function remindersFault(
  reminders: Reminders,
  frameworks: readonly string[],
):
  | { readonly fault: string; readonly word?: string; readonly known?: readonly string[] }
  | undefined {
  const { recipients = [], escalation, link = '', commands = {} } = reminders
  const all: readonly Recipient[] = [
    ...recipients,
    ...(escalation?.to ?? []),
    reminders.default ?? {},
  ]
  for (const { to = '', channel = 'stdout' } of all) {
    if (to.trim() === '' && !NAMELESS.includes(channel)) {
      return { fault: `a recipient by \`${channel}\` has no \`to\`` }
    }
    if (channel === 'email' && !/^[^\s@<>,;]+@[^\s@<>,;]+$/.test(to)) {
      return { fault: `\`${to}\` is no address for an email` }
    }
    if (channel === 'command' && !Object.hasOwn(commands, to)) {
      const known = Object.keys(commands)
      return { fault: `\`${to}\` is none of the \`commands\``, word: to, known }
    }
  }
  const framework = recipients.flatMap((one) => one.framework ?? [])
  const strange = framework.find((id) => !frameworks.includes(id))
  if (strange !== undefined) {
    return { fault: `there is no framework \`${strange}\``, word: strange, known: frameworks }
  }
  const hole = [...link.matchAll(/\{[^}]*\}?/g)].find(([text]) => !PLACEHOLDERS.includes(text))
  return hole && { fault: `\`link\` has \`${hole[0]}\``, word: hole[0], known: PLACEHOLDERS }
}
