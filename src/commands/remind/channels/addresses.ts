import { UsageError } from '../../../diagnostics/failures.ts'
import { DeliveryError } from '../planning/channel.ts'

/** A variable of the environment by its name; undefined if it is not set. */
export type Env = (name: string) => string | undefined

/**
 * The name of the variable for a recipient: `plans-team` has its Slack address in
 * `PLANDUE_SLACK_PLANS_TEAM`. All names begin alike, so that a configuration, which others may change,
 * can have no other variable read.
 */
export function variableFor(kind: string, recipient: string, more = ''): string {
  const name = recipient.toUpperCase().replace(/[^A-Z0-9]+/g, '_')
  return `PLANDUE_${kind}_${name}${more}`
}

/** A variable that must be there. Throws a UsageError. */
export function required(env: Env, name: string, what: string): string {
  const value = env(name)?.trim()
  if (value) return value
  throw new UsageError(`\`${name}\` is not set: ${what}`)
}

/** The same for one recipient among others: rejects its digest with a DeliveryError. */
export function requiredFor(env: Env, name: string, what: string): string {
  const value = env(name)?.trim()
  if (value) return value
  throw new DeliveryError(`\`${name}\` is not set: ${what}`, true)
}

/** What is wrong with an address to post to, without the address; undefined if nothing is. */
export function addressFault(text: string): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url) return 'is no address'
  if (url.username !== '' || url.password !== '') return 'has a user or a password in its address'
  if (url.protocol === 'https:') return undefined
  if (url.protocol === 'http:' && isThisMachine(url.hostname)) return undefined
  return 'is no address that begins with https://'
}

/** The parts of an address that may be what keeps it secret: its path, and long pieces of it. */
export function secretsOf(address: string): string[] {
  const { pathname, searchParams } = new URL(address)
  const pieces = [...pathname.split('/'), ...searchParams.values()]
  return [address, pathname, ...pieces.filter((piece) => piece.length >= SHORTEST_SECRET)]
}

/** Shorter pieces are words like `services`. */
const SHORTEST_SECRET = 10

/** Whether a name means the machine itself, which no network lies before. */
export function isThisMachine(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || host === '::1' || /^127(\.\d+){3}$/.test(host)
}
