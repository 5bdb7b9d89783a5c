import type { IsoDate } from '../../calendar/day.ts'
import { longDate } from '../../calendar/format-date.ts'
import type { Formats } from '../../page/formats.ts'
import { inertJson, SCHEMA_VERSION } from '../../page/inert-json.ts'
import { shown } from '../../page/layout.ts'
import { type Block, heading, type Page, paragraph, picture, type View } from '../../page/page.ts'
import { tablePage } from '../../page/table-page.ts'
import { widest } from '../../terminal/columns.ts'
import { toned } from '../../terminal/tones.ts'
import type { ChannelId, Digest } from './planning/channel.ts'
import type { Policy } from './planning/policy.ts'
import { incomplete, quietHoursWording, recipientWording } from './wording.ts'

export type DryRunAnswer = {
  readonly today: IsoDate
  readonly complete: boolean
  readonly policy: Policy
  /** Whether it is within the quiet hours. */
  readonly isQuietNow: boolean
  readonly digests: readonly Preview[]
}

/** A digest, and its form on the channel: a text, or a value sent as JSON. */
export type Preview = {
  readonly channel: ChannelId
  readonly digest: Digest
  readonly content: string | object
}

/** The formats of `remind --dry-run`. The texts keep their lines in every format. */
export const dryRunReports: Formats<DryRunAnswer> = {
  table: (answer, view) => tablePage(dryRunPage(answer, view, ruled), view),
  plain: (answer, view) => tablePage(dryRunPage(answer, view, heading), view),
  json: ({ today, complete, isQuietNow, digests }) =>
    inertJson({
      schemaVersion: SCHEMA_VERSION,
      today,
      complete,
      isQuietNow,
      digests: digests.map(({ channel, digest, content }) => ({ channel, ...digest, content })),
    }),
}

type Header = (text: string) => Block

function dryRunPage(
  { today, complete, policy, isQuietNow, digests }: DryRunAnswer,
  { quiet, verbose }: View,
  header: Header,
): Page {
  return [
    ...incomplete(complete),
    ...(isQuietNow && !quiet ? [paragraph(`${quietHoursWording(policy)} After them:`)] : []),
    ...(digests.length === 0 && !quiet
      ? [paragraph(`No reminders would be sent on ${longDate(today)}.`)]
      : []),
    ...digests.flatMap((one) => previewBlocks(one, { quiet, verbose }, header)),
  ]
}

function previewBlocks(
  preview: Preview,
  { quiet, verbose }: Pick<View, 'quiet' | 'verbose'>,
  header: Header,
): Page {
  const { channel, digest } = preview
  const to = recipientWording({ to: digest.recipient, channel })
  if (quiet) return [paragraph(`${to}: ${digest.subject}`)]
  const lines = textOf(preview, verbose).trimEnd().split('\n')
  return [
    header(`To ${to}`),
    // The text is sanitised already, and its lines must stay as they will be sent.
    picture(() => lines, lines),
  ]
}

/** Services that make a message for people out of the JSON that they get. */
const CHATS: readonly ChannelId[] = ['slack', 'teams']

function textOf({ channel, digest, content }: Preview, verbose: boolean): string {
  if (typeof content === 'string') return content
  return CHATS.includes(channel) && !verbose ? digest.text : inertJson(content)
}

/** A rule across the page, unlike any heading in the text of a digest. */
function ruled(text: string): Block {
  const words = shown(text)
  const draw = (view: View) => {
    const line = `── ${words} `
    const rest = '─'.repeat(Math.max(2, view.width - widest([line])))
    return [toned(`${line}${rest}`, 'strong', view.paint)]
  }
  return picture(draw, [words])
}
