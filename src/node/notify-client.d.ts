/** What plandue needs of the client; its own types are about the HTTP client that is not used here. */
declare module 'notifications-node-client' {
  export class NotifyClient {
    constructor(url: string, apiKey: string)
    setClient(client: (request: NotifyRequest) => Promise<void>): void
    sendEmail(template: string, to: string, options: NotifyOptions): Promise<void>
  }
  export type NotifyRequest = {
    readonly url: string
    readonly headers: Readonly<Record<string, string>>
    readonly data: unknown
  }
  type NotifyOptions = {
    readonly personalisation: Readonly<Record<string, string>>
    readonly reference: string
    readonly sanitiseContentFor: readonly string[]
  }
}
