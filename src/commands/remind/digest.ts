import type { Item } from '../../assessment/item.ts'
import { count } from '../../assessment/sentences.ts'
import type { IsoDate } from '../../calendar/day.ts'
import { longDate } from '../../calendar/words.ts'
import { escapedHtml, htmlDocument } from '../../page/html.ts'
import { shown } from '../../page/layout.ts'
import { type Fact, facts, heading, type Page, paragraph, points } from '../../page/page.ts'
import { explanations, headline, STATUS_TONES, timeLeft } from '../../reports/wording.ts'
import { cut, printable } from '../../terminal/printable.ts'
import { type Digest, type DigestEntry, INCOMPLETE } from './planning/channel.ts'
import type { Call, Letter } from './planning/plan.ts'
import { rungWords } from './planning/rungs.ts'

/** What a digest needs to know beside its letter. */
export type DigestTerms = {
  readonly today: IsoDate
  readonly complete: boolean
  /** The template of a link to a record; null for its path. */
  readonly link: string | null
  /** Whether the text goes without what it ends with. */
  readonly quiet?: boolean
  /** Draws the text; it makes the page inert. */
  draw(page: Page): string
}

/** The digest of a letter: subject, text and HTML, and the facts for other programs. */
export function digestOf(letter: Letter, terms: DigestTerms): Digest {
  const subject = subjectOf(letter, terms.today)
  const { recipient, calls } = letter
  return {
    recipient: recipient.to,
    subject,
    text: terms.draw(digestPage(letter, subject, terms)),
    html: digestHtml(letter, subject, terms),
    entries: calls.map((call) => entryOf(call, terms)),
    complete: terms.complete,
  }
}

/** What a digest is about in one line: what frameworks demand, numbers and dates; nothing of a record. */
function subjectOf({ calls }: Letter, today: IsoDate): string {
  const items = calls.map(({ item }) => item)
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

function digestPage(letter: Letter, subject: string, terms: DigestTerms): Page {
  return [
    heading(subject),
    ...(terms.complete ? [] : [paragraph({ text: INCOMPLETE, tone: 'bad' })]),
    ...letter.calls.flatMap((call) => [
      heading({ text: headline(call.item), tone: STATUS_TONES[call.item.status] }),
      facts(...factsOf(call, terms)),
      points(whyOf(call)),
    ]),
    ...(terms.quiet ? [] : [paragraph(footer(letter))]),
  ]
}

/** The facts of an item as name and text. */
function factsOf(call: Call, terms: DigestTerms): (Fact & readonly [string, string])[] {
  const { item, movedFrom } = call
  const late = item.status === 'overdue' ? 'Was due' : 'Due'
  return [
    [late, `${longDate(item.due)}${item.provisional ? ' (provisional)' : ''}, ${timeLeft(item)}`],
    ['Moved', movedFrom ? `you were told ${longDate(movedFrom)} before` : ''],
    ['Item', item.id],
    ['Record', linkOf(item, terms.link)],
  ]
}

/** The due date is told already, and so is that it is near. */
function whyOf({ item }: Call): readonly string[] {
  return explanations(item).filter((_, index) => item.reasons[index] !== 'dueSoon')
}

function footer({ recipient }: Letter): string {
  const by = /^[\w.@+-]+$/.test(recipient.to) ? recipient.to : `'${recipient.to}'`
  return `To hear no more of an item for a while: plandue remind ack ITEM --by ${by}`
}

function entryOf(call: Call, { link }: DigestTerms): DigestEntry {
  const { item, rung, movedFrom, left } = call
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
    rung: rungWords(rung),
    why: whyOf(call),
    link: linkOf(item, link),
  }
}

/** The address of a record by a template, each part of it encoded; its path where there is none. */
export function linkOf({ file, line, record, id }: Item, template: string | null): string {
  if (template === null) return file
  const path = (text: string) => text.split('/').map(encodeURIComponent).join('/')
  const parts: Readonly<Record<string, string>> = {
    '{file}': path(file),
    '{line}': String(line),
    '{record}': path(record),
    '{item}': encodeURIComponent(id),
  }
  return template.replace(/\{\w+\}/g, (hole) => parts[hole] ?? hole)
}

function digestHtml(letter: Letter, subject: string, terms: DigestTerms): string {
  const items = letter.calls.map((call) => {
    const rows = factsOf(call, terms).filter(([, text]) => text !== '')
    const list = rows.map(([name, text]) => `<dt>${name}</dt><dd>${valueHtml(text)}</dd>`)
    const why = whyOf(call).map((text) => `<li>${escapedHtml(shown(text))}</li>`)
    return `<h2>${escapedHtml(headline(call.item))}</h2>
<dl>${list.join('')}</dl>${why.length > 0 ? `\n<ul>${why.join('')}</ul>` : ''}`
  })
  const body = [
    `<h1>${escapedHtml(subject)}</h1>`,
    ...(terms.complete ? [] : [`<p><strong>${INCOMPLETE}</strong></p>`]),
    ...items,
    `<p><small>${escapedHtml(shown(footer(letter)))}</small></p>`,
  ]
  return htmlDocument(subject, body.join('\n'))
}

function valueHtml(text: string): string {
  const inert = escapedHtml(shown(text))
  return /^https?:\/\/\S+$/.test(text) ? `<a href="${escapedHtml(text)}">${inert}</a>` : inert
}
