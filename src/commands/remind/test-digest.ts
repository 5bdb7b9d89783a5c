import { escapedHtml, htmlDocument } from '../../page/html.ts'
import { shown } from '../../page/layout.ts'
import { heading, paragraph } from '../../page/page.ts'
import { tablePage } from '../../page/table-page.ts'
import { questionsWording } from './digest-footer.ts'
import { mailView } from './mail-view.ts'
import type { Digest } from './planning/channel.ts'
import { type Policy, type Recipient, replyToFor } from './planning/policy.ts'

const SUBJECT = 'Test of reminders by plandue: there is nothing to do'

/** The message of `plandue remind test`, about no item. */
export function testDigest(recipient: Recipient, policy: Policy): Digest {
  const footer = [
    'Somebody has tried whether reminders of deadlines reach you this way.',
    ...questionsWording(recipient, policy),
  ]
  const html = [
    `<h1>${SUBJECT}</h1>`,
    ...footer.map((text) => `<p>${escapedHtml(shown(text))}</p>`),
  ]
  return {
    recipient: recipient.to,
    subject: SUBJECT,
    replyTo: replyToFor(recipient, policy),
    text: tablePage([heading(SUBJECT), ...footer.map((text) => paragraph(text))], mailView),
    html: htmlDocument(SUBJECT, html.join('\n')),
    entries: [],
    footer,
    complete: true,
  }
}
