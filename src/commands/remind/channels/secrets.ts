import { cut, printable } from '../../../terminal/printable.ts'
import { DeliveryError } from '../planning/channel.ts'

const HIDDEN = '***'

/** Characters; redacting shorter pieces would hide ordinary words. */
const SHORTEST = 4

/** Characters of a server's answer that are shown. */
const LONGEST = 200

/**
 * A text without secrets, also where a server echoes them in base64, percent-encoded, escaped for JSON
 * or HTML, in another case or across lines.
 */
export function redacted(text: string, secrets: readonly string[]): string {
  return secrets
    .filter((secret) => secret.length >= SHORTEST)
    .flatMap((secret) => [secret, base64(secret)])
    .sort((a, b) => b.length - a.length) // Longest first, as one may contain another.
    .reduce((rest, form) => rest.replace(anywhere(form), HIDDEN), text)
}

/** SMTP replies of several lines repeat the code on each. */
const BREAK = '(?:[\\r\\n]+(?:\\d{3}[- ])?)?'

function anywhere(text: string): RegExp {
  return new RegExp([...text].map(anyForm).join(BREAK), 'gi')
}

function anyForm(character: string): string {
  const bytes = [...new TextEncoder().encode(character)]
  const units = character.split('').map((unit) => unit.charCodeAt(0))
  // A form that starts with another comes before it.
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

/** As HTML entities, form-encoded, and in base64url. */
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

/** Without padding, which some servers omit. */
function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text))).replace(/=+$/, '')
}

/** One sanitised line of another program's or server's output, without secrets, cut to `LONGEST`. */
export function excerpt(text: string, secrets: readonly string[]): string {
  return cut(printable(redacted(text, secrets)).trim(), LONGEST)
}

/** The reply of `work` without secrets; every failure of it becomes a DeliveryError without secrets. */
export async function discreetly(
  secrets: readonly string[],
  work: () => Promise<string>,
): Promise<string> {
  try {
    return excerpt(await work(), secrets)
  } catch (failure) {
    const message = failure instanceof Error ? failure.message : String(failure)
    const { isLasting, unreachable } =
      failure instanceof DeliveryError ? failure : { isLasting: false, unreachable: undefined }
    throw new DeliveryError(excerpt(message, secrets), isLasting, unreachable)
  }
}
