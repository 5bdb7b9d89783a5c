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

/** Slack, by an incoming webhook for each recipient. */
export const slack: Channel = {
  id: 'slack',
  contentOf: slackMessage,
  prepare: (host) => chatSender({ kind: 'SLACK', bodyOf: slackMessage }, host),
}

/** Slack takes 50 blocks, up to three of which are not entries. */
const ROOM = { parts: 47, bytes: 100_000 }

/** A message in which no text of a record becomes a mention, a link or a command. */
function slackMessage(digest: Digest) {
  const { parts, left } = fitting(digest, entryBlock, ROOM)
  const head = [`*${escaped(digest.subject)}*`, ...(digest.complete ? [] : [escaped(INCOMPLETE)])]
  return {
    text: escaped(digest.subject),
    unfurl_links: false,
    unfurl_media: false,
    blocks: [
      section(head.join('\n')),
      ...parts,
      ...(left > 0 ? [section(escaped(leftOut(left)))] : []),
      ...(digest.footer.length > 0 ? [section(escaped(footerLine(digest)))] : []),
    ],
  }
}

function entryBlock(entry: DigestEntry) {
  const address = addressOf(entry)
  const name = `*${escaped(entryHeadline(entry)).replaceAll('*', '∗')}*`
  const link = address ? [`<${escaped(address).replaceAll('|', '%7C')}|Open the record>`] : []
  return section(
    within(LONGEST_TEXT, [name, ...link, ...entryLines(entry).map(escaped)]).join('\n'),
  )
}

/** Characters that Slack takes in one block. */
const LONGEST_TEXT = 3000

/** Whole lines only: cutting one could split an escaped character. */
function within(room: number, texts: readonly string[]): string[] {
  let length = 0
  return texts.filter((text) => {
    length += text.length + 1
    return length <= room
  })
}

/** `verbatim` keeps Slack from turning plain text into links and mentions. */
function section(text: string) {
  return { type: 'section', text: { type: 'mrkdwn', text, verbatim: true } } as const
}

/** The three control characters of Slack's mrkdwn. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
