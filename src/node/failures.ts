import type { Failure } from '../net.ts'

/** Words for the codes with which connecting fails. */
const CONNECTING: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'the server refused the connection',
  ENOTFOUND: 'there is no such server, or no network',
  EDNS: 'there is no such server, or no network',
  EAI_AGAIN: 'there is no answer from the name server',
  EHOSTUNREACH: 'there is no way to the server',
  ENETUNREACH: 'there is no network',
  UND_ERR_CONNECT_TIMEOUT: 'the server did not take the connection',
}

/**
 * What was in the way of a connection. The message of an error may hold an address, and so a secret;
 * its code does not.
 */
export function failureOf(error: unknown, mayHaveArrived = true): Failure {
  const code = codeOf(error) ?? (error instanceof Error ? codeOf(error.cause) : undefined) ?? ''
  const connecting = CONNECTING[code]
  if (connecting) return { failure: connecting, mayHaveArrived: false, isLasting: false }
  if (/CERT|SELF_SIGNED|UNABLE_TO_|TLS|SSL|EPROTO\b/.test(code)) {
    return { failure: `no secure connection (${code})`, mayHaveArrived: false, isLasting: true }
  }
  const failure = `the connection broke${code ? ` (${code})` : ''}`
  return { failure, mayHaveArrived, isLasting: false }
}

/** Where several addresses were tried, the first tells enough. */
export function codeOf(error: unknown): string | undefined {
  if (error instanceof AggregateError) return codeOf(error.errors[0])
  if (!(error instanceof Error)) return undefined
  // The mail client keeps the code of the system aside.
  if ('originalCode' in error && typeof error.originalCode === 'string') return error.originalCode
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
