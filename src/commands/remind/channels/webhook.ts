import { type Env, variableFor } from '../../../config/channel-variables.ts'
import { type Channel, type ChannelHost, DeliveryError, type Digest } from '../planning/channel.ts'
import { requiredFor, secretsOf } from './addresses.ts'
import { addressFor } from './chat.ts'
import { post } from './posting.ts'
import { retriesIn } from './retries.ts'
import { discreetly } from './secrets.ts'

/**
 * A signed POST as specified by https://www.standardwebhooks.com: the signature covers the key, the
 * time and the body.
 */
export const webhook: Channel = {
  id: 'webhook',
  contentOf: webhookBody,
  prepare: async (host) => {
    const retries = retriesIn(host)
    return {
      send: async (digest, key) => {
        const { recipient } = digest
        const url = addressFor('WEBHOOK', recipient, host.env)
        const secret = secretFor(recipient, host.env)
        const secrets = [...secretsOf(url), secret]
        const body = JSON.stringify(webhookBody(digest, key))
        const request = async () => {
          const headers = await headersFor(key, body, secret, host)
          return { url, headers, body }
        }
        const what = { request, server: new URL(url).host, secrets, isRepeatable: true }
        return discreetly(secrets, () => post(what, retries, host))
      },
      close: async () => undefined,
    }
  },
}

/** Characters; a shorter secret can be guessed. */
const SHORTEST = 16

function secretFor(recipient: string, env: Env): string {
  const name = variableFor('WEBHOOK', recipient, '_SECRET')
  const secret = requiredFor(env, name, `the signing secret for \`${recipient}\``)
  if (secret.length >= SHORTEST && bytesOf(secret)) return secret
  throw new DeliveryError(`\`${name}\` is not a secret of ${SHORTEST} characters or more`, true)
}

function webhookBody(digest: Digest, key: string) {
  const { recipient, subject, complete, entries } = digest
  return { schemaVersion: 1, key, recipient, subject, complete, entries }
}

async function headersFor(key: string, body: string, secret: string, host: ChannelHost) {
  const timestamp = String(Math.floor(Date.parse(host.now()) / 1000))
  return {
    'Content-Type': 'application/json; charset=utf-8',
    'Idempotency-Key': key,
    'webhook-id': key,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${await signature(`${key}.${timestamp}.${body}`, secret)}`,
  }
}

/** HMAC-SHA256 in base64. The secret is `whsec_` followed by base64, or any text. */
export async function signature(text: string, secret: string): Promise<string> {
  const bytes = bytesOf(secret) ?? new Uint8Array()
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', bytes, algorithm, false, ['sign'])
  const signed = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(text))
  return btoa(String.fromCharCode(...new Uint8Array(signed)))
}

const MARK = 'whsec_'

/** Undefined for a `whsec_` secret that is not valid base64. */
function bytesOf(secret: string): Uint8Array<ArrayBuffer> | undefined {
  if (!secret.startsWith(MARK)) return new TextEncoder().encode(secret)
  const coded = secret.slice(MARK.length)
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(coded) || coded.length % 4 !== 0) return undefined
  return Uint8Array.from(atob(coded), (character) => character.charCodeAt(0))
}
