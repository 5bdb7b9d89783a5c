import type { Failure } from '../host/net.ts'

/** Words for the codes with which connecting fails. */
const CONNECTING: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'the server refused the connection',
  ENOTFOUND: 'there is no such server, or no network',
  EDNS: 'there is no such server, or no network',
  EAI_AGAIN: 'there is no answer from the name server',
  EHOSTUNREACH: 'there is no way to the server',
  ENETUNREACH: 'there is no network',
  UND_ERR_CONNECT_TIMEOUT: 'the server did not take the connection',
  UND_ERR_ABORTED: 'the proxy did not let the connection through',
}

const OWN_CERTIFICATES = ': NODE_EXTRA_CA_CERTS names a certificate of your own'

/**
 * What was in the way of a connection. The message of an error may hold an address, and so a secret;
 * its code does not.
 */
export function failureOf(error: unknown, mayHaveArrived = true): Failure {
  const code = codeOf(error) ?? (error instanceof Error ? codeOf(error.cause) : undefined) ?? ''
  const connecting = CONNECTING[code]
  const isAway = true
  if (connecting) return { failure: connecting, mayHaveArrived: false, isLasting: false, isAway }
  if (/CERT|SELF_SIGNED|UNABLE_TO_|TLS|SSL|EPROTO\b/.test(code)) {
    const hint = /SELF_SIGNED|UNABLE_TO_/.test(code) ? OWN_CERTIFICATES : ''
    const failure = `no secure connection (${code})${hint}`
    return { failure, mayHaveArrived: false, isLasting: true, isAway }
  }
  const failure = `the connection broke${code ? ` (${code})` : ''}`
  return { failure, mayHaveArrived, isLasting: false, isAway: false }
}

/** Of several addresses tried, the first failure is shown. */
export function codeOf(error: unknown): string | undefined {
  if (error instanceof AggregateError) return codeOf(error.errors[0])
  if (!(error instanceof Error)) return undefined
  // The mail client keeps the code of the system aside.
  if ('originalCode' in error && typeof error.originalCode === 'string') return error.originalCode
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
