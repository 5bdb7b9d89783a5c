import { type Channel, type Digest, type DigestEntry, INCOMPLETE } from '../planning/channel.ts'
import { chatSender } from './chat.ts'
import {
  addressOf,
  entryHeadline,
  entryLines,
  fitting,
  footerLine,
  leftOut,
} from './entry-wording.ts'

/** Microsoft Teams, by a webhook of Workflows for each recipient. */
export const teams: Channel = {
  id: 'teams',
  contentOf: teamsMessage,
  prepare: (host) => chatSender({ kind: 'TEAMS', bodyOf: teamsMessage }, host),
}

/** Teams takes 28 kB; everything but the entries needs less than 3 kB. */
const ROOM = { parts: 50, bytes: 25_000 }

/**
 * A message with an Adaptive Card. All text is in `TextRun`s, which unlike other elements do not render
 * Markdown, so no text of a record becomes a link or a mention.
 */
function teamsMessage(digest: Digest) {
  const { parts, left } = fitting(digest, entryBlock, ROOM)
  const content = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    fallbackText: digest.subject,
    msteams: { width: 'Full' },
    body: [
      block([{ text: digest.subject, weight: 'Bolder', size: 'Medium' }]),
      ...(digest.complete ? [] : [block([{ text: INCOMPLETE, color: 'Attention' }])]),
      ...parts,
      ...(left > 0 ? [block([{ text: leftOut(left) }])] : []),
      ...(digest.footer.length > 0 ? [block([{ text: footerLine(digest) }])] : []),
    ],
  }
  const contentType = 'application/vnd.microsoft.card.adaptive'
  return { type: 'message', attachments: [{ contentType, contentUrl: null, content }] }
}

type Run = {
  readonly text: string
  readonly weight?: 'Bolder'
  readonly size?: 'Medium'
  readonly color?: 'Attention'
  readonly selectAction?: { readonly type: 'Action.OpenUrl'; readonly url: string }
}

function entryBlock(entry: DigestEntry) {
  const url = addressOf(entry)
  const color = entry.status === 'overdue' ? ({ color: 'Attention' } as const) : {}
  return block([
    { text: entryHeadline(entry), weight: 'Bolder', ...color },
    ...entryLines(entry).map((text) => ({ text: `\n${text}` })),
    ...(url
      ? [{ text: '\nOpen the record', selectAction: { type: 'Action.OpenUrl', url } } as const]
      : []),
  ])
}

function block(runs: readonly Run[]) {
  const inlines = runs.map((run) => ({ type: 'TextRun', ...run }) as const)
  return { type: 'RichTextBlock', spacing: 'Medium', inlines } as const
}
