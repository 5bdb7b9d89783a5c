import type { Status } from '../../../assessment/item.ts'
import type { IsoDate } from '../../../calendar/day.ts'
import type { CHANNELS } from '../../../config/reminders.ts'
import type { Host } from '../../../host/host.ts'

export type ChannelId = (typeof CHANNELS)[number]['id']

/** What one recipient gets in one run over one channel. Its texts are sanitised and escaped. */
export type Digest = {
  /** `to` in the configuration. */
  readonly recipient: string
  /** One line without control characters. */
  readonly subject: string
  readonly text: string
  /** A whole HTML document that loads nothing from elsewhere. */
  readonly html: string
  /** Raw facts, most urgent first: whoever formats them must sanitise them. */
  readonly entries: readonly DigestEntry[]
  /** Why it came and whom to ask, a raw sentence each. */
  readonly footer: readonly string[]
  /** Where a reply goes, of an email. */
  readonly replyTo: string | null
  /** False where a record could not be read, so that items may be missing. */
  readonly complete: boolean
}

export const INCOMPLETE = 'Incomplete: some records could not be read, so items may be missing.'

export type DigestEntry = {
  /** The id of the item, `<record>#<stage or action>`. */
  readonly item: string
  readonly title: string
  readonly authority: string
  readonly owner: string | null
  readonly kind: 'stage' | 'action'
  readonly status: Status
  readonly due: IsoDate
  /** Working days; 0 on the due day, negative after it. */
  readonly workingDaysLeft: number
  /** The due date last sent to this recipient, where it has moved since. */
  readonly movedFrom: IsoDate | null
  /** The threshold in words: `5 working days before`, `on the due day`, `3 working days late`. */
  readonly rung: string
  /** Explanations besides the date, a sentence each. */
  readonly why: readonly string[]
  /** The URL of the record by the template of the configuration, else its path. */
  readonly link: string
}

/** Settings of channels. Nothing here is secret: the configuration is in the repository. */
export type ChannelSettings = {
  /** Programs of the channel `command` and their arguments, by the name in `to`. */
  readonly commands: Readonly<Record<string, readonly string[]>>
}

/** `print` writes to the output of the run. */
export type ChannelHost = Host & { print(text: string): Promise<void> }

export type Channel = {
  readonly id: ChannelId
  /** What is sent: a text, or a value sent as JSON. An email also has the HTML. */
  contentOf(digest: Digest, key: string): string | object
  /**
   * Reads secrets and addresses from the environment. Throws a UsageError that names the missing or
   * malformed variable.
   */
  prepare(host: ChannelHost, settings: ChannelSettings): Promise<Sender>
}

export type Sender = {
  /**
   * Sends a digest and returns what the other side said, without secrets and perhaps empty. `key` is the
   * idempotency key, by which a repeat after a crash can be recognised. Rejects with a DeliveryError.
   */
  send(digest: Digest, key: string): Promise<string>
  /** Closes connections. */
  close(): Promise<void>
}

/** A digest that could not be delivered. Its message is shown to users, so it holds no secret. */
export class DeliveryError extends Error {
  /** Whether a retry would fail too, as with an invalid address or a refusal. */
  readonly isLasting: boolean
  /** The host that could not be reached or logged in to, so that nobody else gets anything by it. */
  readonly unreachable: string | undefined
  constructor(message: string, isLasting: boolean, unreachable?: string) {
    super(message)
    this.isLasting = isLasting
    this.unreachable = unreachable
  }
}
