import type { IsoDate } from '../calendar/day.ts'
import { longDate } from '../calendar/words.ts'
import type { ChannelId, Digest } from '../reminders/channel.ts'
import { inertJson } from './json.ts'
import { type Formats, heading, type Page, paragraph, picture, type View } from './page.ts'
import { incomplete, recipientWords } from './reminder-words.ts'
import { tablePage } from './table-page.ts'

/** What would go in a run. */
export type DryRunAnswer = {
  readonly today: IsoDate
  readonly complete: boolean
  readonly digests: readonly { readonly channel: ChannelId; readonly digest: Digest }[]
}

/** The formats of `remind --dry-run`. The texts keep their lines in every format. */
export const dryRunReports: Formats<DryRunAnswer> = {
  table: (answer, view) => tablePage(dryRunPage(answer, view), view),
  plain: (answer, view) => tablePage(dryRunPage(answer, view), view),
  json: ({ today, complete, digests }) =>
    inertJson({
      today,
      complete,
      digests: digests.map(({ channel, digest }) => ({ channel, ...digest })),
    }),
}

function dryRunPage({ today, complete, digests }: DryRunAnswer, { quiet }: View): Page {
  return [
    ...(complete ? [] : [incomplete()]),
    ...(digests.length === 0 && !quiet
      ? [paragraph(`Nobody would be told anything on ${longDate(today)}.`)]
      : []),
    ...digests.flatMap(({ channel, digest }) => digestBlocks(channel, digest, quiet)),
  ]
}

function digestBlocks(channel: ChannelId, digest: Digest, quiet: boolean): Page {
  const to = recipientWords({ to: digest.recipient, channel })
  if (quiet) return [paragraph(`${to}: ${digest.subject}`)]
  const lines = digest.text.trimEnd().split('\n')
  return [
    heading(`To ${to}`),
    // The text is inert already, and its lines stay as they will be.
    picture(() => lines, lines),
  ]
}
