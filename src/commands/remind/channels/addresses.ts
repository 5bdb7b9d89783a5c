import type { Env } from '../../../config/channel-variables.ts'
import { UsageError } from '../../../diagnostics/failures.ts'
import { DeliveryError } from '../planning/channel.ts'

/** A required variable. Throws a UsageError if it is not set. */
export function required(env: Env, name: string, what: string): string {
  const value = env(name)?.trim()
  if (value) return value
  throw new UsageError(`\`${name}\` is not set: ${what}`)
}

/** The same for one recipient: throws a DeliveryError, so that the others still get theirs. */
export function requiredFor(env: Env, name: string, what: string): string {
  const value = env(name)?.trim()
  if (value) return value
  throw new DeliveryError(`\`${name}\` is not set: ${what}`, true)
}

/** What is wrong with a URL to post to, without showing it; undefined if nothing is. */
export function addressFault(text: string): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url) return 'is not a URL'
  if (url.username !== '' || url.password !== '') return 'has a user name or password in its URL'
  if (url.protocol === 'https:') return undefined
  if (url.protocol === 'http:' && isThisMachine(url.hostname)) return undefined
  return 'does not begin with https://'
}

/** The parts of a URL that may be secret: its path, and long pieces of path and query. */
export function secretsOf(address: string): string[] {
  const { pathname, searchParams } = new URL(address)
  const pieces = [...pathname.split('/'), ...searchParams.values()]
  return [address, pathname, ...pieces.filter((piece) => piece.length >= SHORTEST_SECRET)]
}

/** Shorter pieces are ordinary words such as `services`. */
const SHORTEST_SECRET = 10

/** Whether a host name is a loopback address. */
export function isThisMachine(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || host === '::1' || /^127(\.\d+){3}$/.test(host)
}
