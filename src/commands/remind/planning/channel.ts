import type { Status } from '../../../assessment/item.ts'
import type { IsoDate } from '../../../calendar/day.ts'
import type { CHANNELS } from '../../../config/reminders.ts'
import type { Host } from '../../../host/host.ts'

/** The ways in which a reminder can reach somebody. */
export type ChannelId = (typeof CHANNELS)[number]

/** What one person is told in one run, over one channel. Its texts are inert and escaped already. */
export type Digest = {
  /** `to` in the configuration. */
  readonly recipient: string
  /** One line without control characters. */
  readonly subject: string
  readonly text: string
  /** The same as a whole HTML document, without anything that is loaded from elsewhere. */
  readonly html: string
  /** The facts as they are, most urgent first: what is made of them must be made inert. */
  readonly entries: readonly DigestEntry[]
  /** False where a record could not be read, so that something may be missing. */
  readonly complete: boolean
}

/** What a digest says that is not complete. */
export const INCOMPLETE = 'Some records could not be read, so that something may be missing here.'

/** One item of which somebody is reminded. */
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
  /** The due date that this person was told before, where it has moved since. */
  readonly movedFrom: IsoDate | null
  /** Why now, in words: `5 working days before`, `on the due day`, `3 working days late`. */
  readonly rung: string
  /** What there is to know beside the date, a sentence each. */
  readonly why: readonly string[]
  /** The address of the record after the template in the configuration, else its path. */
  readonly link: string
}

/** What the configuration says for channels; nothing secret, as it lies in the repository. */
export type ChannelSettings = {
  /** The programs of the channel `command`, with their arguments, by the names that `to` gives. */
  readonly commands: Readonly<Record<string, readonly string[]>>
}

/** The outside world of a channel: `print` writes to the result of the run. */
export type ChannelHost = Host & { print(text: string): Promise<void> }

/** One way to reach people. */
export type Channel = {
  readonly id: ChannelId
  /** What goes: a text, or a value that goes as JSON. A mail has the same as HTML beside it. */
  contentOf(digest: Digest, key: string): string | object
  /**
   * Reads secrets and addresses from the environment. Throws a UsageError that names the variable
   * which is missing or malformed.
   */
  prepare(host: ChannelHost, settings: ChannelSettings): Promise<Sender>
}

/** A channel that is ready for the digests of one run. */
export type Sender = {
  /**
   * Sends a digest. `key` is the same whenever the same is told to the same person again, so that a
   * repeat after a crash can be recognised. Rejects with a DeliveryError.
   */
  send(digest: Digest, key: string): Promise<void>
  /** Lets go of connections; sends nothing. */
  close(): Promise<void>
}

/** A digest that did not arrive; its message may be shown, so it holds no secret. */
export class DeliveryError extends Error {
  /** Whether another try would meet the same: an address that is none, a refusal. */
  readonly isLasting: boolean
  constructor(message: string, isLasting: boolean) {
    super(message)
    this.isLasting = isLasting
  }
}
