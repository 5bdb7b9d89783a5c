import { getProxyForUrl } from 'proxy-from-env'
import { Agent, type Dispatcher, ProxyAgent } from 'undici'

/**
 * The way to an address: through the proxy that `HTTPS_PROXY` names, unless `NO_PROXY` leaves its server
 * out. What goes without TLS goes to this machine alone, and past every proxy. Throws a NoProxyError.
 * `ca`: certificates in PEM to trust in place of the usual ones.
 */
export function waysOut(ca?: string): (url: string) => Dispatcher {
  const tls = ca === undefined ? {} : { ca }
  const ways = new Map<string, Dispatcher>()
  return (url) => {
    const proxy = url.startsWith('https:') ? getProxyForUrl(url) : ''
    if (proxy !== '' && !isProxy(proxy)) throw new NoProxyError()
    const way =
      ways.get(proxy) ??
      (proxy === '' ? new Agent({ connect: tls }) : new ProxyAgent({ uri: proxy, requestTls: tls }))
    ways.set(proxy, way)
    return way
  }
}

/** The variable holds something else; it may be a secret, so that it is not shown. */
export class NoProxyError extends Error {
  constructor() {
    super('`HTTPS_PROXY` names no proxy like `http://proxy.example.gov.uk:8080`')
  }
}

function isProxy(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
}
