import { parsedJson } from '../../../language/parsed-json.ts'

/**
 * Whether the answer of a server says that it failed, whatever its status: Teams and proxies before a
 * service answer 200 with a sentence, others with JSON such as `{"ok":false}` or `{"error":"…"}`.
 */
export function isRefusal(text: string): boolean {
  const answer = parsedJson(text)
  if (typeof answer !== 'object' || answer === null) return SENTENCE.test(text)
  const { ok, success, error, errors, status }: Record<string, unknown> = { ...answer }
  return ok === false || success === false || isSaid(error) || isSaid(errors) || isFailed(status)
}

/** How a sentence of failure begins; further on, the words may be those of a record sent back. */
const SENTENCE =
  /^\W*(?:webhook message delivery failed|(?:internal |server |unknown )?error|failed|failure|invalid|bad request|forbidden|unauthori[sz]ed|access denied)\b/i

function isSaid(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value)
}

function isFailed(status: unknown): boolean {
  return typeof status === 'string' && /^(?:error|fail(?:ed|ure)?)$/i.test(status)
}
