import type { CHANNELS } from './reminders.ts'

export type ChannelName = (typeof CHANNELS)[number]['id']

/** The value of an environment variable. */
export type Env = (name: string) => string | undefined

/**
 * The environment variable for a recipient: the Slack URL of `plans-team` is in
 * `PLANDUE_SLACK_PLANS_TEAM`. The fixed prefix keeps a configuration, which others may change, from
 * reading any other variable.
 */
export function variableFor(kind: string, recipient: string, more = ''): string {
  const name = recipient.toUpperCase().replace(/[^A-Z0-9]+/g, '_')
  return `PLANDUE_${kind}_${name}${more}`
}

/** The variables without which a channel reaches nobody by a name or an address. */
export function variablesOf(channel: ChannelName, to: string, env: Env): string[] {
  switch (channel) {
    case 'email':
      return ['PLANDUE_SMTP_URL', 'PLANDUE_SMTP_FROM', ...(hasLogin(env) ? LOGIN : [])]
    case 'slack':
      return [variableFor('SLACK', to)]
    case 'teams':
      return [variableFor('TEAMS', to)]
    case 'webhook':
      return [variableFor('WEBHOOK', to), variableFor('WEBHOOK', to, '_SECRET')]
    case 'notify':
      return ['PLANDUE_NOTIFY_API_KEY', 'PLANDUE_NOTIFY_TEMPLATE']
    case 'stdout':
    case 'command':
      return []
  }
}

const LOGIN = ['PLANDUE_SMTP_USER', 'PLANDUE_SMTP_PASSWORD']

/** One half of a login is a slip. */
function hasLogin(env: Env): boolean {
  return LOGIN.some((name) => isSet(name, env))
}

export function isSet(name: string, env: Env): boolean {
  return Boolean(env(name)?.trim())
}
