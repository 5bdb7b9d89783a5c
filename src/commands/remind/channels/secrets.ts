import { cut, printable } from '../../../terminal/printable.ts'
import { DeliveryError } from '../planning/channel.ts'

/** In place of a secret. */
const HIDDEN = '***'

/** Shorter pieces would hide words that are none. */
const SHORTEST = 4

/** Of what a server says, the start tells enough. In characters. */
const LONGEST = 200

/**
 * A text without secrets, whatever a server has made of them: base64, an encoding for an address, JSON
 * or HTML, other capitals, several lines.
 */
export function redacted(text: string, secrets: readonly string[]): string {
  return secrets
    .filter((secret) => secret.length >= SHORTEST)
    .flatMap((secret) => [secret, base64(secret)])
    .sort((a, b) => b.length - a.length) // What holds another comes first.
    .reduce((rest, form) => rest.replace(anywhere(form), HIDDEN), text)
}

/** A mail server begins each of several lines with its code. */
const BREAK = '(?:[\\r\\n]+(?:\\d{3}[- ])?)?'

function anywhere(text: string): RegExp {
  return new RegExp([...text].map(anyForm).join(BREAK), 'gi')
}

function anyForm(character: string): string {
  const bytes = [...new TextEncoder().encode(character)]
  const units = character.split('').map((unit) => unit.charCodeAt(0))
  // One that begins with another comes first.
  const forms = [
    `\\${character}`,
    units.map((unit) => `\\u${hex(unit, 4)}`).join(''),
    bytes.map((byte) => `%${hex(byte, 2)}`).join(''),
    `&#${character.codePointAt(0)};`,
    `&#x${hex(character.codePointAt(0) ?? 0, 2)};`,
    ...(OTHER_FORMS[character] ?? []),
    character,
  ]
  return `(?:${forms.map(literal).join('|')})`
}

/** By name in HTML, in a form, and in the base64 of addresses. */
const OTHER_FORMS: Readonly<Record<string, readonly string[]>> = {
  '&': ['&amp;'],
  '<': ['&lt;'],
  '>': ['&gt;'],
  '"': ['&quot;'],
  "'": ['&apos;'],
  ' ': ['+'],
  '+': ['-'],
  '/': ['_'],
}

function hex(number: number, digits: number): string {
  return number.toString(16).padStart(digits, '0')
}

function literal(text: string): string {
  return text.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&')
}

/** Without the padding, which some leave out. */
function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text))).replace(/=+$/, '')
}

/** Words of another program or server, on one line, without secrets and of a bearable length. */
export function excerpt(text: string, secrets: readonly string[]): string {
  return cut(printable(redacted(text, secrets)).trim(), LONGEST)
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
    throw new DeliveryError(excerpt(message, secrets), isLasting)
  }
}
