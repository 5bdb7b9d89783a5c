import type { Item } from '../../assessment/item.ts'
import type { IsoDate } from '../../calendar/day.ts'
import { longDate } from '../../calendar/format-date.ts'
import { count } from '../../language/count.ts'
import { escapedHtml, htmlDocument } from '../../page/html.ts'
import { shown } from '../../page/layout.ts'
import {
  type Fact,
  facts,
  heading,
  type Page,
  paragraph,
  points,
  warning,
} from '../../page/page.ts'
import { recordLink } from '../../reports/record-link.ts'
import { explanations, headline, STATUS_TONES, timeLeft } from '../../reports/wording.ts'
import { cut, printable } from '../../terminal/printable.ts'
import { footerOf } from './digest-footer.ts'
import { type Digest, type DigestEntry, INCOMPLETE } from './planning/channel.ts'
import type { Message, Reminder } from './planning/plan.ts'
import { type Policy, replyToFor } from './planning/policy.ts'
import { thresholdWording } from './planning/thresholds.ts'

export type DigestTerms = {
  readonly today: IsoDate
  readonly complete: boolean
  readonly policy: Policy
  /** Whether to leave the footer out. */
  readonly quiet?: boolean
  /** Draws the text and sanitises it. */
  draw(page: Page): string
}

export function digestOf(message: Message, terms: DigestTerms): Digest {
  const subject = subjectOf(message, terms.today)
  const { recipient, reminders } = message
  const footer = footerOf(message, terms.policy)
  return {
    recipient: recipient.to,
    subject,
    replyTo: replyToFor(recipient, terms.policy),
    text: terms.draw(digestPage(message, subject, footer, terms)),
    html: digestHtml(message, subject, footer, terms),
    entries: reminders.map((reminder) => entryOf(reminder, terms)),
    footer,
    complete: terms.complete,
  }
}

/** Stage titles of frameworks, counts and dates only: a subject line shows no text of a record. */
function subjectOf({ reminders }: Message, today: IsoDate): string {
  const items = reminders.map(({ item }) => item)
  const [first] = items
  return first && items.length === 1 ? aboutOne(first, today) : aboutSeveral(items, today)
}

function aboutOne(item: Item, today: IsoDate): string {
  const what = item.kind === 'stage' ? cut(printable(item.title), LONGEST_TITLE) : 'Action'
  const day = dueDay(item.due ?? today, today)
  if (item.status === 'overdue') return `${what} overdue: was due ${day}, ${timeLeft(item)}`
  return item.due === today ? `${what} due today, ${day}` : `${what} due ${day}: ${timeLeft(item)}`
}

const LONGEST_TITLE = 80

function aboutSeveral(items: readonly Item[], today: IsoDate): string {
  const late = items.filter(({ status }) => status === 'overdue').length
  const next = items.find(({ status }) => status !== 'overdue')
  const what = items.every(({ kind }) => kind === 'action') ? 'action' : 'item'
  const said = [
    ...(late > 0 ? [`${next ? late : 'all'} overdue`] : []),
    ...(next?.due ? [`next due ${dueDay(next.due, today)}`] : []),
  ]
  return `${count(items.length, what)} need you: ${said.join(', ')}`
}

/** The year is said only where it is another one. */
function dueDay(due: IsoDate, today: IsoDate): string {
  const date = longDate(due)
  return due.slice(0, 4) === today.slice(0, 4) ? date.replace(/ \d{4}$/, '') : date
}

function digestPage(
  message: Message,
  subject: string,
  footer: readonly string[],
  terms: DigestTerms,
): Page {
  return [
    heading(subject),
    ...warning(terms.complete ? undefined : INCOMPLETE),
    ...message.reminders.flatMap((reminder) => [
      heading({ text: headline(reminder.item), tone: STATUS_TONES[reminder.item.status] }),
      facts(...factsOf(reminder, terms)),
      points(whyOf(reminder)),
    ]),
    ...(terms.quiet ? [] : footer.map((text) => paragraph(text))),
  ]
}

function factsOf(reminder: Reminder, terms: DigestTerms): (Fact & readonly [string, string])[] {
  const { item, movedFrom } = reminder
  const late = item.status === 'overdue' ? 'Was due' : 'Due'
  return [
    [late, `${longDate(item.due)}${item.provisional ? ' (provisional)' : ''}, ${timeLeft(item)}`],
    ['Moved', movedFrom ? `you were sent ${longDate(movedFrom)} before` : ''],
    ['Item', item.id],
    ['Record', recordLink(item, terms.policy.link)],
  ]
}

/** Without the sentence that it is due soon: the due date and the days left say so. */
function whyOf({ item }: Reminder): readonly string[] {
  return explanations(item).filter((_, index) => item.reasons[index] !== 'dueSoon')
}

function entryOf(reminder: Reminder, { policy }: DigestTerms): DigestEntry {
  const { item, threshold, movedFrom, left } = reminder
  const { id, title, authority, owner, kind, status, due } = item
  return {
    item: id,
    title,
    authority,
    owner,
    kind,
    status,
    due,
    workingDaysLeft: left,
    movedFrom,
    rung: thresholdWording(threshold, item),
    why: whyOf(reminder),
    link: recordLink(item, policy.link),
  }
}

function digestHtml(
  message: Message,
  subject: string,
  footer: readonly string[],
  terms: DigestTerms,
): string {
  const items = message.reminders.map((reminder) => {
    const rows = factsOf(reminder, terms).filter(([, text]) => text !== '')
    const list = rows.map(([name, text]) => `<dt>${name}</dt><dd>${valueHtml(text)}</dd>`)
    const why = whyOf(reminder).map((text) => `<li>${escapedHtml(shown(text))}</li>`)
    return `<h2>${escapedHtml(headline(reminder.item))}</h2>
<dl>${list.join('')}</dl>${why.length > 0 ? `\n<ul>${why.join('')}</ul>` : ''}`
  })
  const body = [
    `<h1>${escapedHtml(subject)}</h1>`,
    ...(terms.complete ? [] : [`<p><strong>${INCOMPLETE}</strong></p>`]),
    ...items,
    ...footer.map((text) => `<p><small>${escapedHtml(shown(text))}</small></p>`),
  ]
  return htmlDocument(subject, body.join('\n'))
}

function valueHtml(text: string): string {
  const inert = escapedHtml(shown(text))
  return /^https?:\/\/\S+$/.test(text) ? `<a href="${escapedHtml(text)}">${inert}</a>` : inert
}
