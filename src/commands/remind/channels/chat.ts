import { type Env, variableFor } from '../../../config/channel-variables.ts'
import { type ChannelHost, DeliveryError, type Digest, type Sender } from '../planning/channel.ts'
import { addressFault, requiredFor, secretsOf } from './addresses.ts'
import { post } from './posting.ts'
import { retriesIn } from './retries.ts'
import { discreetly } from './secrets.ts'

/** A chat service with a secret webhook URL for each recipient. */
export type Service = {
  /** Its part of the names of variables, such as `SLACK`. */
  readonly kind: string
  bodyOf(digest: Digest): unknown
}

/** A sender to a service that does not recognise repeats. */
export async function chatSender(service: Service, host: ChannelHost): Promise<Sender> {
  const retries = retriesIn(host)
  return {
    send: async (digest) => {
      const url = addressFor(service.kind, digest.recipient, host.env)
      const secrets = secretsOf(url)
      const headers = { 'Content-Type': 'application/json; charset=utf-8' }
      const body = JSON.stringify(service.bodyOf(digest))
      const what = {
        request: async () => ({ url, headers, body }),
        server: new URL(url).host,
        secrets,
        isRepeatable: false,
      }
      return discreetly(secrets, () => post(what, retries, host))
    },
    close: async () => undefined,
  }
}

/** The URL of a recipient from the environment. Throws a DeliveryError that names the variable. */
export function addressFor(kind: string, recipient: string, env: Env): string {
  const name = variableFor(kind, recipient)
  const url = requiredFor(env, name, `the URL for \`${recipient}\``)
  const fault = addressFault(url)
  if (fault) throw new DeliveryError(`\`${name}\` ${fault}`, true)
  return url
}
