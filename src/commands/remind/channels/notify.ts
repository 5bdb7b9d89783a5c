import type { Env } from '../../../config/channel-variables.ts'
import { UsageError } from '../../../diagnostics/failures.ts'
import type { NotifyAccount } from '../../../host/net.ts'
import type { Channel, Digest } from '../planning/channel.ts'
import { addressFault, required } from './addresses.ts'
import { post } from './posting.ts'
import { retriesIn } from './retries.ts'
import { discreetly } from './secrets.ts'

/** Email by GOV.UK Notify, with a template of the fields `subject` and `body`. */
export const notify: Channel = {
  id: 'notify',
  contentOf: bodyOf,
  prepare: async (host) => {
    const account = accountFrom(host.env)
    const template = required(host.env, 'PLANDUE_NOTIFY_TEMPLATE', 'the id of the template')
    const secrets = [account.apiKey, account.apiKey.slice(-SECRET_LENGTH)]
    const net = await host.net()
    const retries = retriesIn(host)
    return {
      send: async (digest, key) => {
        const { recipient, subject } = digest
        const body = bodyOf(digest)
        const mail = { template, to: recipient, subject, body, reference: key }
        const request = () => net.notifyRequest(account, mail)
        // Notify stores the reference but does not deduplicate by it.
        const what = { request, server: new URL(account.url).host, secrets, isRepeatable: false }
        return discreetly(secrets, () => post(what, retries, host))
      },
      close: async () => undefined,
    }
  },
}

/** The secret is the last of the two UUIDs at the end of a key. */
const SECRET_LENGTH = 36
const KEY =
  /^[\w-]+-[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}-[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

const USUAL_ADDRESS = 'https://api.notifications.service.gov.uk'

function accountFrom(env: Env): NotifyAccount {
  const apiKey = required(env, 'PLANDUE_NOTIFY_API_KEY', 'the API key of a GOV.UK Notify service')
  if (!KEY.test(apiKey))
    throw new UsageError('`PLANDUE_NOTIFY_API_KEY` is not a GOV.UK Notify API key')
  const url = env('PLANDUE_NOTIFY_URL')?.trim().replace(/\/$/, '') || USUAL_ADDRESS
  const fault = addressFault(url)
  if (fault) throw new UsageError(`\`PLANDUE_NOTIFY_URL\` ${fault}`)
  return { apiKey, url }
}

function bodyOf({ text }: Digest): string {
  return fittingBody(plainBody(text))
}

/** Escapes the Markdown of Notify: links, headings and inset text. */
function plainBody(text: string): string {
  return text.replaceAll('](', '] (').replace(/^(\s*)([#^])/gm, '$1\\$2')
}

/** Bytes. Notify takes 2,000,000 including the subject and the template. */
const ROOM = 1_900_000

/** As many whole items of a body as fit. */
function fittingBody(body: string): string {
  const bytes = new TextEncoder().encode(body)
  if (bytes.length <= ROOM) return body
  const start = new TextDecoder().decode(bytes.subarray(0, ROOM))
  const items = start.slice(0, start.lastIndexOf('\n\n'))
  return `${items}\n\nThere are more items, for which there is no room here\n`
}
