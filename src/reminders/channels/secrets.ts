import { printable } from '../../terminal/printable.ts'
import { DeliveryError } from '../channel.ts'

/** In place of a secret. */
const HIDDEN = '***'

/** Shorter pieces would hide words that are none. */
const SHORTEST = 4

/** Of what a server says, the start tells enough. */
const MOST_WORDS = 200

/** A text without secrets, also where they stand in it as base64 or encoded for an address. */
export function redacted(text: string, secrets: readonly string[]): string {
  const forms = secrets
    .filter((secret) => secret.length >= SHORTEST)
    .flatMap((secret) => [secret, encodeURIComponent(secret), base64(secret)])
    // What holds another comes first.
    .sort((a, b) => b.length - a.length)
  return forms.reduce((rest, form) => rest.replaceAll(form, HIDDEN), text)
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)))
}

/** Words of another program or server, on one line, without secrets and of a bearable length. */
export function quoted(text: string, secrets: readonly string[]): string {
  const words = printable(redacted(text, secrets)).trim()
  return words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS - 1)}…` : words
}

/** Does what may fail, and lets no failure tell a secret: each becomes a DeliveryError without it. */
export async function discreetly(
  secrets: readonly string[],
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work()
  } catch (failure) {
    const message = failure instanceof Error ? failure.message : String(failure)
    const isLasting = failure instanceof DeliveryError && failure.isLasting
    throw new DeliveryError(quoted(message, secrets), isLasting)
  }
}
